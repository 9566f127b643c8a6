package org.taswiya.core.billing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.quantity.Decimal;

/// What nobody billed is divided into months, and what is billed stays as it is.
class UnbilledPeriodsTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "a month as always | 1 | 05-01 06-01 | 05-01 | 07-01 | 05-01 06-01",
                "nothing billed yet | 1 | - | 05-01 | 06-01 | -",
                "a cycle passed over | 1 | 05-01 06-01 | 05-01 | 08-01 | 05-01 06-01,06-01* 07-01",
                "two passed over | 1 | 05-01 06-01 | 05-01 | 09-01 | 05-01 06-01,06-01* 07-01,07-01* 08-01",
                "45 days are one | 1 | 05-01 06-01 | 05-01 | 07-16 | 05-01 06-01",
                "46 days are two | 1 | 05-01 06-01 | 05-01 | 07-17 | 05-01 06-01,06-01* 07-01",
                "from reading to reading | 1 | 05-12 06-10 | 05-12 | 08-11 | 05-12 06-10,06-10* 07-10",
                "from the end of a month | 1 | - | 01-31 | 03-31 | 01-31* 02-29",
                "the opening came late | 1 | 05-01 06-01 | 04-01 | 06-01 | 04-01* 05-01,05-01 06-01",
                "long before | 1 | 05-01 06-01 | 03-01 | 06-01 | 03-01* 04-01,04-01* 05-01,05-01 06-01",
                "and a cycle passed over | 1 | 05-01 06-01 | 04-01 | 08-01 | 04-01* 05-01,05-01 06-01,06-01* 07-01",
                "cycles of two months | 2 | 05-01 07-01 | 05-01 | 09-01 | 05-01 07-01",
                "one of these passed over | 2 | 05-01 07-01 | 05-01 | 11-01 | 05-01 07-01,07-01* 09-01",
                "nobody knows how long | 0 | 05-01 06-01 | 05-01 | 09-01 | 05-01 06-01",
                "billed beyond the reading | 1 | 05-01 06-01,06-01 07-01 | 05-01 | 06-20 | 05-01 06-01,06-01 07-01",
            })
    void periodsFollowEachOther(
            String name,
            int months,
            @Nullable String billed,
            LocalMonthDay first,
            LocalMonthDay last,
            @Nullable String periods) {
        LocalDate end = LocalDate.of(2020, 10, 1);
        List<BilledPeriod> found = new UnbilledPeriods(months).around(periods(billed), first.day(), last.day(), end);
        assertThat(found.stream()
                        .filter(period -> period.range().from().isBefore(last.day()))
                        .map(UnbilledPeriodsTest::text)
                        .collect(Collectors.joining(",")))
                .isEqualTo(periods == null ? "" : periods);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "a month as always | 1 | 05-01 06-01 | 05-01 | 07-01 | 05-01 06-01",
                "a cycle passed over | 1 | 05-01 06-01 | 05-01 | 08-01 | 05-01 06-01,06-01* 07-01",
                "two passed over | 1 | 05-01 06-01 | 05-01 | 09-01 | 05-01 06-01,06-01* 07-01,07-01* 08-01",
                "45 days are one | 1 | 05-01 06-01 | 05-01 | 07-16 | 05-01 06-01",
                "46 days are two | 1 | 05-01 06-01 | 05-01 | 07-17 | 05-01 06-01,06-01* 07-01",
                "nothing billed yet | 1 | - | 05-01 | 07-01 | 05-01* 06-01",
                "opened late, too | 1 | 05-01 06-01 | 04-01 | 08-01 | 04-01* 05-01,05-01 06-01,06-01* 07-01",
                "nobody knows how long | 0 | 05-01 06-01 | 05-01 | 09-01 | 05-01 06-01",
                "billed beyond the end | 1 | 05-01 06-01,06-01 07-01 | 05-01 | 06-20 | 05-01 06-01,06-01 07-01",
            })
    void whatNobodyHasReadIsDividedToo(
            String name,
            int months,
            @Nullable String billed,
            LocalMonthDay read,
            LocalMonthDay end,
            @Nullable String periods) {
        List<BilledPeriod> found =
                new UnbilledPeriods(months).around(periods(billed), read.day(), read.day(), end.day());
        assertThat(found.stream().map(UnbilledPeriodsTest::text).collect(Collectors.joining(",")))
                .isEqualTo(periods == null ? "" : periods);
    }

    /// What is fed in comes off what is used in its month, so that no part of a second month is left with the first.
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "a month as always | 1 | 05-01 06-01 | 05-01 | 07-01 | 05-01 06-01",
                "35 days are one | 1 | 05-01 06-01 | 05-01 | 07-06 | 05-01 06-01",
                "36 days are two | 1 | 05-01 06-01 | 05-01 | 07-07 | 05-01 06-01,06-01* 07-01",
                "45 days are two | 1 | 05-01 06-01 | 05-01 | 07-16 | 05-01 06-01,06-01* 07-01",
                "two months are not three | 1 | - | 05-01 | 07-01 | 05-01* 06-01",
                "cycles of two months | 2 | 05-01 07-01 | 05-01 | 09-09 | 05-01 07-01",
                "and a part of a third | 2 | 05-01 07-01 | 05-01 | 09-10 | 05-01 07-01,07-01* 09-01",
                "nobody knows how long | 0 | 05-01 06-01 | 05-01 | 09-01 | 05-01 06-01",
            })
    void whereEnergyIsNettedNoPartOfAnotherMonthIsLeft(
            String name,
            int months,
            @Nullable String billed,
            LocalMonthDay first,
            LocalMonthDay last,
            @Nullable String periods) {
        List<BilledPeriod> found =
                new UnbilledPeriods(months, true).around(periods(billed), first.day(), last.day(), last.day());
        assertThat(found.stream().map(UnbilledPeriodsTest::text).collect(Collectors.joining(",")))
                .isEqualTo(periods == null ? "" : periods);
    }

    /// A day of 2020.
    record LocalMonthDay(LocalDate day) {
        static LocalMonthDay of(String text) {
            return new LocalMonthDay(LocalDate.parse("2020-" + text.strip()));
        }
    }

    private static List<BilledPeriod> periods(@Nullable String text) {
        return text == null
                ? List.of()
                : Arrays.stream(text.split(",", -1))
                        .map(period -> period.strip().split(" ", -1))
                        .map(days -> DateRange.of(
                                LocalMonthDay.of(days[0]).day(),
                                LocalMonthDay.of(days[1]).day()))
                        .map(days -> BilledPeriod.estimated(days, Decimal.ONE, null))
                        .toList();
    }

    private static String text(BilledPeriod period) {
        String from = period.range().from().toString().substring(5);
        String to = period.range().to().toString().substring(5);
        return from + (period.isUnbilled() ? "* " : " ") + to;
    }
}
