package org.taswiya.bench.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.metering.Usage;
import org.taswiya.core.metering.UsageQuality;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.intake.history.MeterHistory;

final class HiddenUseTest {
    private static final DateRange WINDOW = range("2020-03-01", "2020-06-01");

    @Test
    void thePeriodsThatEndInTheWindowAreHidden() {
        HiddenUse hidden = HiddenUse.of(meter(monthsFrom("2018-01-15", "2020-06-15")), WINDOW)
                .orElseThrow();
        assertThat(hidden.range()).isEqualTo(range("2020-02-15", "2020-05-15"));
        assertThat(hidden.truth()).isEqualTo(Decimal.of(90));
        assertThat(hidden.past().daysKnown(hidden.range())).isZero();
        assertThat(hidden.past().daysKnown(range("2020-01-15", "2020-02-15"))).isEqualTo(31);
    }

    /// Two bills of two months that share March: what both say is the truth, of all days together.
    @Test
    void overlappingPeriodsAreHiddenTogether() {
        List<Usage> periods = monthsFrom("2018-01-01", "2020-02-01");
        periods.add(usage("2020-02-01", "2020-04-01", 60));
        periods.add(usage("2020-03-01", "2020-05-01", 61));
        HiddenUse hidden = HiddenUse.of(meter(periods), WINDOW).orElseThrow();
        assertThat(hidden.range()).isEqualTo(range("2020-02-01", "2020-05-01"));
        assertThat(hidden.truth()).isEqualTo(Decimal.of(121));
    }

    @Test
    void aMeterWithAHoleInTheWindowDoesNotCount() {
        List<Usage> periods = monthsFrom("2018-01-01", "2020-06-01");
        periods.remove(usage("2020-04-01", "2020-05-01", 30));
        assertThat(HiddenUse.of(meter(periods), WINDOW)).isEmpty();
    }

    @Test
    void aMeterThatUsedNothingDoesNotCount() {
        List<Usage> periods = monthsFrom("2018-01-01", "2020-03-01");
        periods.add(usage("2020-03-01", "2020-06-01", 0));
        assertThat(HiddenUse.of(meter(periods), WINDOW)).isEmpty();
    }

    /// 60 of 100 days of 92 are 56.
    @Test
    void mostOfTheWindowMustBeHidden() {
        List<Usage> periods = monthsFrom("2018-01-01", "2020-03-01");
        periods.add(usage("2020-03-01", "2020-04-25", 55));
        assertThat(HiddenUse.of(meter(periods), WINDOW)).isEmpty();
        periods.set(periods.size() - 1, usage("2020-03-01", "2020-04-26", 56));
        assertThat(HiddenUse.of(meter(periods), WINDOW)).isPresent();
    }

    @Test
    void twoYearsBeforeMustBeKnown() {
        assertThat(HiddenUse.of(meter(monthsFrom("2018-03-01", "2020-06-01")), WINDOW))
                .isPresent();
        assertThat(HiddenUse.of(meter(monthsFrom("2018-04-01", "2020-06-01")), WINDOW))
                .isEmpty();
    }

    @Test
    void halfTheYearBeforeMustBeKnown() {
        List<Usage> periods = monthsFrom("2018-01-01", "2019-06-01");
        periods.addAll(monthsFrom("2019-12-01", "2020-06-01"));
        assertThat(HiddenUse.of(meter(periods), WINDOW)).isPresent(); // 92 and 91 days
        periods.remove(usage("2019-12-01", "2020-01-01", 31));
        assertThat(HiddenUse.of(meter(periods), WINDOW)).isEmpty();
    }

    private static MeterHistory meter(List<Usage> periods) {
        return new MeterHistory("1", "household", periods);
    }

    /// One a day.
    private static List<Usage> monthsFrom(String first, String end) {
        List<Usage> months = new ArrayList<>();
        LocalDate from = LocalDate.parse(first);
        while (from.isBefore(LocalDate.parse(end))) {
            DateRange range = DateRange.of(from, from.plusMonths(1));
            months.add(new Usage(range, Decimal.of(range.days()), UsageQuality.ACTUAL));
            from = range.to();
        }
        return months;
    }

    private static Usage usage(String from, String to, long quantity) {
        return new Usage(range(from, to), Decimal.of(quantity), UsageQuality.ACTUAL);
    }

    private static DateRange range(String from, String to) {
        return DateRange.of(LocalDate.parse(from), LocalDate.parse(to));
    }
}
