package org.taswiya.core.billing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.metering.Usage;
import org.taswiya.core.metering.UsageQuality;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.tariff.BlockSpan;
import org.taswiya.core.tariff.Tariff;

/// Each day of a period costs what the year of the version in force on it says, counted day by day.
class MidPeriodPastLaws {
    private static final LocalDate SUPPLIED = LocalDate.of(2025, 1, 1);
    private static final LocalDate FROM = LocalDate.of(2026, 6, 1);
    private static final int DAYS = 61;

    private record Version(LocalDate from, MonthDay year, long bound) {}

    @Property(tries = 300)
    void eachDayIsOfTheYearOfItsVersion(
            @ForAll @Size(4) List<@IntRange(max = 400) Integer> used,
            @ForAll @IntRange(max = 400) int now,
            @ForAll @IntRange(min = 1, max = 60) int day,
            @ForAll @Size(2) List<@IntRange(max = 364) Integer> years,
            @ForAll @Size(2) List<@IntRange(min = 1, max = 700) Integer> bounds,
            @ForAll @IntRange(max = 4) int before) {
        Version first = new Version(LocalDate.MIN, year(years.get(0)), bounds.get(0));
        Version second = new Version(FROM.plusDays(day), year(years.get(1)), bounds.get(1));
        List<Usage> periods = periods(used);
        Tariff tariff = new Mill(MidPeriodPastTest.year(first.year, first.bound))
                .charges(second.from.toString(), MidPeriodPastTest.year(second.year, second.bound))
                .input()
                .tariff();
        LocalDate gap = before == 0 ? SUPPLIED : periods.get(before - 1).range().to();
        BilledPast past = new BilledPast(SUPPLIED, null, gap, periods.subList(0, before), new TreeMap<>());
        AskedFor known = new AskedFor(List.of(), List.of(), List.of(), past);
        DateRange period = DateRange.of(FROM, FROM.plusDays(DAYS));
        Fraction priced = new PeriodPrices(tariff, 1, known, new SharedPrices())
                .of(period, periods.subList(before, periods.size()))
                .unroundedTotal(Fraction.of(now));
        List<Usage> all = new ArrayList<>(periods);
        all.add(new Usage(period, Decimal.of(now), UsageQuality.ACTUAL));
        Fraction expected = Fraction.ZERO;
        for (LocalDate one = period.from(); one.isBefore(period.to()); one = one.plusDays(1)) {
            Version version = one.isBefore(second.from) ? first : second;
            LocalDate begin = new BlockSpan.Year(version.year).startOf(one);
            Fraction then = used(all, begin, one);
            Fraction after = used(all, begin, one.plusDays(1));
            expected = expected.plus(cost(after, version.bound).minus(cost(then, version.bound)));
        }
        assertThat(priced.compareTo(expected.times(Fraction.of(6, 5)))).isZero();
    }

    private static MonthDay year(int day) {
        return MonthDay.from(LocalDate.of(2026, 1, 1).plusDays(day));
    }

    /// Of some length each, up to the period.
    private static List<Usage> periods(List<Integer> used) {
        List<Usage> periods = new ArrayList<>();
        LocalDate from = SUPPLIED;
        for (int i = 0; i < used.size(); i++) {
            LocalDate to = i == used.size() - 1 ? FROM : from.plusDays(100L + used.get(i) % 30);
            periods.add(new Usage(DateRange.of(from, to), Decimal.of(used.get(i)), UsageQuality.ACTUAL));
            from = to;
        }
        return periods;
    }

    private static Fraction used(List<Usage> all, LocalDate from, LocalDate to) {
        Fraction sum = Fraction.ZERO;
        for (Usage one : all) {
            for (LocalDate day = one.range().from(); day.isBefore(one.range().to()); day = day.plusDays(1)) {
                if (!day.isBefore(from) && day.isBefore(to)) {
                    sum = sum.plus(Fraction.of(one.quantity())
                                    .dividedBy(Fraction.of(one.range().days())))
                            .reduced();
                }
            }
        }
        return sum;
    }

    private static Fraction cost(Fraction used, long bound) {
        Fraction beyond = used.minus(Fraction.of(bound)).max(Fraction.ZERO);
        return used.plus(beyond.times(Fraction.of(2)));
    }
}
