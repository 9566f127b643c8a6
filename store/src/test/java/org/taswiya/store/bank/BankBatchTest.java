package org.taswiya.store.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.core.bank.BankAccountNumber;
import org.taswiya.core.bank.BankEntry;
import org.taswiya.core.bank.BankStatement;
import org.taswiya.core.bank.BankTransaction;
import org.taswiya.core.quantity.Money;
import org.taswiya.store.Change;
import org.taswiya.store.Changes;
import org.taswiya.store.Database;
import org.taswiya.store.TestDatabases;
import org.taswiya.store.bank.BankOrders.Kind;
import org.taswiya.store.bank.BankOrders.OrderFile;
import org.taswiya.store.bank.BankOrders.Wanted;
import org.taswiya.store.ledger.Ledger;
import org.taswiya.store.receivables.LedgerCheck;
import org.taswiya.store.receivables.SmallTown;

/// Entries of a bank in the books, against a real database: where a batch ends, where it was stopped and how often it
/// is told changes nothing.
final class BankBatchTest {
    private static final Change WHY = SmallTown.WHY;
    private static final Change OTHER = new Change(WHY.at(), "badr", "checked");
    private static final BankAccount BANK = new BankAccount(
            "main",
            new BankAccountNumber("MA64011519000001205000534921"),
            "BMCEMAMC",
            "Regie",
            "MAD",
            null,
            Money.ZERO);

    private final Database database = TestDatabases.fresh();
    private final SmallTown town = new SmallTown(database).fill();

    @AfterEach
    void whatIsKeptIsWhatTheBooksSay() {
        assertThat(LedgerCheck.check(database).differences()).isEmpty();
        assertThat(Ledger.balance(database).sum()).isEqualTo(Money.ZERO);
    }

    private static BankEntry entry(String reference, String amount, String text, String endToEnd, String reason) {
        Money money = Money.parse(amount);
        LocalDate day = SmallTown.day(40);
        return new BankEntry(
                1,
                reference,
                day,
                day,
                money,
                false,
                List.of(new BankTransaction(money, endToEnd, "", text, "A", "", reason)));
    }

    private static List<ToldEntry> statement() {
        List<ToldEntry> told = new ArrayList<>();
        List.of(
                        entry("B1", "60.00", "0000000001", "E1", ""),
                        entry("B2", "55.00", "0000000001", "", ""),
                        entry("B3", "10.00", "nobody", "", ""),
                        entry("B4", "-60.00", "", "E1", "AC04"), // the first of B1 comes back
                        entry("B5", "60.00", "0000000001", "E1", ""),
                        entry("B6", "30.00", "0000000002", "", ""),
                        entry("B7", "-60.00", "", "E1", "AC04"),
                        entry("B8", "-60.00", "", "E1", "AC04"), // nothing is left to come back
                        entry("B9", "7.00", "0000000001 0000000002", "", ""),
                        entry("B10", "12.00", "0000000002", "", ""))
                .forEach(entry -> told.add(new ToldEntry(entry, "S1", true, 1)));
        return told;
    }

