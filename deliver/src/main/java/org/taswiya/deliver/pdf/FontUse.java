package org.taswiya.deliver.pdf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
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

    /// Glyphs of a typeface, and the characters that each stands for; none where another of the same letter has them.
    private record Shown(BitSet used, Map<Integer, String> texts) {
        void add(GlyphRun run) {
            for (GlyphRun.Glyph glyph : run.glyphs()) {
                used.set(glyph.id());
                if (!glyph.text().isEmpty()) {
                    texts.putIfAbsent(glyph.id(), glyph.text());
                }
            }
        }
    }

    /// Notes what a run shows.
    ///
    /// @return the name by which a page asks for its typeface
    String use(GlyphRun run) {
        Shown glyphs = shown.get(run.face());
        if (glyphs == null) {
            glyphs = new Shown(new BitSet(), new HashMap<>());
            shown.put(run.face(), glyphs);
        }
        glyphs.add(run);
        return run.face().code();
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
        Shown glyphs = shown.getOrDefault(face, new Shown(new BitSet(), new HashMap<>()));
        BitSet used = glyphs.used();
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
                + "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/CIDToGIDMap/Identity/DW 0/W["
                + widths(font, used) + "]/FontDescriptor " + descriptor + " 0 R>>");
        int characters = file.stream("", PdfFile.deflated(characters(glyphs)));
        file.set(
                number,
                "<</Type/Font/Subtype/Type0/BaseFont" + name + "/Encoding/Identity-H/DescendantFonts[" + outlines
                        + " 0 R]/ToUnicode " + characters + " 0 R>>");
    }

    /// Six letters that tell parts of a font apart (ISO 32000-1, 9.6.4).
    private static String tag(BitSet used) {
        long mix = 7;
        for (long word : used.toLongArray()) {
            mix = mix * 1_000_003 + word;
        }
        StringBuilder tag = new StringBuilder(6);
        for (int i = 0; i < 6; i++) {
            tag.append((char) ('A' + Math.floorMod(mix, 26)));
            mix = Math.floorDiv(mix, 26);
        }
        return tag.toString();
    }

    private static String widths(FontFile font, BitSet used) {
        StringBuilder out = new StringBuilder();
        int last = -2;
        for (int glyph = used.nextSetBit(0); glyph >= 0; glyph = used.nextSetBit(glyph + 1)) {
            if (glyph != last + 1) {
                out.append(last < 0 ? "" : "]").append(glyph).append('[');
            } else {
                out.append(' ');
            }
            out.append(font.advance(glyph) * Typeface.EM / font.unitsPerEm());
            last = glyph;
        }
        return last < 0 ? "" : out.append(']').toString();
    }

    private static byte[] characters(Shown glyphs) {
        StringBuilder out = new StringBuilder(2048);
        out.append("/CIDInit/ProcSet findresource begin 12 dict begin begincmap/CIDSystemInfo<</Registry(Adobe)"
                + "/Ordering(UCS)/Supplement 0>>def/CMapName/Adobe-Identity-UCS def/CMapType 2 def\n"
                + "1 begincodespacerange<0000><FFFF>endcodespacerange\n");
        int left = glyphs.texts().size();
        int inGroup = 0;
        for (int glyph = glyphs.used().nextSetBit(0);
                glyph >= 0;
                glyph = glyphs.used().nextSetBit(glyph + 1)) {
            String text = glyphs.texts().get(glyph);
            if (text == null) {
                continue;
            }
            if (inGroup == 0) {
                inGroup = Math.min(left, LINES_MOST);
                out.append(inGroup).append(" beginbfchar\n");
            }
            out.append('<')
                    .append(PdfText.hexadecimal(glyph))
                    .append("><")
                    .append(PdfText.utf16(text))
                    .append(">\n");
            inGroup--;
            left--;
            if (inGroup == 0) {
                out.append("endbfchar\n");
            }
        }
        out.append("endcmap CMapName currentdict/CMap defineresource pop end end");
        return out.toString().getBytes(StandardCharsets.US_ASCII);
    }
}
