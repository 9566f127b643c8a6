package org.taswiya.deliver.pdf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.taswiya.deliver.type.FontFile;
import org.taswiya.deliver.type.GlyphRun;
import org.taswiya.deliver.type.Typeface;

/// Which glyphs of which typefaces a document shows, and what it embeds of them.
final class FontUse {
    private static final String[] NAMES = {"L", "LB", "A", "AB"};

    /// A table of characters may have so many lines in one go (Adobe Technical Note 5014).
    private static final int LINES_MOST = 100;

    /// Bits of a font descriptor: letters that are no Latin alphabet alone.
    private static final int SYMBOLIC = 4;

    private final Map<Typeface, TreeMap<Integer, String>> shown = new EnumMap<>(Typeface.class);
    private final Map<Typeface, Integer> numbers = new EnumMap<>(Typeface.class);

    /// Notes what a run shows.
    ///
    /// @return the name by which a page asks for its typeface
    String use(GlyphRun run) {
        TreeMap<Integer, String> texts = shown.computeIfAbsent(run.face(), _ -> new TreeMap<>());
        for (GlyphRun.Glyph glyph : run.glyphs()) {
            texts.merge(glyph.id(), glyph.text(), (known, next) -> known.isEmpty() ? next : known);
        }
        return NAMES[run.face().ordinal()];
    }

    /// The typefaces shown up to now, for the resources of a page.
    String resources(PdfFile file) {
        StringBuilder out = new StringBuilder("/Font<<");
        for (Typeface face : shown.keySet()) {
            int number = numbers.computeIfAbsent(face, _ -> file.reserve());
            out.append('/')
                    .append(NAMES[face.ordinal()])
                    .append(' ')
                    .append(number)
                    .append(" 0 R");
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
        TreeMap<Integer, String> texts = shown.getOrDefault(face, new TreeMap<>());
        BitSet used = new BitSet();
        texts.keySet().forEach(used::set);
        FontProgram program = FontProgram.with(face, used);
        FontFile font = face.file();
        String name = "/" + program.tag() + "+" + face.fontName();
        int embedded = file.stream("/Length1 " + program.length(), program.deflated());
        int[] box = font.box();
        int descriptor = file.add("<</Type/FontDescriptor/FontName" + name + "/Flags " + SYMBOLIC + "/FontBBox["
                + box[0] + " " + box[1] + " " + box[2] + " " + box[3] + "]/ItalicAngle 0/Ascent " + font.ascent()
                + "/Descent " + font.descent() + "/CapHeight " + font.capHeight() + "/StemV " + font.weight() / 5
                + "/FontFile2 " + embedded + " 0 R>>");
        int glyphs = file.add("<</Type/Font/Subtype/CIDFontType2/BaseFont" + name
                + "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/CIDToGIDMap/Identity/DW 0/W["
                + widths(font, used) + "]/FontDescriptor " + descriptor + " 0 R>>");
        int characters = file.stream("", PdfFile.deflated(characters(texts)));
        file.set(
                number,
                "<</Type/Font/Subtype/Type0/BaseFont" + name + "/Encoding/Identity-H/DescendantFonts[" + glyphs
                        + " 0 R]/ToUnicode " + characters + " 0 R>>");
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

    private static byte[] characters(TreeMap<Integer, String> texts) {
        StringBuilder out = new StringBuilder(2048);
        out.append("/CIDInit/ProcSet findresource begin 12 dict begin begincmap/CIDSystemInfo<</Registry(Adobe)"
                + "/Ordering(UCS)/Supplement 0>>def/CMapName/Adobe-Identity-UCS def/CMapType 2 def\n"
                + "1 begincodespacerange<0000><FFFF>endcodespacerange\n");
        int left = (int) texts.values().stream().filter(text -> !text.isEmpty()).count();
        int inGroup = 0;
        for (Map.Entry<Integer, String> entry : texts.entrySet()) {
            if (entry.getValue().isEmpty()) {
                continue;
            }
            if (inGroup == 0) {
                inGroup = Math.min(left, LINES_MOST);
                out.append(inGroup).append(" beginbfchar\n");
            }
            out.append('<');
            PdfText.glyph(entry.getKey(), out);
            out.append("><").append(PdfText.utf16(entry.getValue())).append(">\n");
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
