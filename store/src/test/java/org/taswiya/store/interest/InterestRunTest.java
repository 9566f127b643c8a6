package org.taswiya.store.interest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.taswiya.core.arrangement.ArrangementPolicy;
import org.taswiya.core.arrangement.ArrangementRules;
import org.taswiya.core.budget.BudgetPolicy;
import org.taswiya.core.budget.BudgetRules;
import org.taswiya.core.calendar.WorkingDays;
import org.taswiya.core.customer.CustomerClass;
import org.taswiya.core.customer.Suspension;
import org.taswiya.core.customer.Suspension.Activity;
import org.taswiya.core.dunning.DunningStop;
import org.taswiya.core.interest.InterestPolicy;
import org.taswiya.core.interest.InterestPolicy.RateFrom;
import org.taswiya.core.interest.InterestRules;
import org.taswiya.core.ledger.LedgerAccount;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.receivables.ItemKey;
import org.taswiya.core.receivables.Means;
import org.taswiya.store.Database;
import org.taswiya.store.TestDatabases;
import org.taswiya.store.adjustment.Adjustments;
import org.taswiya.store.adjustment.Adjustments.Days;
import org.taswiya.store.arrangement.ArrangementDecisions;
import org.taswiya.store.arrangement.RequestChannel;
import org.taswiya.store.books.BooksDigest;
import org.taswiya.store.budget.BudgetDecisions;
import org.taswiya.store.dunning.DunningStops;
import org.taswiya.store.ledger.Ledger;
import org.taswiya.store.receivables.LedgerCheck;
import org.taswiya.store.receivables.Receipt;
import org.taswiya.store.receivables.SmallTown;
import org.taswiya.store.suspension.Suspensions;

/// Households pay 10 % a year after ten days of grace. Household one owes 365.00 since 31 January 2020 (day 30): from
/// 11 February on a day of it costs 0.10. Account two is a professional's, who is charged nothing.
final class InterestRunTest {
    private static final InterestRules RULES = new InterestRules(Map.of(
            CustomerClass.HOUSEHOLD,
            new InterestPolicy(
                    List.of(new RateFrom(LocalDate.of(2020, 1, 1), Decimal.parse("0.10"))),
                    10,
                    Money.parse("0.10"),
                    18)));
    private static final YearMonth FEBRUARY = YearMonth.of(2020, 2);
    private static final YearMonth MARCH = YearMonth.of(2020, 3);

    private final Database database = TestDatabases.fresh();
    private final SmallTown town = new SmallTown(database).fill();
    private final ItemKey bill = town.bill(1, "365.00", 10, 30);

    @AfterEach
    void theBooksAgree() {
        assertThat(LedgerCheck.check(database).differences()).isEmpty();
    }

    private List<String> charge(YearMonth month) {
        return charge(month, false);
    }

    private List<String> charge(YearMonth month, boolean isTrial) {
        List<String> charged = new ArrayList<>();
        InterestRun.charge(
                database,
                RULES,
                month,
                month.plusMonths(1).atDay(2),
                SmallTown.WHY,
                isTrial,
                1,
                one -> charged.add(one.account().substring(9) + " " + one.item() + " "
                        + one.interest().amount()));
        return charged;
    }

    private Money booked() {
        return Ledger.balance(database).balances().getOrDefault(new LedgerAccount("revenue:late-interest"), Money.ZERO);
    }

    @Test
    void anItemIsChargedOnceForAMonth() {
        town.bill(2, "365.00", 10, 30);
        town.opening("0000000003", "F1", "730.00", 41);
        List<String> expected = List.of("1 " + bill + " 1.90", "3 opening F1 1.60");
        String before = BooksDigest.of(database);
        assertThat(charge(FEBRUARY, true)).isEqualTo(expected);
        assertThat(BooksDigest.of(database)).isEqualTo(before);
        assertThat(charge(FEBRUARY)).isEqualTo(expected);
        String after = BooksDigest.of(database);
        assertThat(charge(FEBRUARY)).isEmpty();
        assertThat(BooksDigest.of(database)).isEqualTo(after);
        assertThat(booked()).isEqualTo(Money.parse("-3.50"));
        assertThat(town.text("select number || ' ' || open || ' ' || due_on from open_item where amount = 190"))
                .isEqualTo("AJ0000000001 190 2020-03-20");
    }

    @Test
    void interestBearsNoInterest() {
        charge(FEBRUARY);
        assertThat(charge(MARCH)).containsExactly("1 " + bill + " 3.10");
        assertThat(charge(YearMonth.of(2020, 4))).containsExactly("1 " + bill + " 3.00");
    }

