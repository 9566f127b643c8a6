package org.taswiya.deliver.sms;

import java.io.ByteArrayOutputStream;

/// The default alphabet of GSM with its extension table (3GPP TS 23.038, 6.2.1).
public final class GsmAlphabet {
    private static final byte ESCAPE = 0x1b;

    /// In the order of their septets; the escape itself is no letter.
    private static final String BASIC = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\u001bÆæßÉ"
            + " !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§"
            + "¿abcdefghijklmnopqrstuvwxyzäöñüà";

    /// What stands behind an escape, and its septets.
    private static final String EXTENSION = "\f^{}\\[~]|€";

    private static final byte[] EXTENSION_SEPTETS = {0x0a, 0x14, 0x28, 0x29, 0x2f, 0x3c, 0x3d, 0x3e, 0x40, 0x65};

    private GsmAlphabet() {}

    /// How many septets a letter takes: one, two behind an escape, or none where the alphabet has no such letter.
    static int septets(int letter) {
        if (letter > Character.MAX_VALUE || letter == ESCAPE) {
            return 0;
        }
        if (BASIC.indexOf(letter) >= 0) {
            return 1;
        }
        return EXTENSION.indexOf(letter) >= 0 ? 2 : 0;
    }

    /// The septets of a text, each in an octet of its own; whoever puts them on the air packs them.
    public static byte[] septets(String text) {
        ByteArrayOutputStream septets = new ByteArrayOutputStream(text.length());
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            switch (septets(letter)) {
                case 1 -> septets.write(BASIC.indexOf(letter));
                case 2 -> {
                    septets.write(ESCAPE);
                    septets.write(EXTENSION_SEPTETS[EXTENSION.indexOf(letter)]);
                }
                default -> throw new IllegalArgumentException("no letter of GSM: '" + letter + "' in: " + text);
            }
        }
        return septets.toByteArray();
    }
}
