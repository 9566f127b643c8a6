package org.taswiya.bench.backtest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.estimation.OrdinaryUse;
import org.taswiya.core.metering.Usage;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.validation.AbnormalUse;
import org.taswiya.core.validation.AlarmLimits;
import org.taswiya.intake.history.MeterHistory;

/// Alarms on the meters of a set, as if each period had just been read.
///
/// A period is judged when [OrdinaryUse] knows enough before it, and six of ten days of the twelve months after it are
/// known. An alarm is false when one of the periods after it, within these twelve months, reached the same limit a day:
/// then it was the household that had grown, or a summer as others. That counts a leak of which nobody was told for two
/// periods as false, too. Leaks are injected into every period that raises no alarm by itself and is not empty: so many
/// hundredths of its own use are added.
///
/// @param leaks in hundredths of a period's use
public record AlarmTrial(MeterSet set, AlarmRow.Half half, AlarmLimits limits, List<Integer> leaks) {
    private static final int YEAR_DAYS = 365;
    private static final Comparator<Usage> BY_DAYS =
            Comparator.comparing(usage -> usage.range().from());

    public AlarmTrial {
        leaks = List.copyOf(leaks);
    }

    public AlarmRow row() {
        Tally tally = new Tally();
        set.meters().stream().filter(meter -> half.has(meter.meter())).forEach(tally::look);
        List<Double> found = new ArrayList<>();
        for (int hits : tally.found) {
            found.add(percent(hits, tally.injected));
        }
        double meterYears = (double) tally.days / YEAR_DAYS;
        return new AlarmRow(
                set.name(),
                half,
                tally.meters,
                tally.judged,
                meterYears,
                tally.alarms,
                tally.falseAlarms,
                percent(tally.falseAlarms, tally.judged),
                percent(tally.falseAlarms, meterYears),
                found);
    }

    private static double percent(double part, double whole) {
        return whole == 0 ? 0 : 100 * part / whole;
    }

    private final class Tally {
        private final int[] found = new int[leaks.size()];
        private int meters;
        private int judged;
        private long days;
        private int alarms;
        private int falseAlarms;
        private int injected;

        void look(MeterHistory meter) {
            List<Usage> periods = new ArrayList<>(meter.periods());
            periods.sort(BY_DAYS);
            int before = judged;
            for (int i = 0; i < periods.size(); i++) {
                Usage period = periods.get(i);
                List<Usage> after = after(periods, i);
                if (isKnown(after, year(period))) {
                    Optional<OrdinaryUse> ordinary = OrdinaryUse.of(period.range(), periods.subList(0, i));
                    ordinary.ifPresent(of -> judge(of, period, after));
                }
            }
            meters += judged > before ? 1 : 0;
        }

        private void judge(OrdinaryUse ordinary, Usage period, List<Usage> after) {
            judged++;
            days += period.range().days();
            if (AbnormalUse.surge(ordinary, period, limits).isPresent()) {
                alarms++;
                Fraction most = ordinary.most(limits.scatters(), limits.leastShare())
                        .dividedBy(Fraction.of(period.range().days()));
                falseAlarms += after.stream().anyMatch(later -> perDay(later).compareTo(most) > 0) ? 1 : 0;
            } else if (period.quantity().signum() > 0) {
                injected++;
                for (int i = 0; i < found.length; i++) {
                    Decimal leaking = period.quantity().times(new Decimal(100L + leaks.get(i), 2));
                    Usage with = new Usage(period.range(), leaking, period.quality());
                    found[i] += AbnormalUse.surge(ordinary, with, limits).isPresent() ? 1 : 0;
                }
            }
        }
    }

    private static Fraction perDay(Usage usage) {
        return Fraction.of(usage.quantity()).dividedBy(Fraction.of(usage.range().days()));
    }

    private static DateRange year(Usage period) {
        return DateRange.of(period.range().to(), period.range().to().plusDays(YEAR_DAYS));
    }

    /// Those that begin in the twelve months after a period, and not within it.
    private static List<Usage> after(List<Usage> periods, int index) {
        DateRange year = year(periods.get(index));
        return periods.subList(index + 1, periods.size()).stream()
                .filter(later -> year.contains(later.range().from()))
                .toList();
    }

    private static boolean isKnown(List<Usage> after, DateRange year) {
        long known = after.stream()
                .mapToLong(usage -> usage.range().daysShared(year))
                .sum();
        return known * 10 >= YEAR_DAYS * 6L;
    }
}
