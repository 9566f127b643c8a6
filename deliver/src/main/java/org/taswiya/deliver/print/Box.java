package org.taswiya.deliver.print;

/// A stretch across the sheet, in points from its left edge.
record Box(double left, double right) {
    double width() {
        return right - left;
    }

    /// The same, narrower on both sides.
    Box inset(double by) {
        return new Box(left + by, right - by);
    }
}
