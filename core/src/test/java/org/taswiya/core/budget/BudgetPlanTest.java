package org.taswiya.core.budget;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.core.budget.BudgetPlan.AmountFrom;
import org.taswiya.core.budget.Movement.Kind;
import org.taswiya.core.calendar.WorkingDays;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.receivables.ItemKey;
import org.taswiya.core.receivables.OpenItem;

/// A plan of 100 a month for 2020, due on the 11th of each month, with ten days of grace; two missed amounts break it.
class BudgetPlanTest {
    private static final LocalDate START = LocalDate.of(2020, 1, 1);
    private static final BudgetPolicy POLICY =
            new BudgetPolicy(180, Money.parse("1"), 10, 10, 2, Decimal.parse("0.15"), 30);

    private static BudgetPlan plan(@Nullable LocalDate endedOn, AmountFrom... more) {
        List<AmountFrom> amounts = new ArrayList<>(List.of(new AmountFrom(START, Money.parse("100"))));
        amounts.addAll(List.of(more));
        List<LocalDate> due = IntStream.range(0, 12)
                .mapToObj(month -> START.plusDays(10).plusMonths(month))
                .toList();
        return new BudgetPlan(1, "1", START, due, amounts, POLICY, endedOn);
    }

    private static Movement moved(Kind kind, String day, String amount) {
        return new Movement(kind, LocalDate.parse(day), Money.parse(amount));
    }

    /// @param payments a day and an amount each, with a slash between
    private static List<Movement> paid(String payments) {
        return List.of(payments.split(" ")).stream()
                .filter(text -> !text.isEmpty())
                .map(text -> text.split("/"))
                .map(parts -> moved(Kind.PAID, "2020-" + parts[0], parts[1]))
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            nothing is due yet                    | 2020-01-10 | ''                              | kept 0
            due today is not late                 | 2020-01-11 | ''                              | kept 0
            a day after it is                     | 2020-01-12 | ''                              | late 0
            the last day of grace                 | 2020-01-21 | ''                              | late 0
            one missed                            | 2020-01-22 | ''                              | late 1
            made up, it stays missed              | 2020-01-25 | 01-23/100                       | kept 1
            on the last day of grace it counts    | 2020-01-25 | 01-21/100                       | kept 0
            the second missed breaks it           | 2020-02-22 | ''                              | broken 2
            what comes later does not heal        | 2020-02-25 | 02-22/200                       | broken 2
            a part of an amount is a missed one   | 2020-02-22 | 01-11/99.99                     | broken 2
            paid ahead                            | 2020-03-30 | 01-05/300                       | kept 0
            money of before counts for nothing    | 2020-02-22 | 01-05/1                         | broken 2
            the year is over                      | 2021-01-01 | 01-05/1200                      | over 0
            its last day is in it                 | 2020-12-31 | 01-05/1200                      | kept 0
            """)
    void itStandsByWhatWasPaidInTime(String trap, LocalDate day, String payments, String stands) {
        BudgetStanding standing = plan(null).standingOn(day, paid(payments));
        assertThat(standing.state().code() + " " + standing.missed()).as(trap).isEqualTo(stands);
    }

    @Test
    void theBalanceIsOneSubtraction() {
        List<Movement> movements = List.of(
                moved(Kind.BILLED, "2019-12-20", "70.00"),
                moved(Kind.PAID, "2019-12-31", "20.00"),
                moved(Kind.BILLED, "2020-01-05", "130.10"),
                moved(Kind.BILLED, "2020-02-05", "-10.00"),
                moved(Kind.PAID, "2020-01-11", "100.00"),
                moved(Kind.BILLED, "2020-03-05", "999.00"));
        BudgetStanding standing = plan(null).standingOn(LocalDate.of(2020, 2, 12), movements);
        assertThat(standing.carried()).isEqualTo(Money.parse("50.00"));
        assertThat(standing.billed()).isEqualTo(Money.parse("120.10"));
        assertThat(standing.balance()).isEqualTo(Money.parse("70.10"));
        assertThat(standing.payable()).isEqualTo(Money.parse("100.00"));
    }

    @Test
    void anotherAmountHoldsFromItsDay() {
        BudgetPlan plan = plan(
                null,
                new AmountFrom(LocalDate.of(2020, 3, 11), Money.parse("120")),
                new AmountFrom(LocalDate.of(2020, 3, 11), Money.parse("130")));
        assertThat(plan.dueTo(LocalDate.of(2020, 3, 10))).isEqualTo(Money.parse("200"));
        assertThat(plan.dueTo(LocalDate.of(2020, 3, 11))).isEqualTo(Money.parse("330"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "of the year, 2020-02-01, 2020-02-20, true",
        "carried and not due then, 2019-12-20, 2020-01-01, true",
        "overdue when it began, 2019-12-01, 2019-12-31, false",
        "issued when it had ended, 2020-06-01, 2020-06-20, false"
    })
    void itAsksInPlaceOfItems(String trap, LocalDate issuedOn, LocalDate dueOn, boolean isCovered) {
        BudgetPlan plan = plan(LocalDate.of(2020, 6, 1));
        BudgetStanding standing = plan.standingOn(LocalDate.of(2020, 6, 2), paid("01-02/500"));
        Money amount = Money.parse("5");
        OpenItem item = new OpenItem("1", ItemKey.bill("B1"), "water", issuedOn, dueOn, amount, amount);
        assertThat(plan.covers(item, standing)).as(trap).isEqualTo(isCovered);
        assertThat(standing.state()).isEqualTo(BudgetState.ENDED);
        assertThat(standing.askedFrom()).isEqualTo(LocalDate.of(2020, 7, 1));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            a year, up to the dirham          | 1200.01 | 365 | 101.00
            a year that divides               | 1200.00 | 365 | 100.00
            half a year is scaled             | 600.00  | 182 | 101.00
            a leap year is a day too long     | 1203.28 | 366 | 100.00
            """)
    void theAmountIsTheTwelfthPart(String trap, String billed, int days, String monthly) {
        BudgetOffer offer = BudgetOffer.to(request(billed, days, "0", null), WorkingDays.ALL);
        assertThat(((BudgetOffer.Offered) offer).monthly()).as(trap).isEqualTo(Money.parse(monthly));
    }

