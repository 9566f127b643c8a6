package org.taswiya.core.interval;

/// The check of IEEE 802.3 (CRC-32) of some bytes.
final class Crc {
    private static final int POLYNOMIAL = 0xedb8_8320;
    private static final int[] TABLE = table();

    private Crc() {}

    private static int[] table() {
        int[] table = new int[1 << Byte.SIZE];
        for (int i = 0; i < table.length; i++) {
            int rest = i;
            for (int bit = 0; bit < Byte.SIZE; bit++) {
                rest = (rest & 1) == 0 ? rest >>> 1 : rest >>> 1 ^ POLYNOMIAL;
            }
            table[i] = rest;
        }
        return table;
    }

    static int of(byte[] bytes, int count) {
        int crc = -1;
        for (int i = 0; i < count; i++) {
            crc = crc >>> Byte.SIZE ^ TABLE[(crc ^ bytes[i]) & 0xff];
        }
        return ~crc;
    }
}
