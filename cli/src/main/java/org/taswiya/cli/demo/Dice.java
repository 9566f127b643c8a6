package org.taswiya.cli.demo;

/// Chance that can be repeated: the same seed gives the same numbers on every machine and every Java (SplitMix64).
final class Dice {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private long state;

    private Dice(long state) {
        this.state = state;
    }

    /// Dice of their own for one part of a whole, so that more or fewer throws elsewhere change nothing here.
    static Dice of(long seed, long part) {
        return new Dice(mixed(seed + GOLDEN) ^ mixed(part * GOLDEN + 1));
    }

    private static long mixed(long value) {
        long a = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
        return b ^ (b >>> 31);
    }

    /// Zero to `bound`, the bound not included.
    int below(int bound) {
        state += GOLDEN;
        return (int) Long.remainderUnsigned(mixed(state), bound);
    }

    /// `least` to `most`, both included.
    int between(int least, int most) {
        return least + below(most - least + 1);
    }

    boolean inPermille(int chance) {
        return below(1000) < chance;
    }
}
