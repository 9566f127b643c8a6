package org.taswiya.run;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.quantity.Money;
import org.taswiya.run.ShadowReport.Bin;

/// Counts bills by how much they differ.
///
/// The bounds are fixed, so that nothing has to be read twice and two shadow runs can be laid side by side: steps of 1,
/// 2 and 5, from a dirham that nobody notices to a thousand that only the largest customers see.
final class ShadowBins {
    private static final long[] BOUNDS = {1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000};
    private static final int MINOR_UNITS = 100;

    private final long[] bills = new long[2 * BOUNDS.length + 3];
    private final long[] sums = new long[bills.length];

    void add(Money difference) {
        int bin = BOUNDS.length + 1 + difference.signum() * step(Math.abs(difference.minorUnits()));
        bills[bin]++;
        sums[bin] = Math.addExact(sums[bin], difference.minorUnits());
    }

    /// Zero for no difference, then counted from one.
    private static int step(long minorUnits) {
        if (minorUnits == 0) {
            return 0;
        }
        int step = 0;
        while (step < BOUNDS.length && minorUnits > BOUNDS[step] * MINOR_UNITS) {
            step++;
        }
        return step + 1;
    }

    List<Bin> toList() {
        List<Bin> bins = new ArrayList<>(bills.length);
        for (int bin = 0; bin < bills.length; bin++) {
            int direction = bin - BOUNDS.length - 1;
            int step = Math.abs(direction);
            bins.add(new Bin(Integer.signum(direction), over(step), upTo(step), bills[bin], Money.ofMinor(sums[bin])));
        }
        return bins;
    }

    private static Money over(int step) {
        return step < 2 ? Money.ZERO : Money.ofMinor(BOUNDS[step - 2] * MINOR_UNITS);
    }

    private static @Nullable Money upTo(int step) {
        if (step > BOUNDS.length) {
            return null;
        }
        return step == 0 ? Money.ZERO : Money.ofMinor(BOUNDS[step - 1] * MINOR_UNITS);
    }
}
