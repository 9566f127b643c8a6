package org.taswiya.core.billing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.metering.Reading;
import org.taswiya.core.metering.Reading.ActualReading;
import org.taswiya.core.metering.Register;
import org.taswiya.core.metering.Usage;
import org.taswiya.core.metering.UsageQuality;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.quantity.Unit;

/// Where each band has one price, it makes no difference when a meter was read.
class BandRegistersLaws {
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final Map<String, Fraction> PRICES =
            Map.of("day", Fraction.of(9, 10), "night", Fraction.of(6, 10), "peak", Fraction.of(12, 10));
    private static final List<String> BANDS = List.of("day", "night", "peak");

    /// Each line is rounded once a month, so a month settled is off by a centime for each band at most.
    @Property(tries = 200)
    void readingLateCostsWhatReadingEveryMonthDoes(
            @ForAll @Size(6) List<@IntRange(max = 900) Integer> day,
            @ForAll @Size(6) List<@IntRange(max = 900) Integer> night,
            @ForAll @Size(6) List<@IntRange(max = 900) Integer> peak,
            @ForAll @Size(5) List<Boolean> isRead) {
        List<List<Integer>> used = List.of(day, night, peak);
        Money everyMonth = Money.ZERO;
        Fraction exact = Fraction.ZERO;
        for (int band = 0; band < BANDS.size(); band++) {
            Fraction price = PRICES.getOrDefault(BANDS.get(band), Fraction.ZERO);
            for (int month = 0; month < 6; month++) {
                Fraction amount = Fraction.of(used.get(band).get(month)).times(price);
                exact = exact.plus(amount);
                everyMonth = everyMonth.plus(amount.toMoneyHalfUp());
            }
        }
        assertThat(everyMonth.toFraction().compareTo(exact)).isZero(); // prices of tenths

        Money late = late(used, isRead);
        long apart = Math.abs(late.minus(everyMonth).minorUnits());
        assertThat(apart).isLessThanOrEqualTo(6 * BANDS.size());
    }

    /// The last month is read whatever comes, and what is not read is estimated.
    private static Money late(List<List<Integer>> used, List<Boolean> isRead) {
        Money claimed = Money.ZERO;
        List<BilledPeriod> billed = new ArrayList<>();
        int opened = 0;
        for (int month = 1; month <= 6; month++) {
            boolean isReadNow = month == 6 || isRead.get(month - 1);
            Mill mill = new Mill(Mill.BANDS);
            for (int band = 0; band < BANDS.size(); band++) {
                mill.hasRegister(register(band, used.get(band), opened, isReadNow ? month : opened));
            }
            mill.used(new Usage(DateRange.of(FIRST.minusDays(30), FIRST), Decimal.of(300), UsageQuality.ACTUAL));
            billed.forEach(mill::wasBilled);
            DraftBill bill = mill.bill(FIRST.plusMonths(month).toString());
            claimed = claimed.plus(bill.amounts().net());
            if (isReadNow) {
                opened = month;
                billed.clear();
            } else {
                BillSegment segment = bill.segments().getLast();
                billed.add(BilledPeriod.estimated(segment.range(), segment.usage(), segment.claimed()));
            }
        }
        return claimed;
    }

    private static BandRegister register(int band, List<Integer> used, int opened, int read) {
        List<Reading> readings = new ArrayList<>();
        int shown = 0;
        for (int month = 0; month <= read; month++) {
            if (month == opened || month == read) {
                readings.add(new ActualReading(FIRST.plusMonths(month), Decimal.of(shown), "round"));
            }
            shown += month < 6 ? used.get(month) : 0;
        }
        Usage past = new Usage(DateRange.of(FIRST.minusDays(30), FIRST), Decimal.of(100), UsageQuality.ACTUAL);
        return new BandRegister(
                BANDS.get(band), Register.simple(Unit.KILOWATT_HOUR), readings, List.of(), List.of(past));
    }
}
