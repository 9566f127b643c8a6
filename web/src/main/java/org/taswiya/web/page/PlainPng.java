package org.taswiya.web.page;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;

/// A PNG with nothing in it but the picture. Whatever else a file may hold beside it (texts, profiles of colour, more
/// pictures) is packed too, and a reader would unpack it: none of it reaches one.
final class PlainPng {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

    /// Of the length and the name before what is in a chunk, and of the sum behind it.
    private static final int AROUND = 12;

    private static final String HEAD = "IHDR";
    private static final String DATA = "IDAT";
    private static final String END = "IEND";
    private static final Set<String> BEFORE_DATA = Set.of(HEAD, "PLTE", "tRNS");

    private PlainPng() {}

    static boolean isPng(byte[] sent) {
        return sent.length > SIGNATURE.length
                && Arrays.equals(sent, 0, SIGNATURE.length, SIGNATURE, 0, SIGNATURE.length);
    }

    /// Empty for what is cut, or has another order.
    static Optional<byte[]> of(byte[] png) {
        ByteBuffer from = ByteBuffer.wrap(png).position(SIGNATURE.length);
        ByteArrayOutputStream plain = new ByteArrayOutputStream(png.length);
        ByteArrayOutputStream data = new ByteArrayOutputStream(png.length);
        plain.writeBytes(SIGNATURE);
        while (from.remaining() >= AROUND) {
            int length = from.getInt();
            byte[] name = new byte[4];
            from.get(name);
            if (length < 0 || length > from.remaining() - 4) {
                return Optional.empty();
            }
            int at = from.position();
            from.position(at + length + 4);
            String chunk = new String(name, StandardCharsets.ISO_8859_1);
            if (chunk.equals(END)) {
                if (data.size() == 0) {
                    return Optional.empty();
                }
                write(plain, DATA, data.toByteArray());
                write(plain, END, new byte[0]);
                return Optional.of(plain.toByteArray());
            } else if (chunk.equals(DATA)) {
                data.write(png, at, length);
            } else if (data.size() == 0 && BEFORE_DATA.contains(chunk)) {
                write(plain, chunk, Arrays.copyOfRange(png, at, at + length));
            }
        }
        return Optional.empty();
    }

    private static void write(ByteArrayOutputStream out, String name, byte[] content) {
        byte[] named = name.getBytes(StandardCharsets.ISO_8859_1);
        CRC32 sum = new CRC32();
        sum.update(named);
        sum.update(content);
        out.writeBytes(ByteBuffer.allocate(4).putInt(content.length).array());
        out.writeBytes(named);
        out.writeBytes(content);
        out.writeBytes(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
    }
}