    private BankTally take(List<ToldEntry> told, int perBatch) {
        BankTally tally = BankTally.NONE;
        for (int from = 0; from < told.size(); from += perBatch) {
            List<ToldEntry> batch = told.subList(from, Math.min(told.size(), from + perBatch));
            try (Connection connection = database.connect()) {
                connection.setAutoCommit(false);
                tally = tally.plus(BankBatch.take(
                        connection, () -> Changes.record(connection, WHY), BANK, SmallTown.TODAY, batch));
                connection.commit();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
        return tally;
    }

    private String books() {
        return town.text("""
                select (select string_agg(concat_ws(' ', id, amount, outcome, payment), E'\\n' order by id)
                        from bank_transaction) || E'\\n' ||
                       (select string_agg(concat_ws(' ', serial, account, amount, named), E'\\n' order by serial)
                        from payment) || E'\\n' ||
                       (select string_agg(concat_ws(' ', account, number, open), E'\\n' order by account, number)
                        from open_item) || E'\\n' ||
                       (select string_agg(concat_ws(' ', account, number, open), E'\\n' order by account, number)
                        from open_credit) || E'\\n' ||
                       (select string_agg(concat_ws(' ', account, balance), E'\\n' order by account)
                        from ledger_balance)""");
    }

    private void bills() {
        town.bill(1, "100.00", 10, 30);
        town.bill(1, "50.00", 11, 31);
        town.bill(2, "20.00", 10, 30);
    }

    @ParameterizedTest
    @CsvSource({
        // entries in a batch, entries told before it was stopped
        "10, 0",
        "10, 5",
        "1, 0",
        "2, 3",
        "3, 7",
        "4, 9",
        "1, 10",
    })
    void whereABatchEndsOrIsStoppedChangesNothing(int perBatch, int before) {
        bills();
        take(statement().subList(0, before), perBatch);
        BankTally tally = take(statement(), perBatch);
        assertThat(tally.unchanged()).isEqualTo(before);
        assertThat(tally.entries()).isEqualTo(10 - before);
        assertThat(books()).isEqualTo("""
                1 6000 payment 1
                2 5500 payment 2
                3 1000 waiting
                4 -6000 reversal 1
                5 6000 payment 3
                6 3000 payment 4
                7 -6000 reversal 3
                8 -6000 waiting
                9 700 waiting
                10 1200 payment 5
                1 0000000001 6000\s
                2 0000000001 5500\s
                3 0000000001 6000\s
                4 0000000002 3000\s
                5 0000000002 1200\s
                0000000001 0000000001AB 6000
                0000000001 0000000002AC 3500
                0000000002 R0000000004AE 1000
                0000000002 R0000000005AF 1200
                assets:bank:main 5400
                assets:receivable 9500
                liabilities:bank-suspense 4300
                liabilities:customer-credit -2200
                revenue:water -17000""");
    }

    @Test
    void theLedgerHasWhatTheBankHas() throws SQLException {
        bills();
        take(statement(), 4);
        close("100", "154.00");
        BankBalance balance = BankBalance.of(database, "main").orElseThrow();
        assertThat(balance.ledger()).isEqualTo(Money.parse("54.00"));
        assertThat(balance.unexplained()).isEqualTo(Money.ZERO);
        assertThat(balance.items()).hasSize(1);
        assertThat(balance.waiting()).isEqualTo(3);
    }

    @Test
    void whatANotificationHasToldIsNotToldAgainByTheStatement() throws SQLException {
        bills();
        List<ToldEntry> notified = statement().stream()
                .map(told -> new ToldEntry(told.entry(), "N1", false, 1))
                .toList();
        take(notified.subList(0, 2), 2);
        close("0", "0");
        assertThat(BankBalance.of(database, "main").orElseThrow().items())
                .extracting(BankBalance.Item::what)
                .containsExactly(
                        "entry B1 of 2020-02-10, in no statement yet", "entry B2 of 2020-02-10, in no statement yet");
        assertThat(take(statement().subList(0, 3), 3).entries()).isEqualTo(1);
        close("0", "125.00");
        BankBalance balance = BankBalance.of(database, "main").orElseThrow();
        assertThat(balance.difference()).isEqualTo(Money.ZERO);
        assertThat(balance.items()).extracting(BankBalance.Item::amount).allMatch(Money.ZERO::equals);
    }

    private void close(String opening, String closing) throws SQLException {
        BankStatement.Balances balances =
                new BankStatement.Balances(Money.parse(opening), Money.parse(closing), SmallTown.day(40));
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            BankStatement whole = new BankStatement(1, "S" + closing, "x", "MAD", balances);
            BankStatements.add(connection, () -> Changes.record(connection, WHY), "main", whole, balances);
            connection.commit();
        }
    }

    @Test
    void aFileThatWasNotMarkedComesAgainToTheLetter() {
        BankAccounts.state(database, BANK, WHY);
        take(statement().subList(5, 6), 1); // a credit of 30.00
        Refunds.Asked asked = new Refunds.Asked("0000000002", null, "main", BANK.number(), null, false);
        assertThat(Refunds.ask(database, asked, WHY)).isInstanceOf(DecisionAnswer.Done.class);
        assertThat(Refunds.approve(database, 1, SmallTown.TODAY, WHY))
                .isInstanceOfSatisfying(
                        DecisionAnswer.Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(DecisionReason.SAME_PERSON));
        assertThat(Refunds.approve(database, 1, SmallTown.TODAY, OTHER)).isInstanceOf(DecisionAnswer.Done.class);
        OrderFile first = made();
        OrderFile again = made();
        assertThat(first.isNew()).isTrue();
        assertThat(again.isNew()).isFalse();
        assertThat(again.text()).isEqualTo(first.text());
        BankOrders.written(database, again, "out.xml", WHY);
        BankOrders.written(database, first, "out.xml", WHY);
        assertThat(BankOrders.refunds(database, wanted(), WHY)).isInstanceOf(SentAnswer.Refused.class);
        assertThat(town.number("select count(*) from bank_order")).isEqualTo(1);
    }

    private OrderFile made() {
        return ((SentAnswer.Made) BankOrders.refunds(database, wanted(), WHY)).file();
    }

    private static Wanted wanted() {
        return new Wanted(Kind.TRANSFERS, "main", SmallTown.TODAY, Object::toString);
    }
}
