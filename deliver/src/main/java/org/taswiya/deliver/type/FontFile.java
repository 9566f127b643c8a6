package org.taswiya.deliver.type;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The tables of a TrueType font, as OpenType 1.9 describes them.
///
/// Measures are in units of the font, of which a thousand make the size of the letters in all of ours, where nothing
/// else is said.
public final class FontFile {
    private static final int TABLE_ENTRY = 16;
    private static final int HEADER = 12;
    private static final int TRUE_TYPE = 0x00010000;

    /// Of a glyph made of others: what follows, and how long it is.
    private static final int WORDS = 0x0001;

    /// How many contours, and the box around them.
    private static final int OUTLINE_HEAD = 10;

    /// Outlines of so many bytes are found by half their place, in two bytes.
    private static final int SHORT_MOST = 0x1FFFE;

    private static final int SCALE = 0x0008;
    private static final int MORE = 0x0020;
    private static final int SCALE_BOTH = 0x0040;
    private static final int SCALE_FULL = 0x0080;
    private static final int HINTS = 0x0100;

    private final Map<String, ByteBuffer> tables = new TreeMap<>();
    private final int advances;
    private final boolean isLong;
    private final int[] widths;

    FontFile(byte[] bytes) {
        ByteBuffer file = ByteBuffer.wrap(bytes);
        int count = file.getShort(4);
        for (int i = 0; i < count; i++) {
            int at = HEADER + i * TABLE_ENTRY;
            String tag = new String(bytes, at, 4, StandardCharsets.US_ASCII);
            tables.put(tag, file.slice(file.getInt(at + 8), file.getInt(at + 12)));
        }
        advances = table("hhea").getShort(34) & 0xFFFF;
        isLong = table("head").getShort(50) == 1;
        widths = new int[table("maxp").getShort(4) & 0xFFFF];
        ByteBuffer hmtx = table("hmtx");
        for (int glyph = 0; glyph < widths.length; glyph++) {
            int advance = hmtx.getShort(Math.min(glyph, advances - 1) * 4) & 0xFFFF;
            widths[glyph] = advance * Typeface.EM / unitsPerEm();
        }
    }

    private ByteBuffer table(String tag) {
        ByteBuffer table = tables.get(tag);
        if (table == null) {
            throw new IllegalArgumentException("a font without a table '" + tag + "'");
        }
        return table;
    }

    private int unitsPerEm() {
        return table("head").getShort(18);
    }

    /// Left, bottom, right and top of all glyphs.
    public int[] box() {
        ByteBuffer head = table("head");
        return new int[] {head.getShort(36), head.getShort(38), head.getShort(40), head.getShort(42)};
    }

    public int ascent() {
        return table("hhea").getShort(4);
    }

    /// Below zero.
    public int descent() {
        return table("hhea").getShort(6);
    }

    public int capHeight() {
        ByteBuffer metrics = table("OS/2");
        return metrics.getShort(0) >= 2 ? metrics.getShort(88) : ascent();
    }

    /// From 100, thin, to 900, black.
    public int weight() {
        return table("OS/2").getShort(4);
    }

    /// How far the next glyph stands.
    private int advance(int glyph) {
        return table("hmtx").getShort(Math.min(glyph, advances - 1) * 4) & 0xFFFF;
    }

    /// How many there are.
    public int glyphs() {
        return widths.length;
    }

    /// How far the next glyph stands, in thousandths of the size.
    public int width(int glyph) {
        return widths[glyph];
    }

    /// A font of these glyphs only, in this order, then the parts that some of them are made of. Hints are left out:
    /// they are for screens of another age.
    ///
    /// @param wanted their numbers in this font; the first is 0, the sign of what is missing, which every font has
    public byte[] subset(int[] wanted) {
        FontSubset subset = new FontSubset(wanted);
        ByteArrayOutputStream glyf = new ByteArrayOutputStream(1 << 14);
        List<Integer> starts = new ArrayList<>();
        for (int i = 0; i < subset.count(); i++) { // the count grows with the parts that are found on the way
            starts.add(glyf.size());
            byte[] outline = subset.renumbered(withoutHints(outline(subset.glyph(i))));
            glyf.writeBytes(outline);
            glyf.writeBytes(new byte[-outline.length & 3]);
        }
        starts.add(glyf.size());
        int count = subset.count();
        boolean areLong = glyf.size() > SHORT_MOST;
        ByteBuffer loca = ByteBuffer.allocate(starts.size() * (areLong ? 4 : 2));
        starts.forEach(start -> {
            if (areLong) {
                loca.putInt(start);
            } else {
                loca.putShort((short) (start / 2));
            }
        });
        ByteBuffer hmtx = ByteBuffer.allocate(count * 4);
        for (int i = 0; i < count; i++) {
            hmtx.putShort((short) advance(subset.glyph(i))).putShort(bearing(subset.glyph(i)));
        }
        byte[] head = copy("head");
        ByteBuffer.wrap(head).putInt(8, 0).putShort(50, (short) (areLong ? 1 : 0));
        byte[] hhea = copy("hhea");
        ByteBuffer.wrap(hhea).putShort(34, (short) count);
        byte[] maxp = copy("maxp");
        ByteBuffer.wrap(maxp).putShort(4, (short) count);
        Map<String, byte[]> parts = new TreeMap<>();
        parts.put("glyf", glyf.toByteArray());
        parts.put("head", head);
        parts.put("hhea", hhea);
        parts.put("hmtx", hmtx.array());
        parts.put("loca", loca.array());
        parts.put("maxp", maxp);
        return file(parts);
    }

