package org.taswiya.bench.pages;

/// What it came to.
///
/// @param accepted own readings that somebody was told were taken
/// @param kept of them in the books after the pages were stopped
public record PagesReport(MeasuredPages pages, long accepted, long kept) {
    /// Whether somebody was told that a reading was taken which is not there. There may be more than that: a reading is
    /// in the books before its answer is on the way.
    public boolean isLost() {
        return kept < accepted;
    }
}
