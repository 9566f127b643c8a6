package org.taswiya.core.interval;

import java.util.Arrays;

/// Octets that are written one after the other.
final class OctetsOut {
    private static final int MORE = 0x80;
    private static final int SEVEN = 0x7f;

    private byte[] octets = new byte[256];
    private int length;

    /// Numbers near zero, of either sign, as small ones: 0, -1, 1, -2, 2 ...
    static long folded(long value) {
        return value << 1 ^ value >> 63;
    }

    void octet(int value) {
        if (length == octets.length) {
            octets = Arrays.copyOf(octets, length * 2);
        }
        octets[length++] = (byte) value;
    }

    /// A number that is not below zero, seven bits an octet, the lowest first.
    void number(long value) {
        long rest = value;
        while (rest > SEVEN) {
            octet((int) (rest & SEVEN) | MORE);
            rest >>>= 7;
        }
        octet((int) rest);
    }

    /// A number of 32 bits, the highest first.
    void whole(int value) {
        for (int shift = Integer.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            octet(value >>> shift);
        }
    }

    /// Adds all that another one has written.
    void append(OctetsOut other) {
        for (int i = 0; i < other.length; i++) {
            octet(other.octets[i]);
        }
    }

    /// Takes zeros from the end, down to a length.
    void trim(int least) {
        while (length > least && octets[length - 1] == 0) {
            length--;
        }
    }

    int length() {
        return length;
    }

    byte[] toBytes() {
        return Arrays.copyOf(octets, length);
    }
}
