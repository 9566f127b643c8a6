package org.taswiya.store.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.taswiya.core.budget.BudgetPolicy;
import org.taswiya.core.budget.BudgetReason;
import org.taswiya.core.budget.BudgetRules;
import org.taswiya.core.budget.BudgetState;
import org.taswiya.core.calendar.WorkingDays;
import org.taswiya.core.customer.CustomerClass;
import org.taswiya.core.dunning.DunningAnswer;
import org.taswiya.core.dunning.DunningChannel;
import org.taswiya.core.dunning.DunningPolicy;
import org.taswiya.core.dunning.DunningRules;
import org.taswiya.core.dunning.DunningStep;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.receivables.ItemKey;
import org.taswiya.core.receivables.Means;
import org.taswiya.store.Database;
import org.taswiya.store.TestDatabases;
import org.taswiya.store.budget.BudgetDecisions.Asked;
import org.taswiya.store.dunning.DunningRun;
import org.taswiya.store.receivables.LedgerCheck;
import org.taswiya.store.receivables.Receipt;
import org.taswiya.store.receivables.SmallTown;

/// Account one is a household's, two a professional's, who has no plans here. A plan from day 20 of 2020 (21 January)
/// is due first on day 30 (31 January), then a month apart; ten days of grace, two missed amounts break it.
final class BudgetDecisionsTest {
    private static final BudgetRules RULES = new BudgetRules(Map.of(
            CustomerClass.HOUSEHOLD, new BudgetPolicy(30, Money.parse("1"), 10, 10, 2, Decimal.parse("0.15"), 30)));
    private static final DunningRules DUNNING = new DunningRules(Map.of(
            CustomerClass.HOUSEHOLD,
            new DunningPolicy(
                    List.of(new DunningStep("reminder", 5, 1, DunningChannel.SMS, "r", Money.ZERO, Money.ZERO)),
                    List.of(),
                    false)));

    private final Database database = TestDatabases.fresh();
    private final SmallTown town = new SmallTown(database).fill();
    private final ItemKey carried = town.bill(1, "80.00", 10, 28);

    @AfterEach
    void theBooksAgree() {
        assertThat(LedgerCheck.check(database).differences()).isEmpty();
    }

    private BudgetAnswer open(String account, @Nullable String amount, int day) {
        Money asked = amount == null ? null : Money.parse(amount);
        return BudgetDecisions.open(
                database,
                account,
                new Asked(RULES, WorkingDays.ALL, asked, SmallTown.day(day)),
                SmallTown.TODAY,
                SmallTown.WHY,
                false);
    }

    private static BudgetReason reason(BudgetAnswer answer) {
        return ((BudgetAnswer.Refused) answer).reason();
    }

    private StoredPlan plan() {
        return BudgetPlans.of(database, 1).orElseThrow();
    }

    private BudgetState state(int day) {
        return plan().standingOn(SmallTown.day(day)).state();
    }

    private Receipt pay(String amount, int day, String key) {
        return town.taken(SmallTown.payment(1, amount, Means.CHEQUE, day, key));
    }

    private List<String> looked(int day) {
        List<String> told = new ArrayList<>();
        DunningRun.look(
                database,
                DUNNING,
                SmallTown.day(day),
                batch -> batch.accounts()
                        .forEach(account -> account.answers()
                                .forEach(answer -> told.add(
                                        switch (answer) {
                                            case DunningAnswer.Send send ->
                                                "send " + send.item().key();
                                            case DunningAnswer.Held held ->
                                                held.stop().code();
                                            case DunningAnswer.Waits waits -> "waits";
                                            case DunningAnswer.Ends ends -> ends.found();
                                        }))));
        return told;
    }

    /// What the ledger says that the account owes.
    private void theBalanceIsThatOfTheLedger() {
        long owed = town.number("select coalesce(sum(open), 0) from open_item where account = '0000000001'")
                - town.number("select coalesce(sum(open), 0) from open_credit where account = '0000000001'");
        assertThat(plan().standingOn(SmallTown.TODAY).balance()).isEqualTo(Money.ofMinor(owed));
    }

    @Test
    void whatIsOpenedIsWhatIsReadAgain() {
        StoredPlan opened = ((BudgetAnswer.Done) open(SmallTown.ONE, "100", 20)).plan();
        assertThat(plan()).isEqualTo(opened);
        assertThat(BudgetPlans.list(database, SmallTown.ONE)).containsExactly(opened);
        assertThat(opened.plan().dueDays())
                .hasSize(12)
                .startsWith(LocalDate.of(2020, 1, 31), LocalDate.of(2020, 2, 29));
        assertThat(opened.found()).isEqualTo("100.00 was asked for; C00001: 80.00 billed for 31 days");
        assertThat(opened.opened().author()).isEqualTo("till");
        assertThatThrownBy(() -> town.execute("update budget_amount set amount = 1"))
                .hasMessageContaining("budget_amount");
    }