    private static BudgetRequest request(String billed, int days, String overdue, @Nullable String amount) {
        return new BudgetRequest(
                POLICY,
                List.of(new BilledYear("C1", Money.parse(billed), days)),
                Money.parse(overdue),
                null,
                null,
                false,
                amount == null ? null : Money.parse(amount),
                START);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "few days, 1200, 179, 0, , too-little-history",
        "something overdue, 1200, 365, 0.01, , overdue",
        "a year of credits, -5, 365, 0, , wrong-amount",
        "no multiple, 1200, 365, 0, 99.50, wrong-amount"
    })
    void noneIsOffered(String trap, String billed, int days, String overdue, @Nullable String amount, String reason) {
        BudgetOffer offer = BudgetOffer.to(request(billed, days, overdue, amount), WorkingDays.ALL);
        assertThat(((BudgetOffer.NotOffered) offer).reason().code()).as(trap).isEqualTo(reason);
    }

    @Test
    void dueDaysAreWorkingDaysCountedFromTheFirst() {
        WorkingDays days = new WorkingDays(Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY), Set.of(), Set.of());
        BudgetOffer.Offered offered = (BudgetOffer.Offered) BudgetOffer.to(request("1200", 365, "0", null), days);
        assertThat(offered.dueDays()).hasSize(12).startsWith(LocalDate.of(2020, 1, 13), LocalDate.of(2020, 2, 11));
        assertThat(offered.expectedRest()).isEqualTo(Money.ZERO);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            as expected                     | 600.00 | 1200.00 | 100.00 | false
            a little more is no drift       | 600.00 | 1300.00 | 109.00 | false
            much more is                    | 800.00 | 1400.00 | 150.00 | true
            much less is                    | 400.00 | 1000.00 | 50.00  | true
            """)
    void aPlanThatDriftsIsProposedWhatComesOutEven(
            String trap, String billed, String year, String proposed, boolean isDrifting) {
        LocalDate day = LocalDate.of(2020, 6, 30);
        List<Movement> movements =
                List.of(moved(Kind.BILLED, "2020-06-01", billed), moved(Kind.PAID, "2020-01-05", "600.00"));
        BudgetPlan plan = plan(null);
        BudgetReview review = BudgetReview.of(
                plan, plan.standingOn(day, movements), List.of(new BilledYear("C1", Money.parse(year), 370)), day);
        assertThat(review.proposed()).as(trap).isEqualTo(Money.parse(proposed));
        assertThat(review.isDrifting()).isEqualTo(isDrifting);
    }
}
