package org.taswiya.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.receivables.DepositReason;
import org.taswiya.core.receivables.DepositRules;
import org.taswiya.store.agreement.ClosedCheck;
import org.taswiya.store.agreement.DepositAsk;
import org.taswiya.store.agreement.Deposits;
import org.taswiya.store.agreement.Deposits.Returned;
import org.taswiya.store.agreement.StoredDeposit;
import org.taswiya.store.books.BooksDigest;
import org.taswiya.store.decision.Cancellations;
import org.taswiya.store.receivables.CreditUses;
import org.taswiya.store.receivables.LedgerCheck;
import org.taswiya.store.receivables.Receipt;
import org.taswiya.store.receivables.Reversals;

/// A household of which 300.00 are asked, and bills of 106.15 for February and, to the day it leaves, of 53.08.
/// Interest is 3.65 % a year: one centime a day for a hundred dirhams.
final class DepositsTest {
    private final OneFlat flat = new OneFlat(TestDatabases.fresh(), OneFlat.DEPOSITS).fill(2);

    @BeforeEach
    void somebodyMovesIn() {
        flat.moveIn(1, "2020-02-01", 1_000L);
    }

    @AfterEach
    void theBooksAgree() throws SQLException {
        assertThat(LedgerCheck.check(flat.database()).differences()).isEmpty();
        assertThat(flat.texts("select sum(amount)::text from posting")).containsExactly("0");
    }

    private void leaves() {
        flat.read("2020-03-01", 1_100);
        flat.bill("2020-03-01");
        flat.moveOut("C00001", "2020-03-16", 1_150L);
        flat.bill("2020-04-01");
    }

    private Returned giveBack(String on) {
        return Deposits.giveBack(flat.database(), LocalDate.parse(on), OneFlat.DEPOSITS, OneFlat.WHY, false);
    }

    private StoredDeposit deposit() {
        return Deposits.list(flat.database(), OneFlat.account(1)).getFirst();
    }

    /// What an account of the ledger has, as `-300.00`; a liability is below zero.
    private Money in(String account) throws SQLException {
        String sql = "select coalesce(sum(p.amount), 0)::text from posting p join ledger_account a on a.id = p.account"
                + " where a.name = '" + account + "'";
        return Money.ofMinor(Long.parseLong(flat.texts(sql).getFirst()));
    }

    private List<String> missing(String on) {
        return ClosedCheck.check(flat.database(), LocalDate.parse(on), 0).missing().stream()
                .map(one -> one.lack().code() + " " + one.since() + " " + one.amount())
                .toList();
    }

    /// Paid on 11 February and given back 60 days later with 1.80: 301.80, of which both bills take 159.23.
    @Test
    void whatWasPaidComesBackWithInterestAndSettlesTheFinalBill() throws SQLException {
        assertThat(in("liabilities:deposits")).isEqualTo(Money.parse("-300.00"));
        assertThat(flat.texts("select concat_ws(' ', kind, number, due_on, open) from open_item"))
                .containsExactly("deposit D0000000001 2020-02-16 30000");
        flat.pay(1, "300.00", "2020-02-11");
        assertThat(giveBack("2020-02-20").returned())
                .as("it is held while the agreement runs")
                .isEmpty();
        leaves();
        assertThat(missing("2020-04-11")).containsExactly("deposit 2020-03-16 300.00", "claim 2020-03-19 106.15");
        Returned done = giveBack("2020-04-11");
        assertThat(done.settled()).isEqualTo(Money.parse("159.23"));
        assertThat(done.returned()).containsExactly(deposit());
        assertThat(deposit().back())
                .isEqualTo(new StoredDeposit.Back(
                        LocalDate.of(2020, 4, 11), Money.parse("1.80"), "18000 money days at 0.0365, over 365"));
        assertThat(in("liabilities:deposits")).isEqualTo(Money.ZERO);
        assertThat(in("expenses:deposit-interest")).isEqualTo(Money.parse("1.80"));
        assertThat(in("liabilities:customer-credit")).isEqualTo(Money.parse("-142.57"));
        assertThat(missing("2020-04-11")).containsExactly("refund 2020-04-11 142.57");
        String books = BooksDigest.of(flat.database());
        assertThat(giveBack("2020-04-12").returned()).isEmpty();
        assertThat(BooksDigest.of(flat.database())).isEqualTo(books);
    }

    @Test
    void whatWasNeverPaidIsOwedNoMore() throws SQLException {
        leaves();
        giveBack("2020-04-11");
        assertThat(deposit().paid()).isEqualTo(Money.ZERO);
        assertThat(in("liabilities:deposits")).isEqualTo(Money.ZERO);
        assertThat(in("assets:receivable")).isEqualTo(Money.parse("159.23"));
        assertThat(flat.texts("select distinct kind::text from open_item")).containsExactly("bill");
    }

    @Test
    void ofAPartOnlyThatPartComesBack() throws SQLException {
        flat.pay(1, "100.00", "2020-02-11");
        leaves();
        giveBack("2020-04-11");
        assertThat(deposit().paid()).isEqualTo(Money.parse("100.00"));
        assertThat(in("expenses:deposit-interest")).isEqualTo(Money.parse("0.60"));
        assertThat(in("assets:receivable")).isEqualTo(Money.parse("58.63"));
    }

