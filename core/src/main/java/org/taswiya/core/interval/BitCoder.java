package org.taswiya.core.interval;

import java.util.Arrays;

/// Bits that take the less room the more they are expected (a binary range coder, in whole numbers alone).
///
/// Each bit has a context, which knows how often it was 0 there. Who writes and who reads learn the same from the same
/// bits, so that both expect the same; what a bit costs follows what was there before, within a few bits.
abstract sealed class BitCoder {
    private static final int EVEN = 1 << 15;
    private static final int ALWAYS = 1 << 16;
    private static final int LEAST = 1 << 4;

    /// How many bits of a context weigh alike; after that what came last weighs more.
    private static final int SEEN_MOST = 60;

    private static final int TOP = 1 << 24;

    private final int[] chances;
    private final byte[] seen;
    private int range = -1;

    private BitCoder(int contexts) {
        chances = new int[contexts];
        seen = new byte[contexts];
        Arrays.fill(chances, EVEN);
    }

    /// Writes a bit and gives it back, or reads one, whatever it is given.
    final int bit(int context, int bit) {
        int bound = (range >>> 12) * (chances[context] >>> 4);
        int found = side(bound, range - bound, bit);
        range = found == 0 ? bound : range - bound;
        learn(context, found);
        while (Integer.compareUnsigned(range, TOP) < 0) {
            range <<= Byte.SIZE;
            next();
        }
        return found;
    }

    /// Bits of which nothing is expected, the highest first.
    final long bits(long value, int count) {
        long found = 0;
        for (int i = count - 1; i >= 0; i--) {
            int half = range >>> 1;
            int bit = side(half, half, (int) (value >>> i) & 1);
            range = half;
            found = found << 1 | bit;
            while (Integer.compareUnsigned(range, TOP) < 0) {
                range <<= Byte.SIZE;
                next();
            }
        }
        return found;
    }

    private void learn(int context, int bit) {
        int weight = 2 * seen[context] + 3;
        int chance = chances[context];
        chance += bit == 0 ? (ALWAYS - chance) * 2 / weight : -chance * 2 / weight;
        chances[context] = Math.clamp(chance, LEAST, ALWAYS - LEAST - 1);
        if (seen[context] < SEEN_MOST) {
            seen[context]++;
        }
    }

    /// Takes one of two sides of the range.
    abstract int side(int zeros, int ones, int bit);

    /// The range was made 256 times as large.
    abstract void next();

    final int range() {
        return range;
    }

    /// Writes.
    static final class Writer extends BitCoder {
        private static final long WORD = 0xffff_ffffL;
        private static final long CARRIED = 0xff00_0000L;

        private final OctetsOut out;
        private final int begin;
        private long low;
        private int held;
        private long waiting;
        private boolean isBegun;

        Writer(int contexts, OctetsOut out) {
            super(contexts);
            this.out = out;
            begin = out.length();
        }

        @Override
        int side(int zeros, int ones, int bit) {
            if (bit == 1) {
                low += zeros & WORD;
            }
            return bit;
        }

        /// An octet waits while a carry may still reach it, and those of ones behind it with it.
        @Override
        void next() {
            if (low < CARRIED || low > WORD) {
                int carry = (int) (low >>> Integer.SIZE);
                if (isBegun) {
                    out.octet(held + carry);
                }
                for (; waiting > 0; waiting--) {
                    out.octet(0xff + carry);
                }
                isBegun = true;
                held = (int) (low >>> 24) & 0xff;
            } else {
                waiting++;
            }
            low = (low & 0x00ff_ffffL) << Byte.SIZE;
        }

        /// Writes what is left, in as few octets as tell it; zeros at the end are left out.
        void end() {
            long most = low + (range() & WORD) - 1;
            long mask = WORD;
            while ((most & ~mask) < low) {
                mask >>>= 1;
            }
            low = most & ~mask;
            for (int i = 0; i <= Integer.BYTES; i++) {
                next();
            }
            out.trim(begin);
        }
    }

    /// Reads.
    static final class Reader extends BitCoder {
        private final OctetsIn in;
        private int code;

        Reader(int contexts, OctetsIn in) {
            super(contexts);
            this.in = in;
            for (int i = 0; i < Integer.BYTES; i++) {
                next();
            }
        }

        @Override
        int side(int zeros, int ones, int bit) {
            if (Integer.compareUnsigned(code, zeros) < 0) {
                return 0;
            }
            code -= zeros;
            return 1;
        }

        @Override
        void next() {
            code = code << Byte.SIZE | in.octetOrZero();
        }
    }
}
