package org.taswiya.deliver.pdf;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.taswiya.deliver.pdf.StructureTree.Element;
import org.taswiya.deliver.pdf.StructureTree.Mark;
import org.taswiya.deliver.type.GlyphRun;
import org.taswiya.deliver.type.TextLine;
import org.taswiya.deliver.type.Typeface;

/// What is drawn on one page. Points of 1/72 inch from the lower left corner.
public final class PageContent {
    private static final String END = "EMC\n";

    private final int pageObject;
    private final FontUse fonts;
    private final PictureUse pictures;
    private final boolean isTagged;
    private final StringBuilder out = new StringBuilder(1 << 14);
    private final List<Element> owners = new ArrayList<>();
    private @Nullable Element open;
    private int lastEnd = -1;
    private @Nullable Rgb filled;
    private @Nullable Rgb stroked;
    private double strokeWidth;
    private String font = "";
    private double fontSize;

    PageContent(int pageObject, FontUse fonts, PictureUse pictures, boolean isTagged) {
        this.pageObject = pageObject;
        this.fonts = fonts;
        this.pictures = pictures;
        this.isTagged = isTagged;
    }

    /// What is drawn until [#end] is a piece of this part: the same piece where nothing else came between.
    public void begin(Element part) {
        if (!isTagged) {
            return;
        }
        if (!goesOn(part)) {
            Mark mark = new Mark(pageObject, owners.size());
            part.mark(mark);
            owners.add(part);
            out.append("/P<</MCID ").append(mark.index()).append(">>BDC\n");
        }
        open = part;
    }

    /// What is drawn until [#end] is there for the eye alone.
    public void beginOrnament() {
        if (isTagged && !goesOn(null)) {
            out.append("/Artifact BMC\n");
        }
        open = null;
    }

    /// Takes back the end of the piece before, where it was of the same part; null stands for none.
    private boolean goesOn(@Nullable Element part) {
        if (out.length() != lastEnd || part != open) {
            return false;
        }
        out.setLength(lastEnd - END.length());
        return true;
    }

    public void end() {
        if (isTagged) {
            out.append(END);
            lastEnd = out.length();
        }
    }

    /// A line of text.
    ///
    /// @param x its left end
    /// @param y what its letters stand on
    public void text(TextLine line, double size, Rgb ink, double x, double y) {
        fill(ink);
        out.append("BT\n");
        double at = x;
        for (GlyphRun run : line.runs()) {
            font(run.face().code(), size);
            glyphs(run, size, at, y);
            at += run.width() * size / Typeface.EM;
        }
        out.append("ET\n");
    }

    /// Says what is in force only where it was something else.
    private void font(String name, double size) {
        if (!name.equals(font) || size != fontSize) {
            out.append('/').append(name).append(' ');
            number(size);
            out.append("Tf\n");
            font = name;
            fontSize = size;
        }
    }

    /// Glyphs one after the other, with a new beginning wherever one does not stand where the last ends.
    private void glyphs(GlyphRun run, double size, double x, double y) {
        FontUse.Shown shown = fonts.of(run.face());
        boolean isOpen = false;
        int pen = 0;
        int height = 0;
        for (GlyphRun.Glyph glyph : run.glyphs()) {
            if (!isOpen || glyph.y() != height) {
                out.append(isOpen ? ")]TJ\n" : "").append("1 0 0 1 ");
                number(x + glyph.x() * size / Typeface.EM);
                number(y + glyph.y() * size / Typeface.EM);
                out.append("Tm[(");
                isOpen = true;
                height = glyph.y();
            } else if (glyph.x() != pen) {
                out.append(')').append(pen - glyph.x()).append('(');
            }
            PdfText.glyph(shown.number(glyph), out);
            pen = glyph.x() + shown.width(glyph);
        }
        out.append(isOpen ? ")]TJ\n" : "");
    }

    /// A picture over a rectangle.
    public void picture(Picture picture, double x, double y, double width, double height) {
        out.append("q ");
        number(width);
        out.append("0 0 ");
        number(height);
        number(x);
        number(y);
        out.append("cm/").append(pictures.use(picture)).append(" Do Q\n");
    }

    /// A filled rectangle.
    public void box(Rgb ink, double x, double y, double width, double height) {
        fill(ink);
        rectangle(x, y, width, height);
        out.append("f\n");
    }

    /// Squares of a grid, as one shape, so that no seam shows where two of them touch.
    ///
    /// @param rows from the top, each with its squares from the left
    /// @param side of a square
    /// @param x the left edge of the grid
    /// @param top its upper edge
    public void squares(Rgb ink, List<BitSet> rows, double side, double x, double top) {
        fill(ink);
        out.append("q ");
        number(side);
        out.append("0 0 ");
        number(-side);
        number(x);
        number(top);
        out.append("cm\n");
        for (int row = 0; row < rows.size(); row++) {
            BitSet squares = rows.get(row);
            int from = squares.nextSetBit(0);
            while (from >= 0) {
                int to = squares.nextClearBit(from);
                rectangle(from, row, to - from, 1);
                from = squares.nextSetBit(to);
            }
        }
        out.append("f\nQ\n");
    }

    /// The edge of a rectangle.
    public void frame(Rgb ink, double thickness, double x, double y, double width, double height) {
        stroke(ink, thickness);
        rectangle(x, y, width, height);
        out.append("S\n");
    }

    /// A straight line.
    public void rule(Rgb ink, double thickness, double fromX, double fromY, double toX, double toY) {
        stroke(ink, thickness);
        segment(fromX, fromY, toX, toY);
        out.append("S\n");
    }

    /// A rectangle filled with slanted strokes.
    public void hatch(Rgb ink, double x, double y, double width, double height) {
        out.append("q\n");
        rectangle(x, y, width, height);
        out.append("W n\n");
        stroke(ink, 0.7);
        for (double shift = -height; shift < width; shift += 3) {
            segment(x + shift, y, x + shift + height, y + height);
        }
        out.append("S\nQ\n");
        stroked = null; // what was in force before is again
    }

    private void segment(double fromX, double fromY, double toX, double toY) {
        number(fromX);
        number(fromY);
        out.append("m ");
        number(toX);
        number(toY);
        out.append("l\n");
    }

    private void rectangle(double x, double y, double width, double height) {
        number(x);
        number(y);
        number(width);
        number(height);
        out.append("re\n");
    }

    private void fill(Rgb ink) {
        if (!ink.equals(filled)) {
            ink.append(out);
            out.append(" rg\n");
            filled = ink;
        }
    }

    private void stroke(Rgb ink, double thickness) {
        if (!ink.equals(stroked) || thickness != strokeWidth) {
            ink.append(out);
            out.append(" RG ");
            number(thickness);
            out.append("w\n");
            stroked = ink;
            strokeWidth = thickness;
        }
    }

    private void number(double value) {
        PdfText.number(value, out);
        out.append(' ');
    }

    int pageObject() {
        return pageObject;
    }

    List<Element> owners() {
        return owners;
    }

    byte[] bytes() {
        return out.toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}
