package org.taswiya.deliver.pdf;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// What the colours of a document are measured by: sRGB (IEC 61966-2-1) as a profile of ICC.1:2010, in as few bytes as
/// that takes. The one of the JDK is twelve times as long, and every document has it inside.
final class SrgbProfile {
    private static final int HEAD = 128;
    private static final int VERSION = 0x04200000;
    private static final int ENTRY = 12;

    /// The white that profiles are measured by, D50.
    private static final double[] WHITE = {0.9642, 1, 0.8249};

    private static final double[] RED = {0.43607, 0.22249, 0.01392};
    private static final double[] GREEN = {0.38515, 0.71687, 0.09708};
    private static final double[] BLUE = {0.14307, 0.06061, 0.7141};

    /// From the white of sRGB, D65, to that of profiles, by Bradford's method.
    private static final double[] ADAPTED = {
        1.04788, 0.02292, -0.0502, 0.02959, 0.99048, -0.01707, -0.00925, 0.01508, 0.75168
    };

    /// Of the curve: a power, and a line near black.
    private static final double[] CURVE = {2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045};

    private static final short WITH_LINE = 3;

    private SrgbProfile() {}

    /// A tag and what it holds.
    @SuppressWarnings("ArrayRecordComponent") // nobody compares them
    private record Tag(String name, byte[] bytes) {}

    static byte[] bytes() {
        byte[] curve = curve();
        Tag[] tags = {
            new Tag("desc", text("sRGB")),
            new Tag("cprt", text("CC0")),
            new Tag("wtpt", numbers("XYZ ", WHITE)),
            new Tag("chad", numbers("sf32", ADAPTED)),
            new Tag("rXYZ", numbers("XYZ ", RED)),
            new Tag("gXYZ", numbers("XYZ ", GREEN)),
            new Tag("bXYZ", numbers("XYZ ", BLUE)),
            new Tag("rTRC", curve),
            new Tag("gTRC", curve),
            new Tag("bTRC", curve)
        };
        ByteBuffer out = ByteBuffer.allocate(1 << 10);
        out.position(HEAD).putInt(tags.length);
        int at = HEAD + 4 + tags.length * ENTRY;
        byte[] before = {};
        for (Tag tag : tags) {
            if (!Arrays.equals(tag.bytes(), before)) { // what comes again is there once
                at = out.position() == HEAD + 4 ? at : at + before.length;
                before = tag.bytes();
                out.put(at, before);
            }
            out.put(tag.name().getBytes(StandardCharsets.US_ASCII)).putInt(at).putInt(before.length);
        }
        int length = at + before.length;
        head(out, length);
        byte[] bytes = new byte[length];
        out.get(0, bytes);
        return bytes;
    }

    private static void head(ByteBuffer out, int length) {
        out.putInt(0, length).putInt(8, VERSION);
        out.put(12, "mntrRGB XYZ ".getBytes(StandardCharsets.US_ASCII));
        out.putShort(24, (short) 2010).putShort(26, (short) 1).putShort(28, (short) 1); // a day; the clock has no say
        out.put(36, "acsp".getBytes(StandardCharsets.US_ASCII));
        out.putInt(68, 0xF6D6).putInt(72, 0x10000).putInt(76, 0xD32D); // D50, to the digit
    }

    private static byte[] numbers(String type, double... values) {
        ByteBuffer out = ByteBuffer.allocate(8 + 4 * values.length);
        out.put(type.getBytes(StandardCharsets.US_ASCII)).putInt(0);
        for (double value : values) {
            out.putInt(fixed(value));
        }
        return out.array();
    }

    private static byte[] curve() {
        ByteBuffer out = ByteBuffer.allocate(12 + 4 * CURVE.length);
        out.put("para".getBytes(StandardCharsets.US_ASCII)).putInt(0);
        out.putShort(WITH_LINE).putShort((short) 0);
        for (double value : CURVE) {
            out.putInt(fixed(value));
        }
        return out.array();
    }

    /// With sixteen bits after the point.
    private static int fixed(double value) {
        return (int) Math.round(value * 0x10000);
    }

    /// In one language, as the format wants it.
    private static byte[] text(String words) {
        byte[] utf16 = words.getBytes(StandardCharsets.UTF_16BE);
        ByteBuffer out = ByteBuffer.allocate((28 + utf16.length + 3) & ~3);
        out.put("mluc".getBytes(StandardCharsets.US_ASCII)).putInt(0).putInt(1).putInt(12);
        out.put("enUS".getBytes(StandardCharsets.US_ASCII))
                .putInt(utf16.length)
                .putInt(28)
                .put(utf16);
        return out.array();
    }
}
