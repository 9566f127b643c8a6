package org.taswiya.deliver.type;

import java.util.List;

/// A line of text as it is seen: runs from left to right.
///
/// @param text what was set
/// @param width of all runs, in thousandths of the size
public record TextLine(String text, List<GlyphRun> runs, int width) {
    public TextLine {
        runs = List.copyOf(runs);
    }

    /// In the unit of the size.
    public double width(double size) {
        return width * size / Typeface.EM;
    }
}
