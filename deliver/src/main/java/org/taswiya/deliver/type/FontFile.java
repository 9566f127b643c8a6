package org.taswiya.deliver.type;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Map;
import java.util.TreeMap;

/// The tables of a TrueType font, as OpenType 1.9 describes them.
///
/// All measures are in units of the font, of which [#unitsPerEm] make the size of the letters.
public final class FontFile {
    private static final int TABLE_ENTRY = 16;
    private static final int HEADER = 12;
    private static final int TRUE_TYPE = 0x00010000;

    /// Of a glyph made of others: what follows, and how long it is.
    private static final int WORDS = 0x0001;

    /// How many contours, and the box around them.
    private static final int OUTLINE_HEAD = 10;

    private static final int SCALE = 0x0008;
    private static final int MORE = 0x0020;
    private static final int SCALE_BOTH = 0x0040;
    private static final int SCALE_FULL = 0x0080;
    private static final int HINTS = 0x0100;

    private final Map<String, ByteBuffer> tables = new TreeMap<>();
    private final int glyphs;
    private final int advances;
    private final boolean isLong;

    FontFile(byte[] bytes) {
        ByteBuffer file = ByteBuffer.wrap(bytes);
        int count = file.getShort(4);
        for (int i = 0; i < count; i++) {
            int at = HEADER + i * TABLE_ENTRY;
            String tag = new String(bytes, at, 4, StandardCharsets.US_ASCII);
            tables.put(tag, file.slice(file.getInt(at + 8), file.getInt(at + 12)));
        }
        glyphs = table("maxp").getShort(4) & 0xFFFF;
        advances = table("hhea").getShort(34) & 0xFFFF;
        isLong = table("head").getShort(50) == 1;
    }

    private ByteBuffer table(String tag) {
        ByteBuffer table = tables.get(tag);
        if (table == null) {
            throw new IllegalArgumentException("a font without a table '" + tag + "'");
        }
        return table;
    }

    public int unitsPerEm() {
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
    public int advance(int glyph) {
        return table("hmtx").getShort(Math.min(glyph, advances - 1) * 4) & 0xFFFF;
    }

    /// The same font with the outlines of these glyphs only; every glyph keeps its number, and none above the last of
    /// them is left. Hints are left out: they are for screens of another age.
    public byte[] subset(BitSet wanted) {
        BitSet kept = withParts(wanted);
        ByteBuffer outlines = table("glyf");
        ByteArrayOutputStream glyf = new ByteArrayOutputStream(1 << 14);
        int count = kept.length();
        int measured = Math.min(advances, count);
        ByteBuffer loca = ByteBuffer.allocate((count + 1) * 4);
        ByteBuffer hmtx = ByteBuffer.allocate(measured * 4 + (count - measured) * 2);
        for (int glyph = 0; glyph < count; glyph++) {
            loca.putInt(glyf.size());
            if (kept.get(glyph)) {
                byte[] outline = new byte[offset(glyph + 1) - offset(glyph)];
                outlines.get(offset(glyph), outline);
                outline = withoutHints(outline);
                glyf.writeBytes(outline);
                glyf.writeBytes(new byte[-outline.length & 3]);
                keepAdvance(glyph, hmtx);
            }
        }
        loca.putInt(glyf.size());
        byte[] head = copy("head");
        ByteBuffer.wrap(head).putInt(8, 0).putShort(50, (short) 1);
        byte[] hhea = copy("hhea");
        ByteBuffer.wrap(hhea).putShort(34, (short) measured);
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

    private void keepAdvance(int glyph, ByteBuffer into) {
        ByteBuffer hmtx = table("hmtx");
        if (glyph < advances) {
            into.putInt(glyph * 4, hmtx.getInt(glyph * 4));
        } else {
            into.putShort((advances - 1) * 4, hmtx.getShort((advances - 1) * 4));
            int bearing = advances * 4 + (glyph - advances) * 2;
            into.putShort(bearing, hmtx.getShort(bearing));
        }
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

    /// What is wanted, what it is made of, and the glyph of what is missing, which every font has.
    private BitSet withParts(BitSet wanted) {
        BitSet kept = new BitSet(glyphs);
        kept.set(0);
        for (int glyph = wanted.nextSetBit(0); glyph >= 0; glyph = wanted.nextSetBit(glyph + 1)) {
            keep(glyph, kept);
        }
        return kept;
    }

    private void keep(int glyph, BitSet kept) {
        kept.set(glyph);
        int at = offset(glyph);
        if (offset(glyph + 1) == at) {
            return;
        }
        ByteBuffer outlines = table("glyf");
        if (outlines.getShort(at) >= 0) {
            return; // an outline of its own
        }
        int part = at + OUTLINE_HEAD;
        int flags;
        do {
            flags = outlines.getShort(part);
            keep(outlines.getShort(part + 2) & 0xFFFF, kept);
            part += partLength(flags);
        } while ((flags & MORE) != 0);
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
