package org.taswiya.core.billing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Month;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Unit;
import org.taswiya.core.tariff.Proration;
import org.taswiya.core.tariff.Proration.DayCount;
import org.taswiya.core.tariff.Tariff;
import org.taswiya.core.tariff.TariffComponent;
import org.taswiya.core.tariff.TariffComponent.NetMetering;
import org.taswiya.core.tariff.TariffComponent.UnitCharge;
import org.taswiya.core.tariff.TariffVersion;
import org.taswiya.core.tariff.TaxBasis;

/// What nobody billed is divided into the months of the price book, and what is billed stays as it is.
class UnbilledPeriodsTest {
    private static final TariffComponent ENERGY =
            new UnitCharge("energy", Unit.KILOWATT_HOUR, EnumSet.allOf(Month.class), Decimal.ONE, "all", "");
    private static final TariffComponent NETTING =
            new NetMetering("own-energy", Unit.KILOWATT_HOUR, null, false, "all", "");

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "a month as always | 1 | 05-01 06-01 | 05-01 07-01 | 05-01 06-01",
                "nothing billed yet | 1 | - | 05-01 06-01 | -",
                "nothing for three months | 1 | - | 05-01 08-01 | 05-01* 06-01,06-01* 07-01",
                "a cycle passed over | 1 | 05-01 06-01 | 05-01 08-01 | 05-01 06-01,06-01* 07-01",
                "two passed over | 1 | 05-01 06-01 | 05-01 09-01 | 05-01 06-01,06-01* 07-01,07-01* 08-01",
                "45 days are one | 1 | 05-01 06-01 | 05-01 07-16 | 05-01 06-01",
                "46 days are two | 1 | 05-01 06-01 | 05-01 07-17 | 05-01 06-01,06-01* 07-01",
                "from reading to reading | 1 | 05-12 06-10 | 05-12 08-11 | 05-12 06-10,06-10* 07-10",
                "from the end of a month | 1 | - | 01-31 03-31 | 01-31* 02-29",
                "and on | 1 | - | 01-31 04-30 | 01-31* 02-29,02-29* 03-31",
                "the opening came late | 1 | 05-01 06-01 | 04-01 06-01 | 04-01* 05-01,05-01 06-01",
                "long before | 1 | 05-01 06-01 | 03-01 06-01 | 03-01* 04-01,04-01* 05-01,05-01 06-01",
                "and a cycle passed over | 1 | 05-01 06-01 | 04-01 08-01 | 04-01* 05-01,05-01 06-01,06-01* 07-01",
                "periods of two months | 2 | 05-01 07-01 | 05-01 09-01 | 05-01 07-01",
                "one of these passed over | 2 | 05-01 07-01 | 05-01 11-01 | 05-01 07-01,07-01* 09-01",
                "a quarter | 3 | - | 05-01 08-01 | -",
                "by the month | 1 | - | 05-01 08-01 | 05-01* 06-01,06-01* 07-01",
                "billed beyond the reading | 1 | 05-01 06-01,06-01 07-01 | 05-01 06-20 | 05-01 06-01,06-01 07-01",
            })
    void periodsFollowEachOther(
            String name, int months, @Nullable String billed, String read, @Nullable String periods) {
        List<BilledPeriod> found =
                new UnbilledPeriods(book(months, ENERGY)).around(periods(billed), days(read), day("10-01"));
        assertThat(found.stream()
                        .filter(period ->
                                period.range().from().isBefore(days(read).getLast()))
                        .map(UnbilledPeriodsTest::text)
                        .collect(Collectors.joining(",")))
                .isEqualTo(periods == null ? "" : periods);
    }

    /// Where it had ended, had it been billed in time.
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "on its day | 1 | 05-12 06-12 07-12 | 05-12* 06-12",
                "some days sooner | 1 | 05-12 06-10 07-11 | 05-12* 06-10",
                "some days later, and months go on from there | 1 | 05-12 06-14 08-12 | 05-12* 06-14,06-14* 07-14",
                "the nearest | 1 | 05-12 06-10 06-13 06-16 07-12 | 05-12* 06-13",
                "as near, the first | 1 | 05-12 06-11 06-13 07-12 | 05-12* 06-11",
                "after 25 days | 1 | 05-12 06-06 07-11 | 05-12* 06-06",
                "after 24 it is no month | 1 | 05-12 06-05 07-11 | 05-12* 06-12",
                "after 35 days | 1 | 05-12 06-16 07-17 | 05-12* 06-16",
                "after 36 it is more | 1 | 05-12 06-17 07-17 | 05-12* 06-12",
                "after 50 days of two months | 2 | 05-12 07-01 08-20 | 05-12* 07-01",
                "after 49 it is none | 2 | 05-12 06-30 08-20 | 05-12* 07-12",
            })
    void aPeriodEndsWhereItsMeterWasRead(String name, int months, String read, String periods) {
        List<LocalDate> days = days(read);
        List<BilledPeriod> found = new UnbilledPeriods(book(months, ENERGY)).around(List.of(), days, days.getLast());
        assertThat(found.stream().map(UnbilledPeriodsTest::text).collect(Collectors.joining(",")))
                .isEqualTo(periods);
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
                "a quarter | 3 | 05-01 06-01 | 05-01 | 09-01 | 05-01 06-01",
                "billed beyond the end | 1 | 05-01 06-01,06-01 07-01 | 05-01 | 06-20 | 05-01 06-01,06-01 07-01",
            })
    void whatNobodyHasReadIsDividedToo(
            String name, int months, @Nullable String billed, String read, String end, @Nullable String periods) {
        List<BilledPeriod> found =
                new UnbilledPeriods(book(months, ENERGY)).around(periods(billed), days(read), day(end));
        assertThat(found.stream().map(UnbilledPeriodsTest::text).collect(Collectors.joining(",")))
                .isEqualTo(periods == null ? "" : periods);
    }

    /// What is fed in comes off what is used in its month, so that no part of a second month is left with the first.
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "a month as always | 1 | 05-01 06-01 | 05-01 07-01 | 05-01 06-01",
                "35 days are one | 1 | 05-01 06-01 | 05-01 07-06 | 05-01 06-01",
                "36 days are two | 1 | 05-01 06-01 | 05-01 07-07 | 05-01 06-01,06-01* 07-01",
                "45 days are two | 1 | 05-01 06-01 | 05-01 07-16 | 05-01 06-01,06-01* 07-01",
                "two months are not three | 1 | - | 05-01 07-01 | 05-01* 06-01",
                "periods of two months | 2 | 05-01 07-01 | 05-01 09-09 | 05-01 07-01",
                "and a part of a third | 2 | 05-01 07-01 | 05-01 09-10 | 05-01 07-01,07-01* 09-01",
                "read on a day of 70 | 2 | - | 05-01 07-10 07-11 | 05-01* 07-10",
            })
    void whereEnergyIsNettedNoPartOfAnotherMonthIsLeft(
            String name, int months, @Nullable String billed, String read, @Nullable String periods) {
        List<LocalDate> days = days(read);
        List<BilledPeriod> found =
                new UnbilledPeriods(book(months, ENERGY, NETTING)).around(periods(billed), days, days.getLast());
        assertThat(found.stream().map(UnbilledPeriodsTest::text).collect(Collectors.joining(",")))
                .isEqualTo(periods == null ? "" : periods);
    }

    /// 45 days from the first of June on: a version by which energy is netted asks for two only where it has begun.
    @ParameterizedTest
    @CsvSource({"07-16, 05-01 06-01", "07-15, '05-01 06-01,06-01* 07-01'"})
    void nettingThatHasNotBegunDividesNothing(String begins, String periods) {
        TariffVersion plain = book(1, ENERGY).versions().getFirst();
        List<TariffVersion> versions = List.of(
                new TariffVersion(plain.from(), day(begins), plain.proration(), false, plain.components()),
                new TariffVersion(day(begins), null, plain.proration(), false, List.of(ENERGY, NETTING)));
        List<BilledPeriod> found =
                new UnbilledPeriods(book(versions)).around(periods("05-01 06-01"), days("05-01 07-16"), day("07-16"));
        assertThat(found.stream().map(UnbilledPeriodsTest::text).collect(Collectors.joining(",")))
                .isEqualTo(periods);
    }

    private static Tariff book(int months, TariffComponent... components) {
        Proration proration = new Proration(DayCount.NONE, DayCount.NONE, null, months);
        return book(List.of(new TariffVersion(LocalDate.MIN, null, proration, false, List.of(components))));
    }

    private static Tariff book(List<TariffVersion> versions) {
        return new Tariff(
                "mill/electricity",
                "electricity",
                "MAD",
                Unit.KILOWATT_HOUR,
                TaxBasis.BEFORE_TAX,
                18,
                versions,
                List.of());
    }

    /// A day of 2020.
    private static LocalDate day(String text) {
        return LocalDate.parse("2020-" + text.strip());
    }

    private static List<LocalDate> days(String text) {
        return Arrays.stream(text.strip().split(" ", -1))
                .map(UnbilledPeriodsTest::day)
                .toList();
    }

    private static List<BilledPeriod> periods(@Nullable String text) {
        return text == null
                ? List.of()
                : Arrays.stream(text.split(",", -1))
                        .map(UnbilledPeriodsTest::days)
                        .map(days -> DateRange.of(days.getFirst(), days.getLast()))
                        .map(days -> BilledPeriod.estimated(days, Decimal.ONE, null))
                        .toList();
    }

    private static String text(BilledPeriod period) {
        String from = period.range().from().toString().substring(5);
        String to = period.range().to().toString().substring(5);
        return from + (period.isUnbilled() ? "* " : " ") + to;
    }
}
