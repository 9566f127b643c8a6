package org.taswiya.cli.demo;

import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.metering.Usage;
import org.taswiya.core.metering.UsageQuality;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.intake.history.MeterHistory;

/// What is known of one meter of a file, cut to the story: the months before the gap, the gap, and the reading after
/// it.
///
/// @param periods following each other without hole, earliest first
/// @param filled how many of them fill holes of the file
/// @param gap the periods that nobody reads, at least one
/// @param closed the day of the first reading after the gap
record MeteredPast(
        String meter, String meterClass, List<Usage> periods, int filled, List<DateRange> gap, LocalDate closed) {

    /// How long before the gap the story begins: two years and two months, as in Casablanca.
    static final int MONTHS_BEFORE = 26;

    /// A longer hole is not filled; the story of the meter begins after it.
    static final long HOLE_DAYS_MAX = 200;

    MeteredPast {
        periods = List.copyOf(periods);
        gap = List.copyOf(gap);
    }

    /// What became of a meter: taken or left out.
    sealed interface Outcome {
        record Usable(MeteredPast past) implements Outcome {}

        record Unusable(LeftOut reason) implements Outcome {}
    }

    /// Cuts a history to the story.
    ///
    /// @param window 1 March to 1 June; a period whose last day lies in it is in the gap
    static Outcome of(MeterHistory history, DateRange window) {
        List<Usage> known = history.periods();
        List<Usage> gap = known.stream()
                .filter(usage -> window.contains(usage.range().to().minusDays(1)))
                .toList();
        if (gap.isEmpty()) {
            return new Outcome.Unusable(LeftOut.NOTHING_IN_GAP);
        }
        if (!follow(gap)) {
            return new Outcome.Unusable(LeftOut.HOLE_IN_GAP);
        }
        LocalDate begins = window.from().minusMonths(MONTHS_BEFORE);
        List<Usage> before = known.subList(0, known.indexOf(gap.getFirst())).stream()
                .filter(usage -> !usage.range().from().isBefore(begins))
                .toList();
        if (before.isEmpty()) {
            return new Outcome.Unusable(LeftOut.NO_HISTORY);
        }
        List<Usage> periods = new ArrayList<>(before);
        periods.addAll(gap);
        LocalDate gapEnd = gap.getLast().range().to();
        Optional<Usage> next = known.stream()
                .filter(usage -> usage.range().from().equals(gapEnd))
                .findFirst();
        next.ifPresent(periods::add);
        List<Usage> whole = withoutHoles(periods);
        return whole.size() == gap.size() + (next.isPresent() ? 1 : 0)
                ? new Outcome.Unusable(LeftOut.NO_HISTORY)
                : new Outcome.Usable(new MeteredPast(
                        history.meter(),
                        history.meterClass(),
                        whole,
                        whole.size()
                                - (int) whole.stream().filter(periods::contains).count(),
                        gap.stream().map(Usage::range).toList(),
                        next.map(usage -> usage.range().to()).orElse(gapEnd)));
    }

    private static boolean follow(List<Usage> periods) {
        for (int i = 1; i < periods.size(); i++) {
            if (!periods.get(i).range().from().equals(periods.get(i - 1).range().to())) {
                return false;
            }
        }
        return true;
    }

    /// Fills each hole with the daily average of the periods on both sides; a long one ends what is known before it.
    private static List<Usage> withoutHoles(List<Usage> periods) {
        List<Usage> whole = new ArrayList<>();
        for (Usage usage : periods) {
            if (!whole.isEmpty()
                    && whole.getLast().range().to().isBefore(usage.range().from())) {
                Usage last = whole.getLast();
                DateRange hole = DateRange.of(last.range().to(), usage.range().from());
                if (hole.days() > HOLE_DAYS_MAX) {
                    whole.clear();
                } else {
                    whole.add(between(last, hole, usage));
                }
            }
            whole.add(usage);
        }
        return whole;
    }

    private static Usage between(Usage before, DateRange hole, Usage after) {
        Fraction used = Fraction.of(before.quantity()).plus(Fraction.of(after.quantity()));
        long days = before.range().days() + after.range().days();
        int decimals = Math.max(before.quantity().scale(), after.quantity().scale());
        Decimal quantity = used.times(Fraction.of(hole.days(), days)).round(decimals, RoundingMode.HALF_UP);
        return new Usage(hole, quantity, UsageQuality.ESTIMATED);
    }

    /// The last day of the period that follows the gap, or of the gap itself.
    LocalDate gapEnd() {
        return gap.getLast().to();
    }

    int decimals() {
        return periods.stream()
                .mapToInt(usage -> usage.quantity().scale())
                .max()
                .orElse(0);
    }

    /// The same, that many years later.
    MeteredPast later(int years) {
        return years == 0
                ? this
                : new MeteredPast(
                        meter,
                        meterClass,
                        periods.stream()
                                .map(usage -> new Usage(later(usage.range(), years), usage.quantity(), usage.quality()))
                                .toList(),
                        filled,
                        gap.stream().map(range -> later(range, years)).toList(),
                        closed.plusYears(years));
    }

    private static DateRange later(DateRange range, int years) {
        return DateRange.of(range.from().plusYears(years), range.to().plusYears(years));
    }
}
