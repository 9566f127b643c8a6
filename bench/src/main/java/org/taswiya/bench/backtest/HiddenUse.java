package org.taswiya.bench.backtest;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.estimation.PastUse;
import org.taswiya.core.metering.Usage;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.intake.history.MeterHistory;

/// What one meter used in a window, hidden from whoever estimates it.
///
/// Hidden are the periods whose last day lies in the window; they follow each other without a gap. The meter counts
/// when they sum to more than nothing, cover at least 60 of 100 days of the window, the same dates one and two years
/// before are known for 98 of 100 of their days, and 180 of the 365 days before.
///
/// @param past what is known of periods that end before the hidden ones begin
/// @param range from the first hidden day to the last
/// @param truth the sum of the hidden periods
record HiddenUse(String meter, String meterClass, PastUse past, DateRange range, Decimal truth) {
    private static final int YEAR_DAYS = 365;
    private static final int DAYS_KNOWN_LEAST = 180;

    /// @return empty when the meter does not count
    static Optional<HiddenUse> of(MeterHistory history, DateRange window) {
        List<Usage> hidden = history.periods().stream()
                .filter(usage -> window.contains(usage.range().to().minusDays(1)))
                .sorted(Comparator.comparing(usage -> usage.range().from()))
                .toList();
        if (hidden.isEmpty()) {
            return Optional.empty();
        }
        LocalDate end = hidden.getFirst().range().from();
        Decimal truth = Decimal.ZERO;
        for (Usage usage : hidden) {
            if (usage.range().from().isAfter(end)) {
                return Optional.empty();
            }
            end = usage.range().to().isAfter(end) ? usage.range().to() : end;
            truth = truth.plus(usage.quantity());
        }
        DateRange range = DateRange.of(hidden.getFirst().range().from(), end);
        PastUse past = before(history, range.from());
        boolean counts = truth.signum() > 0 && range.days() * 10 >= window.days() * 6 && isKnown(past, range);
        return counts
                ? Optional.of(new HiddenUse(history.meter(), history.meterClass(), past, range, truth))
                : Optional.empty();
    }

    private static boolean isKnown(PastUse past, DateRange range) {
        for (int back = 1; back <= 2; back++) {
            DateRange dates = range.yearsEarlier(back).orElse(null);
            if (dates == null || past.daysKnown(dates) * 100 < dates.days() * 98) {
                return false;
            }
        }
        return past.daysKnown(DateRange.of(range.from().minusDays(YEAR_DAYS), range.from())) >= DAYS_KNOWN_LEAST;
    }

    /// What is known of a meter on a day: periods that have ended.
    static PastUse before(MeterHistory history, LocalDate day) {
        return PastUse.of(history.periods().stream()
                .filter(usage -> !usage.range().to().isAfter(day))
                .toList());
    }
}