    private byte[] outline(int glyph) {
        byte[] outline = new byte[offset(glyph + 1) - offset(glyph)];
        table("glyf").get(offset(glyph), outline);
        return outline;
    }

    /// An outline, or the parts of one, without the program that moves its points to the dots of a screen: that calls
    /// what stands in other tables of the font, which are left out.
    private static byte[] withoutHints(byte[] outline) {
        if (outline.length == 0) {
            return outline;
        }
        ByteBuffer bytes = ByteBuffer.wrap(outline.clone());
        int contours = bytes.getShort(0);
        if (contours >= 0) {
            int at = OUTLINE_HEAD + 2 * contours;
            int hints = bytes.getShort(at) & 0xFFFF;
            bytes.putShort(at, (short) 0);
            System.arraycopy(outline, at + 2 + hints, bytes.array(), at + 2, outline.length - at - 2 - hints);
            return Arrays.copyOf(bytes.array(), outline.length - hints);
        }
        int part = OUTLINE_HEAD;
        int flags;
        do {
            flags = bytes.getShort(part);
            bytes.putShort(part, (short) (flags & ~HINTS));
            part += partLength(flags);
        } while ((flags & MORE) != 0);
        return Arrays.copyOf(bytes.array(), part);
    }

    /// How far the outline begins from where the glyph does.
    private short bearing(int glyph) {
        int at = glyph < advances ? glyph * 4 + 2 : advances * 4 + (glyph - advances) * 2;
        return table("hmtx").getShort(at);
    }

    private byte[] copy(String tag) {
        ByteBuffer table = table(tag);
        byte[] bytes = new byte[table.capacity()];
        table.get(0, bytes);
        return bytes;
    }

    private int offset(int glyph) {
        ByteBuffer loca = table("loca");
        return isLong ? loca.getInt(glyph * 4) : (loca.getShort(glyph * 2) & 0xFFFF) * 2;
    }

    /// Which glyph has which number in a part of this font.
    private static final class FontSubset {
        private final List<Integer> glyphs = new ArrayList<>();
        private final Map<Integer, Integer> numbers = new HashMap<>();

        FontSubset(int[] wanted) {
            for (int glyph : wanted) {
                number(glyph);
            }
        }

        int count() {
            return glyphs.size();
        }

        int glyph(int number) {
            return glyphs.get(number);
        }

        private int number(int glyph) {
            return numbers.computeIfAbsent(glyph, added -> {
                glyphs.add(added);
                return glyphs.size() - 1;
            });
        }

        /// An outline that is made of others names them by the numbers that they have here.
        byte[] renumbered(byte[] outline) {
            ByteBuffer bytes = ByteBuffer.wrap(outline);
            if (outline.length == 0 || bytes.getShort(0) >= 0) {
                return outline; // an outline of its own
            }
            int part = OUTLINE_HEAD;
            int flags;
            do {
                flags = bytes.getShort(part);
                bytes.putShort(part + 2, (short) number(bytes.getShort(part + 2) & 0xFFFF));
                part += partLength(flags);
            } while ((flags & MORE) != 0);
            return outline;
        }
    }

    private static int partLength(int flags) {
        int length = (flags & WORDS) != 0 ? 8 : 6;
        if ((flags & SCALE) != 0) {
            return length + 2;
        }
        if ((flags & SCALE_BOTH) != 0) {
            return length + 4;
        }
        return (flags & SCALE_FULL) != 0 ? length + 8 : length;
    }

    private static byte[] file(Map<String, byte[]> parts) {
        int log = 31 - Integer.numberOfLeadingZeros(parts.size());
        int start = HEADER + parts.size() * TABLE_ENTRY;
        int length = start;
        for (byte[] part : parts.values()) {
            length += (part.length + 3) & ~3;
        }
        ByteBuffer out = ByteBuffer.allocate(length);
        out.putInt(TRUE_TYPE).putShort((short) parts.size());
        out.putShort((short) (TABLE_ENTRY << log)).putShort((short) log);
        out.putShort((short) (parts.size() * TABLE_ENTRY - (TABLE_ENTRY << log)));
        int at = start;
        for (Map.Entry<String, byte[]> part : parts.entrySet()) {
            byte[] bytes = part.getValue();
            out.put(part.getKey().getBytes(StandardCharsets.US_ASCII));
            out.put(at, bytes);
            int padded = (bytes.length + 3) & ~3;
            out.putInt(checksum(out, at, padded)).putInt(at).putInt(bytes.length);
            at += padded;
        }
        return out.array();
    }

    private static int checksum(ByteBuffer out, int at, int length) {
        int sum = 0;
        for (int i = 0; i < length; i += 4) {
            sum += out.getInt(at + i);
        }
        return sum;
    }
}
