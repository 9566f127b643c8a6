package org.taswiya.store.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.core.ledger.JournalEntry;
import org.taswiya.core.ledger.LedgerAccount;
import org.taswiya.core.ledger.Posting;
import org.taswiya.core.ledger.TrialBalance;
import org.taswiya.core.quantity.Money;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlFault;

/// Reads the ledger.
public final class Ledger {
    private static final String ENTRIES = """
            select e.id, coalesce(e.key, 'bill/' || bill_number(e.bill)), e.booked_on, e.account, e.description,
                   a.name, p.amount
            from journal_entry e join posting p on p.entry = e.id join ledger_account a on a.id = p.account
            """;

    private static final String BALANCE_UP_TO = """
            select a.name, sum(p.amount)::bigint
            from journal_entry e join posting p on p.entry = e.id join ledger_account a on a.id = p.account
            where e.booked_on <= ? group by a.name""";

    private Ledger() {}

    /// Gives every entry to somebody, in the order in which they were booked, few in memory at a time.
    public static void each(Database database, Consumer<JournalEntry> use) {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            try (PreparedStatement query = connection.prepareStatement(ENTRIES + "order by e.id, p.ordinal")) {
                Gathering gathering = new Gathering(use);
                Rows.each(query, gathering::add);
                gathering.finish();
            }
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    /// The entry that books a bill; empty for a bill of nothing.
    public static Optional<JournalEntry> entryOf(Connection connection, BillNumber bill) throws SQLException {
        List<JournalEntry> found = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(ENTRIES + "where e.bill = ? order by p.ordinal")) {
            query.setLong(1, bill.serial());
            Gathering gathering = new Gathering(found::add);
            Rows.each(query, gathering::add);
            gathering.finish();
        }
        return found.stream().findFirst();
    }

    /// An entry by its number.
    public static JournalEntry entry(Connection connection, long number) throws SQLException {
        List<JournalEntry> found = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(ENTRIES + "where e.id = ? order by p.ordinal")) {
            query.setLong(1, number);
            Gathering gathering = new Gathering(found::add);
            Rows.each(query, gathering::add);
            gathering.finish();
        }
        return found.getFirst();
    }

    /// The sum of postings for each account.
    public static TrialBalance balance(Database database) {
        return balance(database, null);
    }

    /// The same, of entries up to a day and on it.
    ///
    /// @param upTo null for all
    public static TrialBalance balance(Database database, @Nullable LocalDate upTo) {
        SortedMap<LedgerAccount, Money> balances = new TreeMap<>();
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement(
                        upTo == null ? "select account, balance from ledger_balance" : BALANCE_UP_TO)) {
            if (upTo != null) {
                query.setObject(1, upTo);
            }
            Rows.each(query, row -> balances.put(new LedgerAccount(row.getString(1)), Money.ofMinor(row.getLong(2))));
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
        return new TrialBalance(balances);
    }

    /// Puts rows of postings together into entries.
    private static final class Gathering {
        private final Consumer<JournalEntry> use;
        private final List<Posting> postings = new ArrayList<>();
        private @Nullable Head head;

        private record Head(long id, String key, LocalDate bookedOn, String account, String description) {}

        Gathering(Consumer<JournalEntry> use) {
            this.use = use;
        }

        void add(ResultSet row) throws SQLException {
            long id = row.getLong(1);
            if (head == null || head.id() != id) {
                finish();
                head = new Head(id, row.getString(2), Rows.date(row, "booked_on"), row.getString(4), row.getString(5));
            }
            postings.add(new Posting(new LedgerAccount(row.getString(6)), Money.ofMinor(row.getLong(7))));
        }

        void finish() {
            Head of = head;
            if (of != null) {
                use.accept(new JournalEntry(of.key(), of.bookedOn(), of.account(), of.description(), postings));
                postings.clear();
                head = null;
            }
        }
    }
}
