package org.taswiya.core.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.core.calendar.WorkingDays;
import org.taswiya.core.connection.ConnectionRules.Item;
import org.taswiya.core.connection.ConnectionRules.Terms;
import org.taswiya.core.ledger.Posting;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Money;

final class QuoteTest {
    private static final WorkingDays OPEN =
            new WorkingDays(Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY), Set.of(MonthDay.of(5, 1)), Set.of());
    private static final ConnectionRules RULES = new ConnectionRules(
            Map.of(),
            Map.of(),
            Map.of(ApplicationState.RECEIVED, 2, ApplicationState.PAID, 1),
            30,
            Decimal.parse("0.20"));

    /// The tax of each item is rounded by itself, half up.
    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
            plain,        0.20, 1500.00, 400.00, 380.00
            halfUp,       0.20, 0.03,    0.02,   0.01
            eachByItself, 0.14, 0.04,    0.04,   0.02
            noTax,        0,    1500.00, 400.00, 0.00
            """)
    void taxIsRoundedItemByItem(String trap, String rate, String branch, String meter, String tax) {
        Quote quote = new Quote(Quote.lines("water", terms(branch, meter), Decimal.parse(rate)));
        assertThat(quote.tax()).as(trap).isEqualTo(Money.parse(tax));
        assertThat(quote.total()).isEqualTo(quote.net().plus(Money.parse(tax)));
    }

    @Test
    void eachServiceHasItsRevenueAndAllIsBalanced() {
        List<Quote.Line> lines = new ArrayList<>(Quote.lines("water", terms("2500", "350"), Decimal.parse("0.20")));
        lines.addAll(Quote.lines("sanitation", terms("3000", "1"), Decimal.parse("0.20")));
        assertThat(
                        QuotePosting.agreed("NC0000000001", LocalDate.of(2020, 3, 2), "A", new Quote(lines))
                                .postings()
                                .stream()
                                .map(QuoteTest::told))
                .containsExactly(
                        "assets:receivable 7021.20",
                        "revenue:connection:sanitation -3001.00",
                        "revenue:connection:water -2850.00",
                        "liabilities:tax:VAT -1170.20");
    }

    /// 30 April 2020 is a Thursday, the day after it a holiday.
    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
            overHolidayAndWeekend, RECEIVED,   2020-04-30, 2020-05-05
            fromARestDay,          PAID,       2020-05-02, 2020-05-04
            withTheCustomer,       INCOMPLETE, 2020-04-30,
            noneIsSet,             ACCEPTED,   2020-04-30,
            """)
    void targetsAreWorkingDays(String trap, ApplicationState state, LocalDate since, LocalDate target) {
        assertThat(RULES.target(state, since, OPEN).orElse(null)).as(trap).isEqualTo(target);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
            aWorkingDay,    2020-03-10, 2020-04-09
            onASaturday,    2020-03-12, 2020-04-13
            onAHoliday,     2020-04-01, 2020-05-04
            """)
    void aQuoteHoldsToAWorkingDay(String trap, LocalDate quotedOn, LocalDate last) {
        assertThat(RULES.validTo(quotedOn, OPEN)).as(trap).isEqualTo(last);
    }

    private static Terms terms(String branch, String meter) {
        return new Terms(
                List.of("plan"),
                List.of(new Item("branch", Money.parse(branch)), new Item("meter", Money.parse(meter))),
                null);
    }

    private static String told(Posting posting) {
        return posting.account() + " " + posting.amount();
    }
}
