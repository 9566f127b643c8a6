package org.taswiya.store.bank;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.taswiya.core.bank.BankPosting;
import org.taswiya.core.quantity.Money;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlFault;

/// The ledger's balance of an account at a bank beside that of the newest statement, at the end of the statement's day.
///
/// @param items why they differ: the ledger is the statement and these
/// @param waiting how many transactions wait for a person, and what they sum to; both sides have them
public record BankBalance(
        LocalDate on, Money statement, Money ledger, List<Item> items, int waiting, Money inSuspense) {

    private static final String LEDGER = """
            select coalesce(sum(p.amount), 0)::bigint
            from posting p join journal_entry e on e.id = p.entry
            where p.account = (select id from ledger_account where name = ?) and e.booked_on <= ?""";
    private static final String TOLD = """
            select coalesce(sum(e.amount), 0)::bigint
            from bank_entry e join bank_entry_stated s on s.entry = e.id
            where e.bank = ? and e.booked_on <= ?""";

    public BankBalance {
        items = List.copyOf(items);
    }

    /// One thing that only one of the two has.
    ///
    /// @param amount by which it moves the ledger away from the statement
    public record Item(String what, Money amount) {}

    public Money difference() {
        return ledger.minus(statement);
    }

    /// What no item explains: nothing, unless somebody has changed the books past their doors.
    public Money unexplained() {
        return items.stream().map(Item::amount).reduce(difference(), Money::minus);
    }

    private record Stated(String statement, Money opening, Money closing, LocalDate closedOn) {}

    /// Empty while there is no statement.
    public static Optional<BankBalance> of(Database database, String bank) {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            List<Stated> statements = statements(connection, bank);
            if (statements.isEmpty()) {
                return Optional.empty();
            }
            Stated last = statements.getLast();
            List<Item> items = new ArrayList<>();
            Money told = sum(connection, TOLD, bank, last.closedOn());
            items.addAll(gaps(statements, told));
            items.addAll(unstated(connection, bank, last.closedOn()));
            items.addAll(notOfBank(connection, bank, last.closedOn()));
            Money ledger = sum(connection, LEDGER, BankPosting.account(bank).name(), last.closedOn());
            List<Money> waiting = waiting(connection, bank);
            return Optional.of(new BankBalance(
                    last.closedOn(),
                    last.closing(),
                    ledger,
                    items,
                    waiting.size(),
                    waiting.stream().reduce(Money.ZERO, Money::plus)));
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    /// In the order of their days; of one day each follows the one that closes where it opens.
    private static List<Stated> statements(Connection connection, String bank) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                select statement, opening, closing, closed_on from bank_statement
                where bank = ? order by closed_on, id""")) {
            query.setString(1, bank);
            return Rows.list(
                    query,
                    row -> new Stated(
                            row.getString(1),
                            Money.ofMinor(row.getLong(2)),
                            Money.ofMinor(row.getLong(3)),
                            Rows.date(row, "closed_on")));
        }
    }

    /// What was there before the first statement, and what lies between two of them: of statements that overlap, which
    /// have no gap between each other, only what all of them together lack is known.
    private static List<Item> gaps(List<Stated> statements, Money told) {
        List<Item> items = new ArrayList<>();
        Stated first = statements.getFirst();
        add(
                items,
                "on the account before statement " + first.statement(),
                first.opening().negated());
        Money lacking = statements.getLast().closing().minus(first.opening()).minus(told);
        List<Item> between = new ArrayList<>();
        for (int i = 1; i < statements.size(); i++) {
            Stated before = statements.get(i - 1);
            Stated next = statements.get(i);
            add(
                    between,
                    "between statements " + before.statement() + " and " + next.statement() + ", which do not meet",
                    before.closing().minus(next.opening()));
        }
        Money sum = between.stream().map(Item::amount).reduce(Money.ZERO, Money::plus);
        if (sum.equals(lacking.negated())) {
            items.addAll(between);
        } else {
            add(items, "in statements of the bank, and in none that is here", lacking.negated());
        }
        return items;
    }

    private static void add(List<Item> items, String what, Money amount) {
        if (!amount.isZero()) {
            items.add(new Item(what, amount));
        }
    }

    /// What only notifications tell.
    private static List<Item> unstated(Connection connection, String bank, LocalDate on) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                select e.reference, e.booked_on, e.amount from bank_entry e
                where e.bank = ? and e.booked_on <= ?
                    and not exists (select from bank_entry_stated s where s.entry = e.id)
                order by e.booked_on, e.id""")) {
            query.setString(1, bank);
            query.setObject(2, on);
            return Rows.list(
                    query,
                    row -> new Item(
                            "entry " + row.getString(1) + " of " + row.getString(2) + ", in no statement yet",
                            Money.ofMinor(row.getLong(3))));
        }
    }

    /// What the ledger has from elsewhere: a cheque that has not been paid in, a payment told by hand.
    private static List<Item> notOfBank(Connection connection, String bank, LocalDate on) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                select e.key, e.booked_on, e.account, sum(p.amount)::bigint
                from posting p join journal_entry e on e.id = p.entry
                where p.account = (select id from ledger_account where name = ?) and e.booked_on <= ?
                    and coalesce(e.key, '') not in (select key from bank_caused)
                group by e.id, e.key, e.booked_on, e.account order by e.booked_on, e.id""")) {
            query.setString(1, BankPosting.account(bank).name());
            query.setObject(2, on);
            return Rows.list(
                    query,
                    row -> new Item(
                            row.getString(1) + " of " + row.getString(2) + " for account " + row.getString(3)
                                    + ", in no statement",
                            Money.ofMinor(row.getLong(4))));
        }
    }

    private static Money sum(Connection connection, String sql, String text, LocalDate on) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, text);
            query.setObject(2, on);
            return Rows.list(query, row -> Money.ofMinor(row.getLong(1))).getFirst();
        }
    }

    private static List<Money> waiting(Connection connection, String bank) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                select t.amount from bank_transaction t join bank_entry e on e.id = t.entry
                where e.bank = ? and t.outcome = 'waiting'
                    and not exists (select from bank_decision d where d.transaction = t.id)""")) {
            query.setString(1, bank);
            return Rows.list(query, row -> Money.ofMinor(row.getLong(1)));
        }
    }
}
