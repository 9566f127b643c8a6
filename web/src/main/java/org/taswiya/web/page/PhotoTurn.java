package org.taswiya.web.page;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// How a telephone was held: it writes that beside the picture, where it goes with everything else that is not kept.
final class PhotoTurn {
    private static final int START_OF_SCAN = 0xDA;
    private static final int APP1 = 0xE1;
    private static final int ORIENTATION = 0x0112;
    private static final String EXIF = "Exif\0\0";
    private static final int ENTRY_BYTES = 12;

    private PhotoTurn() {}

    /// By how many quarters the picture is to be turned to the right; none where nothing is said, or nothing that can
    /// be read.
    static int quarters(byte[] jpeg) {
        try {
            return switch (orientation(ByteBuffer.wrap(jpeg))) {
                case 3 -> 2;
                case 6 -> 1;
                case 8 -> 3;
                default -> 0;
            };
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException _) {
            return 0;
        }
    }

    private static int orientation(ByteBuffer bytes) {
        bytes.position(2);
        while ((bytes.get() & 0xFF) == 0xFF) {
            int marker = bytes.get() & 0xFF;
            int length = bytes.getShort() & 0xFFFF;
            if (marker == START_OF_SCAN) {
                return 0;
            }
            int next = bytes.position() + length - 2;
            if (marker == APP1 && startsAsExif(bytes)) {
                return inExif(bytes.slice());
            }
            bytes.position(next);
        }
        return 0;
    }

    private static boolean startsAsExif(ByteBuffer bytes) {
        byte[] name = new byte[EXIF.length()];
        bytes.get(name);
        return new String(name, StandardCharsets.US_ASCII).equals(EXIF);
    }

    /// @param exif from the beginning of its own header
    private static int inExif(ByteBuffer exif) {
        exif.order(exif.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        exif.position(exif.getInt(4));
        int entries = exif.getShort() & 0xFFFF;
        for (int i = 0; i < entries; i++) {
            int at = exif.position();
            if ((exif.getShort(at) & 0xFFFF) == ORIENTATION) {
                return exif.getShort(at + 8) & 0xFFFF;
            }
            exif.position(at + ENTRY_BYTES);
        }
        return 0;
    }
}
