package org.taswiya.core.interval;

/// Numbers that are not below zero, as bits that a [BitCoder] writes or reads: how long a number is, expected from how
/// long the one before it was, then its highest bits, expected from its length, then the rest as they are.
final class NumberCoder {
    /// A length is six bits.
    private static final int LENGTH_BITS = 6;

    private static final int LENGTHS = 1 << LENGTH_BITS;

    /// How many bits below the highest one are expected.
    private static final int HIGH_BITS = 4;

    private static final int HIGH = 1 << HIGH_BITS;

    static final int CONTEXTS = LENGTHS * LENGTHS + LENGTHS * HIGH;

    private final BitCoder coder;
    private int before;

    NumberCoder(BitCoder coder) {
        this.coder = coder;
    }

    /// Writes a number and gives it back, or reads one, whatever it is given.
    long number(long number) {
        int length = length(Long.SIZE - Long.numberOfLeadingZeros(number));
        before = length;
        if (length == 0) {
            return 0;
        }
        int rest = length - 1;
        int known = 1;
        while (rest > 0 && known < HIGH) {
            rest--;
            int context = LENGTHS * LENGTHS + length * HIGH + known;
            known = known << 1 | coder.bit(context, (int) (number >>> rest) & 1);
        }
        return (long) known << rest | coder.bits(number, rest);
    }

    private int length(int length) {
        int known = 1;
        for (int i = LENGTH_BITS - 1; i >= 0; i--) {
            known = known << 1 | coder.bit(before * LENGTHS + known, length >>> i & 1);
        }
        return known - LENGTHS;
    }
}
