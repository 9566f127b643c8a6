package org.taswiya.store.receivables;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.ledger.JournalEntry;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.receivables.Provision;
import org.taswiya.core.receivables.ProvisionRules;
import org.taswiya.store.Rows;
import org.taswiya.store.ledger.EntryRows;
import org.taswiya.store.ledger.NumberSeries;

/// What months provide for debts that will not be paid: by what is open when the month is closed, aged at its end.
public final class Provisions {
    private Provisions() {}

    private record Last(Money needed, long afterEntry) {}

    /// Books what a month lacks of it, in the transaction that closes the month and before it does.
    public static Provision book(Connection connection, ProvisionRules rules, YearMonth month, long change)
            throws SQLException {
        EntryRows entries = new EntryRows();
        entries.begin(connection);
        Last last = last(connection);
        Provision provision = new Provision(
                rules.needed(Aging.on(connection, month.atEndOfMonth()).byBand()),
                last.needed().minus(bookedSince(connection, last.afterEntry())));
        Optional<JournalEntry> entry = provision.entry(month);
        Long booked = entry.isPresent() ? entries.add(entry.get()) : null;
        entries.send(connection);
        insert(connection, month, provision, booked, change);
        return provision;
    }

    private static Last last(Connection connection) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("select needed, after_entry from provision order by month desc limit 1")) {
            List<Last> found = Rows.list(query, row -> new Last(Money.ofMinor(row.getLong(1)), row.getLong(2)));
            return found.isEmpty() ? new Last(Money.ZERO, 0) : found.getFirst();
        }
    }

    /// Debits, of what was written off, less what was taken back of it.
    private static Money bookedSince(Connection connection, long afterEntry) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                select coalesce(sum(p.amount), 0)::bigint from posting p
                where p.entry > ? and p.account = (select id from ledger_account where name = ?)""")) {
            query.setLong(1, afterEntry);
            query.setString(2, Provision.ACCOUNT.name());
            return Rows.list(query, row -> Money.ofMinor(row.getLong(1))).getFirst();
        }
    }

    private static void insert(
            Connection connection, YearMonth month, Provision provision, @Nullable Long entry, long change)
            throws SQLException {
        long last = NumberSeries.ENTRY.lock(connection);
        try (PreparedStatement insert =
                connection.prepareStatement("insert into provision values (?, ?, ?, ?, ?, ?)")) {
            insert.setObject(1, month.atDay(1));
            insert.setLong(2, provision.needed().minorUnits());
            insert.setLong(3, provision.standing().minorUnits());
            insert.setObject(4, entry, Types.BIGINT);
            insert.setLong(5, last);
            insert.setLong(6, change);
            insert.executeUpdate();
        }
    }
}
