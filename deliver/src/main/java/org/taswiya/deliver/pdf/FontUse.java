package org.taswiya.deliver.pdf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.IntStream;
import org.taswiya.deliver.type.FontFile;
import org.taswiya.deliver.type.GlyphRun;
import org.taswiya.deliver.type.Typeface;

/// Which glyphs of which typefaces a document shows, and what it embeds of them.
final class FontUse {
    /// A table of characters may have so many lines in one go (Adobe Technical Note 5014).
    private static final int LINES_MOST = 100;

    /// Bits of a font descriptor: letters that are no Latin alphabet alone.
    private static final int SYMBOLIC = 4;

    private final Map<Typeface, Shown> shown = new EnumMap<>(Typeface.class);
    private final Map<Typeface, Integer> numbers = new EnumMap<>(Typeface.class);

    /// The glyphs of a typeface that are shown, which have numbers of their own in the order in which they first come:
    /// what is embedded has no gaps, and a page of few letters has small numbers.
    static final class Shown {
        private final FontFile font;
        private final int[] numbers;
        private final List<Integer> glyphs = new ArrayList<>();
        private final List<String> texts = new ArrayList<>();

        private Shown(FontFile font) {
            this.font = font;
            numbers = new int[font.glyphs()];
            glyphs.add(0); // the sign of what is missing
            texts.add("");
        }

        /// The number of a glyph in the document.
        int number(GlyphRun.Glyph glyph) {
            int number = numbers[glyph.id()];
            if (number == 0 && glyph.id() != 0) {
                number = glyphs.size();
                numbers[glyph.id()] = number;
                glyphs.add(glyph.id());
                texts.add(glyph.text());
            } else if (!glyph.text().isEmpty() && texts.get(number).isEmpty()) {
                texts.set(number, glyph.text()); // where it came first, another of the same letter had them
            }
            return number;
        }

        int width(GlyphRun.Glyph glyph) {
            return font.width(glyph.id());
        }
    }

    /// The glyphs of a typeface.
    Shown of(Typeface face) {
        Shown glyphs = shown.get(face);
        if (glyphs == null) {
            glyphs = new Shown(face.file());
            shown.put(face, glyphs);
        }
        return glyphs;
    }

    /// The typefaces shown up to now, for the resources of a page.
    String resources(PdfFile file) {
        StringBuilder out = new StringBuilder("/Font<<");
        for (Typeface face : shown.keySet()) {
            int number = numbers.computeIfAbsent(face, _ -> file.reserve());
            out.append('/').append(face.code()).append(' ').append(number).append(" 0 R");
        }
        return out.append(">>").toString();
    }

    /// Writes all typefaces, after the last page.
    void write(PdfFile file) throws IOException {
        for (Map.Entry<Typeface, Integer> font : numbers.entrySet()) {
            write(file, font.getKey(), font.getValue());
        }
    }

    private void write(PdfFile file, Typeface face, int number) throws IOException {
        Shown glyphs = of(face);
        int[] used = glyphs.glyphs.stream().mapToInt(Integer::intValue).toArray();
        FontFile font = face.file();
        String name = "/" + tag(used) + "+" + face.fontName();
        byte[] program = font.subset(used);
        int embedded = file.stream("/Length1 " + program.length, PdfFile.deflated(program));
        int[] box = font.box();
        int descriptor = file.add("<</Type/FontDescriptor/FontName" + name + "/Flags " + SYMBOLIC + "/FontBBox["
                + box[0] + " " + box[1] + " " + box[2] + " " + box[3] + "]/ItalicAngle 0/Ascent " + font.ascent()
                + "/Descent " + font.descent() + "/CapHeight " + font.capHeight() + "/StemV " + font.weight() / 5
                + "/FontFile2 " + embedded + " 0 R>>");
        int outlines = file.add("<</Type/Font/Subtype/CIDFontType2/BaseFont" + name
                + "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/CIDToGIDMap/Identity/DW 0/W[0["
                + widths(font, used) + "]]/FontDescriptor " + descriptor + " 0 R>>");
        int characters = file.stream("", PdfFile.deflated(characters(glyphs)));
        file.set(
                number,
                "<</Type/Font/Subtype/Type0/BaseFont" + name + "/Encoding/Identity-H/DescendantFonts[" + outlines
                        + " 0 R]/ToUnicode " + characters + " 0 R>>");
    }

    /// Six letters that tell parts of a font apart (ISO 32000-1, 9.6.4).
    private static String tag(int[] used) {
        long mix = 7;
        for (int glyph : used) {
            mix = mix * 1_000_003 + glyph;
        }
        StringBuilder tag = new StringBuilder(6);
        for (int i = 0; i < 6; i++) {
            tag.append((char) ('A' + Math.floorMod(mix, 26)));
            mix = Math.floorDiv(mix, 26);
        }
        return tag.toString();
    }

    private static String widths(FontFile font, int[] used) {
        StringJoiner out = new StringJoiner(" ");
        for (int glyph : used) {
            out.add(Integer.toString(font.width(glyph)));
        }
        return out.toString();
    }

    private static byte[] characters(Shown glyphs) {
        StringBuilder out = new StringBuilder(2048);
        out.append("/CIDInit/ProcSet findresource begin 12 dict begin begincmap/CIDSystemInfo<</Registry(Adobe)"
                + "/Ordering(UCS)/Supplement 0>>def/CMapName/Adobe-Identity-UCS def/CMapType 2 def\n"
                + "1 begincodespacerange<0000><FFFF>endcodespacerange\n");
        List<Integer> told = IntStream.range(0, glyphs.texts.size())
                .filter(number -> !glyphs.texts.get(number).isEmpty())
                .boxed()
                .toList();
        for (int from = 0; from < told.size(); from += LINES_MOST) {
            List<Integer> group = told.subList(from, Math.min(told.size(), from + LINES_MOST));
            out.append(group.size()).append(" beginbfchar\n");
            for (int number : group) {
                out.append('<').append(PdfText.hexadecimal(number)).append("><");
                out.append(PdfText.utf16(glyphs.texts.get(number))).append(">\n");
            }
            out.append("endbfchar\n");
        }
        out.append("endcmap CMapName currentdict/CMap defineresource pop end end");
        return out.toString().getBytes(StandardCharsets.US_ASCII);
    }
}
