package org.taswiya.core.tariff;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;

/// What usages of one period cost in all, to the minor unit what [Rating#total] says, without a line of it: for asking
/// about many usages.
///
/// A tariff is laid out into numbers once: between two bends every line is a straight line over the usage, so that a
/// total is a search, a product and a quotient for each line, and a rounding. What does not fit 64 bits is rated.
/// Immutable; for a tariff whose prices hang on nothing but the usage.
public final class Totals {
    private static final int DECIMALS_MOST = 9;

    private final ResolvedTariff tariff;
    private final Fraction stepsPerUnit;
    private final long[] upTo;
    private final @Nullable TotalsSegment[] segments;
    private final TotalsTaxes taxes;

    private Totals(ResolvedTariff tariff, Fraction stepsPerUnit, long[] upTo, @Nullable TotalsSegment[] segments) {
        this.tariff = tariff;
        this.stepsPerUnit = stepsPerUnit;
        this.upTo = upTo;
        this.segments = segments;
        this.taxes = new TotalsTaxes(tariff);
    }

    /// @param decimals a step of usage is `10^-decimals` of a unit, 0 to 9
    /// @throws IllegalArgumentException when the tariff asks for more than the usage, or for other decimals
    public static Totals of(ResolvedTariff tariff, int decimals) {
        if (decimals < 0 || decimals > DECIMALS_MOST) {
            throw new IllegalArgumentException("Decimals " + decimals + " are outside 0 to " + DECIMALS_MOST);
        }
        tariff.rate(Fraction.ZERO); // throws where it asks for more
        Fraction stepsPerUnit = Fraction.ONE.dividedBy(Fraction.of(Decimal.ofSteps(1, decimals)));
        List<Fraction> bends = tariff.bends();
        long[] upTo = new long[bends.size() + 1];
        @Nullable TotalsSegment[] segments = new TotalsSegment[upTo.length];
        Fraction lower = Fraction.ZERO;
        for (int i = 0; i < bends.size(); i++) {
            upTo[i] = floor(bends.get(i).times(stepsPerUnit));
            segments[i] = segment(tariff, lower, bends.get(i).minus(lower), stepsPerUnit);
            lower = bends.get(i);
        }
        upTo[bends.size()] = Long.MAX_VALUE;
        segments[bends.size()] = segment(tariff, lower, Fraction.ONE, stepsPerUnit);
        return new Totals(tariff, stepsPerUnit, upTo, segments);
    }

    private static long floor(Fraction steps) {
        return steps.floor().bitLength() < Long.SIZE ? steps.floor().longValueExact() : Long.MAX_VALUE;
    }

    /// Null where it does not fit 64 bits.
    private static @Nullable TotalsSegment segment(
            ResolvedTariff tariff, Fraction lower, Fraction width, Fraction stepsPerUnit) {
        Fraction low = lower.plus(width.times(Fraction.of(1, 3)));
        Fraction high = lower.plus(width.times(Fraction.of(2, 3)));
        try {
            return new TotalsSegment.Builder(tariff, low, high, stepsPerUnit).build();
        } catch (ArithmeticException _) {
            return null;
        }
    }

    /// What so many steps of usage cost, in minor units.
    ///
    /// @param steps zero or more
    public long total(long steps) {
        if (steps < 0) {
            throw new IllegalArgumentException("Usage of " + steps + " steps is negative");
        }
        int i = 0;
        while (steps > upTo[i]) {
            i++;
        }
        TotalsSegment segment = segments[i];
        if (segment != null) {
            try {
                long[] sums = taxes.newSums();
                segment.addTo(sums, steps);
                return taxes.total(sums);
            } catch (ArithmeticException _) {
                // larger than what 64 bits hold: rated below
            }
        }
        return tariff.rate(Fraction.of(steps).dividedBy(stepsPerUnit)).total().minorUnits();
    }
}