    @Test
    void whatWasPaidSinceWasLateAndWhatBouncedWasNeverPaid() {
        Receipt half = town.taken(SmallTown.payment(1, "182.50", Means.CHEQUE, 50, "a"));
        town.taken(SmallTown.payment(1, "182.50", Means.CHEQUE, 70, "b"));
        assertThat(charge(FEBRUARY, true)).containsExactly("1 " + bill + " 1.40");
        assertThat(charge(MARCH, true)).containsExactly("1 " + bill + " 0.50");
        assertThat(charge(YearMonth.of(2020, 4), true)).isEmpty();
        town.reverse(half);
        assertThat(charge(FEBRUARY)).containsExactly("1 " + bill + " 1.90");
    }

    @Test
    void aCancelledBillTakesItsInterestWithIt() {
        charge(FEBRUARY);
        town.cancel(bill);
        assertThat(booked()).isEqualTo(Money.ZERO);
        assertThat(charge(MARCH)).isEmpty();
    }

    @Test
    void aPersonTakesItBackAndItIsNotChargedAgain() {
        charge(FEBRUARY);
        Adjustments.reverse(database, 1, new Days(SmallTown.day(70), SmallTown.TODAY), SmallTown.WHY);
        assertThat(booked()).isEqualTo(Money.ZERO);
        assertThat(charge(FEBRUARY)).isEmpty();
    }

    @Test
    void aDisputeStopsItsDays() {
        DunningStops.begin(
                database,
                SmallTown.ONE,
                DunningStop.DISPUTE,
                bill,
                LocalDate.of(2020, 2, 21),
                LocalDate.of(2020, 3, 2),
                SmallTown.WHY);
        assertThat(charge(FEBRUARY)).containsExactly("1 " + bill + " 1.00");
        assertThat(charge(MARCH)).containsExactly("1 " + bill + " 3.00");
    }

    @Test
    void anOrderThatStopsCollectionStopsItsDays() {
        Suspension order = new Suspension(
                "A-1",
                Set.of(Activity.COLLECTION),
                null,
                LocalDate.of(2020, 2, 16),
                LocalDate.of(2020, 2, 26),
                "decree");
        Suspensions.begin(database, order, SmallTown.WHY, false);
        assertThat(charge(FEBRUARY)).containsExactly("1 " + bill + " 0.90");
    }

    @Test
    void aPaymentFacilityStopsItsDaysUntilItIsBroken() {
        ArrangementRules arrangements = new ArrangementRules(Map.of(
                CustomerClass.HOUSEHOLD,
                new ArrangementPolicy(Decimal.of(2), 6, 6, null, Money.parse("10"), 15, 10, null)));
        ArrangementDecisions.grant(
                database,
                SmallTown.ONE,
                new ArrangementDecisions.Asked(
                        arrangements, WorkingDays.ALL, 2, LocalDate.of(2020, 2, 21), RequestChannel.PHONE, null),
                SmallTown.TODAY,
                SmallTown.WHY,
                false);
        assertThat(charge(FEBRUARY)).containsExactly("1 " + bill + " 1.00");
        // Due on 7 March, to be made up by the 17th; from the 18th on it is broken.
        assertThat(charge(MARCH)).containsExactly("1 " + bill + " 1.40");
    }

    @Test
    void aBudgetPlanStopsItsDaysUntilItIsBroken() {
        BudgetRules budgets = new BudgetRules(Map.of(
                CustomerClass.HOUSEHOLD, new BudgetPolicy(1, Money.parse("1"), 5, 10, 1, Decimal.parse("0.15"), 30)));
        BudgetDecisions.open(
                database,
                SmallTown.ONE,
                new BudgetDecisions.Asked(budgets, WorkingDays.ALL, Money.parse("50"), LocalDate.of(2020, 1, 31)),
                SmallTown.TODAY,
                SmallTown.WHY,
                false);
        // Due on 5 February, to be made up by the 15th; on the 16th it is broken and the bill asked for.
        assertThat(charge(FEBRUARY)).containsExactly("1 " + bill + " 1.30");
    }

    @Test
    void aMonthThatIsNotOverIsNotCharged() {
        assertThatThrownBy(() -> InterestRun.charge(
                        database, RULES, MARCH, LocalDate.of(2020, 3, 31), SmallTown.WHY, false, one -> {}))
                .hasMessageContaining("2020-03 is not over on 2020-03-31");
    }

    @Test
    void whoeverChargesNothingDoesNotLook() {
        String before = BooksDigest.of(database);
        InterestRun.charge(
                database, InterestRules.NONE, FEBRUARY, LocalDate.of(2020, 3, 1), SmallTown.WHY, false, one -> {
                    throw new AssertionError(one.toString());
                });
        assertThat(BooksDigest.of(database)).isEqualTo(before);
    }
}
