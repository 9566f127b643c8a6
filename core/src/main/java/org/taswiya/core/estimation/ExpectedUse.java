package org.taswiya.core.estimation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.metering.Usage;
import org.taswiya.core.metering.UsageQuality;
import org.taswiya.core.quantity.Decimal;

/// What a meter lets expect over some days, from its own actual past alone: neither estimates nor anything below zero
/// is ever looked at, so that no mistake of the past feeds the next forecast.
///
/// Where its class has shown how far the truth lies from estimates, that is the interval. Elsewhere it spans half to
/// double of both last year's dates and of the last quarter, because a meter may have changed since last year.
///
/// @param low most likely not less than this, zero or more
/// @param likely the estimate
/// @param high most likely not more than this
/// @param method by which it is likely
/// @param isMeasured whether the interval was learnt from meters of the class
public record ExpectedUse(
        DateRange range, Decimal low, Decimal likely, Decimal high, EstimationMethod method, boolean isMeasured) {

    private static final List<EstimationMethod> OF_OWN_PAST =
            List.of(EstimationMethod.LAST_YEAR, EstimationMethod.LAST_QUARTER);

    /// What is expected over some days; empty when nothing is known of the days before.
    ///
    /// @param history in any order, of any quality; only actual use of days before the range counts
    /// @param vacancies days on which the premise is known to be empty
    /// @param ofClass what the class has shown about the range; null when unknown
    /// @param decimals the register's resolution
    public static Optional<ExpectedUse> of(
            DateRange range, List<Usage> history, List<DateRange> vacancies, @Nullable ClassUse ofClass, int decimals) {
        List<Usage> actual = new ArrayList<>(history.size());
        for (Usage usage : history) {
            if (usage.quality() == UsageQuality.ACTUAL && usage.quantity().signum() >= 0) {
                actual.add(usage);
            }
        }
        if (ofClass != null) {
            Optional<Estimate> best = new Estimation(
                            actual, vacancies, ofClass, List.of(EstimationMethod.BEST), decimals)
                    .estimate(range);
            if (best.isPresent() && best.get().isMeasured()) {
                return best.map(estimate -> spanning(List.of(estimate)));
            }
        }
        List<Estimate> own = new Estimation(actual, vacancies, null, OF_OWN_PAST, decimals).byEach(range);
        return own.isEmpty() ? Optional.empty() : Optional.of(spanning(own));
    }

    /// The first says what is likely, all of them together how far it may be from it.
    private static ExpectedUse spanning(List<Estimate> estimates) {
        Estimate first = estimates.getFirst();
        Decimal low = first.low();
        Decimal high = first.high();
        for (Estimate estimate : estimates) {
            low = estimate.low().compareTo(low) < 0 ? estimate.low() : low;
            high = estimate.high().compareTo(high) > 0 ? estimate.high() : high;
        }
        return new ExpectedUse(first.range(), low, first.quantity(), high, first.method(), first.isMeasured());
    }
}
