package org.taswiya.deliver.type;

import java.awt.font.GlyphVector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// A word in one typeface and direction, or the spaces between two, laid out from left to right.
///
/// Laying letters out is what setting text costs, and bills have the same words again and again.
///
/// @param width in thousandths of the size
record Word(List<GlyphRun.Glyph> glyphs, int width) {
    private static final int REMEMBERED_MOST = 30_000;

    /// The layout's word for a character without a shape of its own.
    private static final int NO_SHAPE = 0xFFFE;

    private static final Map<Asked, Word> REMEMBERED = new ConcurrentHashMap<>();

    private record Asked(Typeface face, String shapes, String text, boolean isFromRight) {}

    /// @param shapes what is drawn, character by character
    /// @param text what it stands for
    static Word of(Typeface face, char[] shapes, char[] text, int from, int to, boolean isFromRight) {
        String drawn = new String(shapes, from, to - from);
        String meant = Arrays.equals(shapes, from, to, text, from, to) ? drawn : new String(text, from, to - from);
        Asked asked = new Asked(face, drawn, meant, isFromRight);
        Word known = REMEMBERED.get(asked);
        if (known != null) {
            return known;
        }
        Word laid = laid(asked);
        if (REMEMBERED.size() >= REMEMBERED_MOST) {
            REMEMBERED.clear();
        }
        REMEMBERED.put(asked, laid);
        return laid;
    }

    private static Word laid(Asked asked) {
        char[] shapes = asked.shapes().toCharArray();
        GlyphVector laid = asked.face().layout(shapes, 0, shapes.length, asked.isFromRight());
        int count = laid.getNumGlyphs();
        int[] starts = laid.getGlyphCharIndices(0, count, null);
        List<GlyphRun.Glyph> glyphs = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            if (laid.getGlyphCode(i) < NO_SHAPE) {
                glyphs.add(new GlyphRun.Glyph(
                        laid.getGlyphCode(i),
                        stoodFor(asked, starts, i),
                        (int) Math.round(laid.getGlyphPosition(i).getX()),
                        (int) Math.round(-laid.getGlyphPosition(i).getY())));
            }
        }
        int width = (int) Math.round(laid.getGlyphPosition(count).getX());
        return new Word(lettersFirst(glyphs), width);
    }

    /// From the right, points stand before the letter that they belong to; programs that read a page expect them after
    /// it.
    private static List<GlyphRun.Glyph> lettersFirst(List<GlyphRun.Glyph> glyphs) {
        List<GlyphRun.Glyph> ordered = new ArrayList<>(glyphs.size());
        int letterAt = 0;
        for (GlyphRun.Glyph glyph : glyphs) {
            boolean isPoint =
                    !glyph.text().isEmpty() && Character.getType(glyph.text().charAt(0)) == Character.NON_SPACING_MARK;
            if (isPoint) {
                ordered.add(glyph);
            } else {
                ordered.add(letterAt, glyph);
                letterAt = ordered.size();
            }
        }
        return List.copyOf(ordered);
    }

    /// From the glyph's first character up to the first of the next letter. What no typeface has is read as what is
    /// seen in its place.
    private static String stoodFor(Asked asked, int[] starts, int glyph) {
        int start = starts[glyph];
        int end = asked.shapes().length();
        for (int other = 0; other < starts.length; other++) {
            if (starts[other] > start) {
                end = Math.min(end, starts[other]);
            } else if (starts[other] == start && other < glyph) {
                return "";
            }
        }
        return asked.shapes().charAt(start) == TypeSetter.REPLACEMENT
                ? String.valueOf(TypeSetter.REPLACEMENT)
                : asked.text().substring(start, end).replace('\u00A0', ' ');
    }
}