    @Test
    void withoutAnAmountItIsFoundFromTheBills() {
        StoredPlan opened = ((BudgetAnswer.Done) open(SmallTown.ONE, null, 20)).plan();
        assertThat(opened.plan().amounts().getFirst().amount()).isEqualTo(Money.parse("79.00"));
        assertThat(open(SmallTown.TWO, null, 20))
                .extracting(BudgetDecisionsTest::reason)
                .isEqualTo(BudgetReason.NONE_FOR_CLASS);
        assertThat(reason(open(SmallTown.ONE, null, 21))).isEqualTo(BudgetReason.RUNNING);
        assertThat(reason(open("0000000003", null, 21))).isEqualTo(BudgetReason.TOO_LITTLE_HISTORY);
        assertThat(reason(open("0000000009", null, 21))).isEqualTo(BudgetReason.UNKNOWN_ACCOUNT);
        assertThat(reason(open(SmallTown.ONE, null, 400))).isEqualTo(BudgetReason.WRONG_DAY);
    }

    @Test
    void whatIsOverdueIsNotCarriedIntoAPlan() {
        assertThat(reason(open(SmallTown.ONE, "100", 29))).isEqualTo(BudgetReason.OVERDUE);
        pay("80.00", 29, "a");
        assertThat(open(SmallTown.ONE, "100", 29)).isInstanceOf(BudgetAnswer.Done.class);
    }

    @Test
    void theStandingIsTheLedgersWhateverIsTakenBack() {
        open(SmallTown.ONE, "100", 20);
        Receipt first = pay("100.00", 25, "a");
        ItemKey second = town.bill(1, "130.50", 40, 55);
        town.bill(1, "-20.25", 45, 60);
        pay("100.00", 50, "b");
        theBalanceIsThatOfTheLedger();
        town.reverse(first);
        theBalanceIsThatOfTheLedger();
        town.cancel(second);
        theBalanceIsThatOfTheLedger();
        town.useCredits();
        theBalanceIsThatOfTheLedger();
        assertThat(plan().standingOn(SmallTown.day(50)).carried()).isEqualTo(Money.parse("80.00"));
    }

    @Test
    void whileItIsKeptNobodyIsDunnedAndABouncedChequeBreaksIt() {
        open(SmallTown.ONE, "50", 20);
        Receipt first = pay("50.00", 30, "a");
        pay("50.00", 59, "b");
        ItemKey second = town.bill(1, "130.50", 40, 55);
        assertThat(looked(75)).containsExactly("budget");
        assertThat(state(75)).isEqualTo(BudgetState.KEPT);
        town.reverse(first);
        assertThat(state(71)).isEqualTo(BudgetState.BROKEN);
        assertThat(looked(71)).containsExactly("waits", "waits");
        assertThat(looked(75)).containsExactly("send " + carried, "send " + second);
    }

    @Test
    void itIsChangedAndEnded() {
        open(SmallTown.ONE, "50", 20);
        LocalDate from = SmallTown.TODAY.plusDays(1);
        pay("600.00", 21, "a");
        assertThat(reason(change("60", SmallTown.TODAY))).isEqualTo(BudgetReason.WRONG_DAY);
        assertThat(reason(change("60.50", from))).isEqualTo(BudgetReason.WRONG_AMOUNT);
        assertThat(change("60", from)).isInstanceOf(BudgetAnswer.Done.class);
        assertThat(plan().plan().dueTo(LocalDate.of(2021, 1, 20))).isEqualTo(Money.parse("600.00"));
        assertThat(plan().plan().amounts()).hasSize(2);
        assertThat(end(400)).isEqualTo(BudgetReason.NOT_RUNNING);
        assertThat(end(10)).isEqualTo(BudgetReason.WRONG_DAY);
        assertThat(end(100)).isNull();
        assertThat(end(100)).isEqualTo(BudgetReason.NOT_RUNNING);
        assertThat(state(99)).isEqualTo(BudgetState.KEPT);
        assertThat(state(100)).isEqualTo(BudgetState.ENDED);
        assertThat(plan().standingOn(SmallTown.day(100)).balance()).isEqualTo(Money.parse("-520.00"));
        assertThat(open(SmallTown.ONE, "50", 100)).isInstanceOf(BudgetAnswer.Done.class);
    }

    private BudgetAnswer change(String amount, LocalDate from) {
        return BudgetDecisions.change(database, 1, Money.parse(amount), from, SmallTown.TODAY, SmallTown.WHY, false);
    }

    private @Nullable BudgetReason end(int day) {
        BudgetAnswer answer =
                BudgetDecisions.end(database, 1, SmallTown.day(day), SmallTown.TODAY, SmallTown.WHY, false);
        return answer instanceof BudgetAnswer.Refused refused ? refused.reason() : null;
    }
}
