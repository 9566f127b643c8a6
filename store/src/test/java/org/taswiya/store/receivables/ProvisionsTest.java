package org.taswiya.store.receivables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.taswiya.core.adjustment.Adjustment;
import org.taswiya.core.adjustment.AdjustmentReason;
import org.taswiya.core.adjustment.AdjustmentRules;
import org.taswiya.core.ledger.LedgerAccount;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.receivables.AgeBand;
import org.taswiya.core.receivables.ItemKey;
import org.taswiya.core.receivables.Means;
import org.taswiya.core.receivables.Provision;
import org.taswiya.core.receivables.ProvisionRules;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.TestDatabases;
import org.taswiya.store.adjustment.AdjustmentAnswer;
import org.taswiya.store.adjustment.Adjustments;
import org.taswiya.store.adjustment.Adjustments.Days;
import org.taswiya.store.ledger.ClosedMonths;
import org.taswiya.store.ledger.Ledger;

/// A tenth of what is more than thirty days late, half of what is more than sixty. A bill of 200.00 is due on
/// 29 January 2020 (day 28) and one of 100.00 on 1 February.
final class ProvisionsTest {
    private static final ProvisionRules RULES = new ProvisionRules(
            Map.of(AgeBand.TWO_MONTHS, Decimal.parse("0.1"), AgeBand.THREE_MONTHS, Decimal.parse("0.5")));
    private static final AdjustmentRules REASONS = new AdjustmentRules(
            Map.of(
                    "bad-debt",
                    new AdjustmentReason("bad-debt", Provision.ACCOUNT, true, false),
                    "recovery",
                    new AdjustmentReason("recovery", new LedgerAccount("revenue:bad-debts-recovered"), false, true)),
            Money.parse("1000"),
            Map.of(),
            0,
            30);

    private final Database database = TestDatabases.fresh();
    private final SmallTown town = new SmallTown(database).fill();
    private final ItemKey first = town.bill(1, "200.00", 10, 28);
    private final ItemKey second = town.bill(1, "100.00", 12, 31);

    @AfterEach
    void theBooksAgree() {
        assertThat(LedgerCheck.check(database).differences()).isEmpty();
        assertThat(Ledger.balance(database).sum()).isEqualTo(Money.ZERO);
    }

    private Provision close(int month) {
        return close(month, SmallTown.WHY);
    }

    private Provision close(int month, Change why) {
        return BooksTransaction.make(database, why, false, (connection, change) -> {
            YearMonth of = YearMonth.of(2020, month);
            Provision provision = Provisions.book(connection, RULES, of, change);
            ClosedMonths.close(connection, change, of, null, 0, 0);
            return new BooksTransaction.Done<>(provision, true);
        });
    }

    private long adjust(ItemKey item, String amount, String reason, int day) {
        AdjustmentAnswer answer = Adjustments.ask(
                database,
                REASONS,
                new Adjustment(
                        SmallTown.ONE, null, amount.startsWith("-") ? item : null, Money.parse(amount), reason, "file"),
                new Days(SmallTown.day(day), SmallTown.TODAY),
                SmallTown.WHY);
        return ((AdjustmentAnswer.Done) answer).adjustment().id();
    }

    private String balance(String account) {
        return Ledger.balance(database)
                .balances()
                .getOrDefault(new LedgerAccount(account), Money.ZERO)
                .toString();
    }

    private static Provision provision(String needed, String standing) {
        return new Provision(Money.parse(needed), Money.parse(standing));
    }

    @Test
    void eachMonthBooksTheDifferenceToWhatStands() {
        assertThat(close(1)).isEqualTo(Provision.NONE);
        // On 29 February the first is 31 days late, the second 28.
        assertThat(close(2)).isEqualTo(provision("20.00", "0.00"));
        // On 31 March, 62 and 59.
        assertThat(close(3)).isEqualTo(provision("110.00", "20.00"));
        assertThat(balance("assets:bad-debt-provision")).isEqualTo("-110.00");
        assertThat(balance("expenses:bad-debt-provision")).isEqualTo("110.00");
        assertThat(town.text("select string_agg(month || ' ' || needed || ' ' || standing, ', ' order by month)"
                        + " from provision"))
                .isEqualTo("2020-01-01 0 0, 2020-02-01 2000 0, 2020-03-01 11000 2000");
    }

    @Test
    void whatIsPaidReleasesItsShare() {
        close(3);
        town.taken(SmallTown.payment(1, "300.00", Means.CHEQUE, 95, "a"));
        assertThat(close(4)).isEqualTo(provision("0.00", "110.00"));
        assertThat(balance("assets:bad-debt-provision")).isEqualTo("0.00");
        assertThat(balance("expenses:bad-debt-provision")).isEqualTo("0.00");
    }

    @Test
    void whatIsWrittenOffIsTakenFromIt() {
        close(3);
        adjust(first, "-200.00", "bad-debt", 95);
        assertThat(balance("assets:bad-debt-provision")).isEqualTo("90.00");
        // On 30 April the second is 89 days late.
        assertThat(close(4)).isEqualTo(provision("50.00", "-90.00"));
        assertThat(balance("assets:bad-debt-provision")).isEqualTo("-50.00");
        assertThat(balance("expenses:bad-debt-provision"))
                .as("200 lost, 50 expected to be")
                .isEqualTo("250.00");
    }

    @Test
    void aWriteOffTakenBackIsThereAgain() {
        close(3);
        long id = adjust(first, "-200.00", "bad-debt", 95);
        Adjustments.reverse(database, id, new Days(SmallTown.day(96), SmallTown.TODAY), SmallTown.WHY);
        // Of 200, 92 days late, nothing is provided by these rules; half of the second, 89 days late.
        assertThat(close(4)).isEqualTo(provision("50.00", "110.00"));
    }

    @Test
    void whatIsRecoveredAfterwardsHasAnAccountOfItsOwn() {
        adjust(first, "-200.00", "bad-debt", 95);
        adjust(first, "120.00", "recovery", 200);
        town.taken(SmallTown.payment(1, "220.00", Means.CHEQUE, 200, "a"));
        assertThat(balance("revenue:bad-debts-recovered")).isEqualTo("-120.00");
        assertThat(balance("assets:receivable")).isEqualTo("0.00");
        assertThat(close(7)).isEqualTo(provision("0.00", "-200.00"));
        assertThat(balance("expenses:bad-debt-provision")).isEqualTo("200.00");
    }

    @Test
    void itCannotBeChangedNorBeOfAMonthThatIsOpen() {
        close(2);
        assertThatThrownBy(() -> town.execute("update provision set needed = 0"))
                .hasMessageContaining("provision");
        assertThatThrownBy(() -> town.execute("insert into provision values ('2020-05-01', 0, 0, null, 1, 1)"))
                .hasMessageContaining("provision");
        assertThat(second).isNotEqualTo(first);
        assertThat(Aging.on(database, LocalDate.of(2020, 2, 29)).byBand())
                .containsEntry(AgeBand.TWO_MONTHS, Money.parse("200.00"));
    }
}
