package org.taswiya.bench.backtest;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.quantity.Money;

/// How good a method was: shares in percent.
///
/// @param window the year, or `pooled` over all windows of the set
/// @param method its code
/// @param n meters judged
/// @param wape sum of absolute errors over the sum of what was used
/// @param medianApe the middle of the meters' absolute errors over what each used
/// @param off20 meters off by more than 20 percent
/// @param bias sum of errors over the sum of what was used; above zero when too much was billed
/// @param coverage meters whose use lay within the interval of 80 in 100
/// @param unknown meters that the method could not estimate; not among those judged
/// @param charged what settlements would charge later under a tariff; null when none was named
/// @param credited what they would give back; null when no tariff was named
public record BacktestRow(
        String set,
        String window,
        String method,
        int n,
        double wape,
        double medianApe,
        double off20,
        double bias,
        double coverage,
        int unknown,
        @Nullable Money charged,
        @Nullable Money credited) {

    /// The window of a row over all windows.
    public static final String POOLED = "pooled";

    private static final double OFF = 0.2;

    /// A daily mean is whole millionths of a unit, and what is finer is left out at most three times before it is an
    /// estimate: as a period's use is spread, as days are averaged, as years are.
    private static final double LEFT_OUT_A_DAY = 3e-6;

    /// What one meter used and was estimated at.
    ///
    /// @param days that were hidden
    /// @param trueUp what settling it would charge, below zero what it would give back; null when no tariff was named
    record Judged(
            double truth,
            double estimate,
            long days,
            boolean covered,
            @Nullable Money trueUp) {
        double ape() {
            return Math.abs(estimate - truth) / truth;
        }

        /// By more than a fifth. A fifth exactly is met often where use is counted in small whole numbers, and what
        /// whole-number means leave out does not make more of it.
        boolean isOff() {
            return Math.abs(estimate - truth) > OFF * truth + LEFT_OUT_A_DAY * days;
        }
    }

    static BacktestRow of(String set, String window, String method, List<Judged> judged, int unknown) {
        double truth = judged.stream().mapToDouble(Judged::truth).sum();
        double error = judged.stream()
                .mapToDouble(j -> Math.abs(j.estimate() - j.truth()))
                .sum();
        double signed =
                judged.stream().mapToDouble(j -> j.estimate() - j.truth()).sum();
        double[] apes = judged.stream().mapToDouble(Judged::ape).sorted().toArray();
        double off = judged.stream().filter(Judged::isOff).count();
        double covered = judged.stream().filter(Judged::covered).count();
        int n = judged.size();
        return new BacktestRow(
                set,
                window,
                method,
                n,
                percent(error, truth),
                100 * median(apes),
                percent(off, n),
                percent(signed, truth),
                percent(covered, n),
                unknown,
                sum(judged, 1),
                sum(judged, -1));
    }

    /// The sum of the true-ups of one sign, as an amount above zero; null where there are none to sum.
    private static @Nullable Money sum(List<Judged> judged, int sign) {
        if (judged.isEmpty()) {
            return null;
        }
        Money sum = Money.ZERO;
        for (Judged of : judged) {
            Money trueUp = of.trueUp();
            if (trueUp == null) {
                return null;
            }
            sum = trueUp.signum() == sign ? sum.plus(trueUp) : sum;
        }
        return sign < 0 ? sum.negated() : sum;
    }

    private static double percent(double part, double whole) {
        return whole == 0 ? 0 : 100 * part / whole;
    }

    private static double median(double[] sorted) {
        int middle = sorted.length / 2;
        if (sorted.length == 0) {
            return 0;
        }
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
