package org.taswiya.core.interest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.core.arrangement.SettledAmount;
import org.taswiya.core.interest.InterestPolicy.RateFrom;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.receivables.ItemKey;

/// A bill of 365.00 due on 31 August 2020: at 10 % from 2020 on a day of it costs 0.10; at 20 % from 2021 on, 0.20.
/// Five days of grace, and less than 0.50 is not charged.
class LateInterestTest {
    private static final InterestPolicy POLICY = new InterestPolicy(
            List.of(
                    new RateFrom(LocalDate.of(2020, 1, 1), Decimal.parse("0.10")),
                    new RateFrom(LocalDate.of(2021, 1, 1), Decimal.parse("0.20"))),
            5,
            Money.parse("0.50"),
            18);

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            the grace is over after five days     | 2020-09 | 365.00 | ''                 | ''       | 25 | 2.50
            a whole month                         | 2020-10 | 365.00 | ''                 | ''       | 31 | 3.10
            not due before its month              | 2020-08 | 365.00 | ''                 | ''       | 0  | 0.00
            settled in its grace                  | 2020-09 | 365.00 | 2020-09-05/365.00  | ''       | 0  | 0.00
            the day of payment bears none         | 2020-09 | 365.00 | 2020-09-16/365.00  | ''       | 10 | 1.00
            a part is paid                        | 2020-09 | 365.00 | 2020-09-16/182.50  | ''       | 25 | 1.75
            paid later, it was late               | 2020-09 | 365.00 | 2020-10-16/365.00  | ''       | 25 | 2.50
            below the least                       | 2020-09 | 365.00 | 2020-09-10/365.00  | ''       | 4  | 0.00
            the least itself                      | 2020-09 | 365.00 | 2020-09-11/365.00  | ''       | 5  | 0.50
            stopped days do not count             | 2020-09 | 365.00 | ''                 | 6 7 30   | 22 | 2.20
            stopped in the grace changes nothing  | 2020-09 | 365.00 | ''                 | 1 2 3    | 25 | 2.50
            half a centime is rounded up          | 2020-10 | 99.49  | ''                 | ''       | 31 | 0.84
            another rate in another year          | 2021-01 | 365.00 | ''                 | ''       | 31 | 6.20
            a day of a leap year is a 365th too   | 2024-02 | 365.00 | ''                 | ''       | 29 | 5.80
            """)
    void aMonthCountsItsDays(
            String trap, YearMonth month, String amount, String settled, String stopped, int days, String charged) {
        LateItem item = new LateItem(
                ItemKey.bill("B1"),
                Money.parse(amount),
                LocalDate.of(2020, 8, 31),
                words(settled)
                        .map(one -> one.split("/"))
                        .map(one -> new SettledAmount(LocalDate.parse(one[0]), Money.parse(one[1])))
                        .toList(),
                stopped(month, stopped));
        LateInterest interest = LateInterest.of(POLICY, item, month);
        assertThat(interest.days()).as(trap).isEqualTo(days);
        assertThat(interest.amount()).as(trap).isEqualTo(Money.parse(charged));
    }

    private static Set<LocalDate> stopped(YearMonth month, String days) {
        return words(days).map(day -> month.atDay(Integer.parseInt(day))).collect(Collectors.toSet());
    }

    private static Stream<String> words(String text) {
        return Stream.of(text.split(" ")).filter(word -> !word.isEmpty());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"before the first rate there is none, 2019-12, 0", "from its day on there is, 2020-01, 31"})
    void aRateCountsFromItsDay(String trap, YearMonth month, int days) {
        LateItem item =
                new LateItem(ItemKey.bill("B1"), Money.parse("365"), LocalDate.of(2019, 6, 1), List.of(), Set.of());
        assertThat(LateInterest.of(POLICY, item, month).days()).as(trap).isEqualTo(days);
    }
}
