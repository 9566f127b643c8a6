package org.taswiya.core.interval;

/// What is written of values that follow each other: whichever comes out shortest.
enum ValueForm {
    /// Themselves, where none is below zero.
    PLAIN(0),
    /// Themselves, small ones of either sign short.
    FOLDED(1),
    /// Each one's step from the one before.
    STEPS(2);

    private static final ValueForm[] ALL = values();

    private final int number;

    ValueForm(int number) {
        this.number = number;
    }

    /// Writes the form and the values, of equally short ones in the first form. Nothing may follow but octets whose
    /// number is known.
    static void write(OctetsOut out, long[] values, int count) {
        OctetsOut best = null;
        for (ValueForm form : ALL) {
            if (form.holds(values, count)) {
                OctetsOut other = form.written(values, count);
                best = best == null || other.length() < best.length() ? other : best;
            }
        }
        if (best != null) {
            out.append(best);
        }
    }

    /// Of values that are not below zero, plain is never longer than folded.
    private boolean holds(long[] values, int count) {
        if (this == STEPS) {
            return true;
        }
        boolean isPlain = true;
        for (int i = 0; i < count; i++) {
            isPlain &= values[i] >= 0;
        }
        return isPlain == (this == PLAIN);
    }

    private OctetsOut written(long[] values, int count) {
        OctetsOut out = new OctetsOut();
        out.octet(number);
        BitCoder.Writer bits = new BitCoder.Writer(NumberCoder.CONTEXTS, out);
        NumberCoder numbers = new NumberCoder(bits);
        long before = 0;
        for (int i = 0; i < count; i++) {
            numbers.number(number(values[i], before));
            before = values[i];
        }
        bits.end();
        return out;
    }

    private long number(long value, long before) {
        return switch (this) {
            case PLAIN -> value;
            case FOLDED -> OctetsOut.folded(value);
            case STEPS -> OctetsOut.folded(value - before);
        };
    }

    private long value(long number, long before) {
        return switch (this) {
            case PLAIN -> number;
            case FOLDED -> OctetsIn.unfolded(number);
            case STEPS -> before + OctetsIn.unfolded(number);
        };
    }

    /// Reads values to the end.
    static void read(OctetsIn in, long[] values, int count) {
        int code = in.octet();
        if (code >= ALL.length) {
            throw new BadIntervalBytes("form " + code + " of values");
        }
        ValueForm form = ALL[code];
        NumberCoder numbers = new NumberCoder(new BitCoder.Reader(NumberCoder.CONTEXTS, in));
        long before = 0;
        for (int i = 0; i < count; i++) {
            before = form.value(numbers.number(0), before);
            values[i] = before;
        }
    }
}
