package org.taswiya.deliver.type;

import java.util.List;

/// Glyphs of one typeface that stand side by side, from left to right as they are seen.
///
/// @param width of all, in thousandths of the size
public record GlyphRun(Typeface face, List<Glyph> glyphs, int width) {
    public GlyphRun {
        glyphs = List.copyOf(glyphs);
    }

    /// One glyph.
    ///
    /// @param id its number in the font
    /// @param text the characters that it stands for; empty where another glyph of the same letter has them
    /// @param x where it begins, in thousandths of the size, from the left of the run
    /// @param y how far above the line it stands, in the same
    public record Glyph(int id, String text, int x, int y) {}
}
