package org.taswiya.core.interval;

/// What [OctetsOut] has written. Octets that end too early, or say what was never written, are refused.
final class OctetsIn {
    private static final int MORE = 0x80;
    private static final int SEVEN = 0x7f;
    private static final int SHIFT_MOST = 56;

    private final byte[] octets;
    private final int end;
    private int at;

    OctetsIn(byte[] octets, int from, int end) {
        this.octets = octets;
        this.at = from;
        this.end = end;
    }

    /// The opposite of [OctetsOut#folded].
    static long unfolded(long value) {
        return value >>> 1 ^ -(value & 1);
    }

    int octet() {
        if (at == end) {
            throw new BadIntervalBytes("they end after " + end + " bytes");
        }
        return octets[at++] & 0xff;
    }

    /// The next one; zero after the last, as zeros at the end were left out.
    int octetOrZero() {
        return at < end ? octets[at++] & 0xff : 0;
    }

    long number() {
        long value = 0;
        for (int shift = 0; shift <= SHIFT_MOST; shift += 7) {
            int octet = octet();
            value |= (long) (octet & SEVEN) << shift;
            if (octet < MORE) {
                return value;
            }
        }
        throw new BadIntervalBytes("a number at " + at + " has no end");
    }

    /// A number with a bound.
    int number(int most) {
        long value = number();
        if (value > most) {
            throw new BadIntervalBytes("found " + value + " before " + at + ", expected at most " + most);
        }
        return (int) value;
    }

    int whole() {
        int value = 0;
        for (int i = 0; i < Integer.BYTES; i++) {
            value = value << Byte.SIZE | octet();
        }
        return value;
    }

    boolean isAtEnd() {
        return at == end;
    }
}