    @Test
    void itWaitsForTheFinalBill() {
        flat.pay(1, "300.00", "2020-02-11");
        flat.moveOut("C00001", "2020-03-16", 900L); // lower than before, so that the bill is held
        flat.bill("2020-04-01");
        assertThat(giveBack("2020-04-11").waiting()).containsExactly(deposit());
        assertThat(deposit().back()).isNull();
        assertThat(missing("2020-04-11")).containsExactly("final-bill 2020-03-16 null");
    }

    /// The deposit was given back although it was never paid: it is owed again.
    @Test
    void aChequeThatBouncesLaterIsOwedAgain() throws SQLException {
        Receipt cheque = flat.pay(1, "300.00", "2020-02-11");
        leaves();
        giveBack("2020-04-11");
        Reversals.reverse(
                flat.database(), cheque.number(), LocalDate.of(2020, 4, 20), OneFlat.TODAY, OneFlat.WHY, false);
        assertThat(flat.texts("select concat_ws(' ', kind, number, open) from open_item"))
                .containsExactly("deposit D0000000001 30000");
    }

    @Test
    void aBillThatItSettledAndThatIsTakenBackMakesItACreditAgain() throws SQLException {
        flat.pay(1, "300.00", "2020-02-11");
        leaves();
        giveBack("2020-04-11");
        Cancellations.cancel(flat.database(), new BillNumber(2), LocalDate.of(2020, 4, 20), OneFlat.WHY);
        assertThat(flat.texts("select concat_ws(' ', kind, number, open) from open_credit"))
                .containsExactly("deposit D0000000001 19565");
        flat.bill("2020-05-01");
        CreditUses.use(flat.database(), LocalDate.of(2020, 5, 2), OneFlat.WHY, false);
        assertThat(in("liabilities:customer-credit")).isEqualTo(Money.parse("-142.57"));
    }

    @Test
    void whoeverTakesOverIsAskedForTheirOwn() {
        flat.pay(1, "300.00", "2020-02-11");
        flat.transfer("C00001", 2, "2020-03-01", 1_100L);
        assertThat(Deposits.list(flat.database(), null))
                .extracting(StoredDeposit::account, one -> one.paid().toString())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(OneFlat.account(1), "300.00"),
                        org.assertj.core.groups.Tuple.tuple(OneFlat.account(2), "0.00"));
    }

    /// One for each agreement, of whoever is asked for any, while it runs.
    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
            unknown,      C00009, 2020-02-20, unknown-agreement
            twice,        C00001, 2020-02-20, asked-already
            before,       C00001, 2020-01-31, not-on-its-days
            toCome,       C00001, 2021-01-01, not-on-its-days
            """)
    void nothingIsAsked(String trap, String agreement, String on, String reason) {
        String books = BooksDigest.of(flat.database());
        assertThat(ask(agreement, on, OneFlat.DEPOSITS))
                .as(trap)
                .isInstanceOfSatisfying(
                        DepositAsk.Refused.class,
                        refused -> assertThat(refused.reason().code()).isEqualTo(reason));
        assertThat(BooksDigest.of(flat.database())).isEqualTo(books);
    }

    @Test
    void whoeverWasLetInWithoutIsAskedLaterAndOnce() throws SQLException {
        OneFlat other = new OneFlat(TestDatabases.fresh()).fill(2);
        other.moveIn(1, "2020-02-01", 1_000L);
        assertThat(Deposits.list(other.database(), null)).isEmpty();
        assertThat(ask(other, DepositRules.NONE))
                .isEqualTo(new DepositAsk.Refused(
                        DepositReason.NOTHING_TO_ASK,
                        "deposits.yaml has no amount for the class of the customer and electricity"));
        assertThat(ask(other, OneFlat.DEPOSITS))
                .isInstanceOfSatisfying(
                        DepositAsk.Asked.class,
                        asked -> assertThat(asked.deposit().dueOn()).isEqualTo(LocalDate.of(2020, 3, 6)));
        assertThat(ask(other, OneFlat.DEPOSITS)).isInstanceOf(DepositAsk.Refused.class);
        assertThat(other.texts("select concat_ws(' ', kind, number, open) from open_item"))
                .containsExactly("deposit D0000000001 30000");
        other.moveOut("C00001", "2020-03-16", 1_150L);
        assertThat(LedgerCheck.check(other.database()).differences()).isEmpty();
    }

    /// The database itself keeps a deposit from standing without its entry, to the centime.
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            notBooked  | insert into deposit values (2, 'C00002', '{2}', 5000, '2020-02-01', '2020-02-01', 1)
            tooMuch    | insert into deposit_return values (1, '2020-03-01', 30000, 0, 'x', 1)
            notEntered | insert into deposit_return values (1, '2020-03-01', 0, 0, 'x', 1)
            edited     | update deposit set amount = 1
            """)
    void theDatabaseRefuses(String trap, String sql) {
        assertThatThrownBy(() -> run(sql.replace("{2}", OneFlat.account(2))))
                .as(trap)
                .isInstanceOf(SQLException.class);
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = flat.database().connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private DepositAsk.Answer ask(String agreement, String on, DepositRules rules) {
        return DepositAsk.ask(
                flat.database(), agreement, LocalDate.parse(on), OneFlat.TODAY, rules, OneFlat.WHY, false);
    }

    private static DepositAsk.Answer ask(OneFlat of, DepositRules rules) {
        return DepositAsk.ask(
                of.database(), "C00001", LocalDate.of(2020, 2, 20), OneFlat.TODAY, rules, OneFlat.WHY, false);
    }
}
