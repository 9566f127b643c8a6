package org.taswiya.core.estimation;

/// How a level forgets: a day weighs less the longer ago it is, by the same part from day to day.
///
/// Weights are whole numbers, so that a level is the same number on every machine.
public final class Memory {
    /// Follows a change within weeks.
    static final Memory SHORT = new Memory(30);

    /// Steadier: a meter's usual year, the last months before others.
    static final Memory LONG = new Memory(120);

    /// How far back a level looks. Beyond it even the long memory has forgotten all but a thousandth.
    static final int LOOK_BACK = 730;

    /// A level needs to know this part of what it remembers: one of so many.
    static final int KNOWN_LEAST = 10;

    private static final long FIRST_WEIGHT = 1L << 30;

    /// What the days nearer than so many weigh together, at a scale of 2^19 for the nearest.
    private final long[] nearer = new long[LOOK_BACK + 1];

    private Memory(int days) {
        long weight = FIRST_WEIGHT;
        for (int ago = 0; ago < LOOK_BACK; ago++) {
            nearer[ago + 1] = nearer[ago] + (weight >> 11);
            weight -= weight / days;
        }
    }

    /// What days weigh together.
    ///
    /// @param from how long ago the nearest of them ended, zero or more
    /// @param to how long ago the farthest began
    long weight(long from, long to) {
        return from >= LOOK_BACK ? 0 : nearer[(int) Math.min(to, LOOK_BACK)] - nearer[(int) from];
    }

    /// What all days together weigh.
    long whole() {
        return nearer[LOOK_BACK];
    }
}
