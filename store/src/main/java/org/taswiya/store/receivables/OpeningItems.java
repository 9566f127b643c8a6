package org.taswiya.store.receivables;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.billing.OpeningItem;
import org.taswiya.core.quantity.Money;
import org.taswiya.store.Change;
import org.taswiya.store.Changes;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlArrays;
import org.taswiya.store.copy.CopyRows;
import org.taswiya.store.ledger.EntryRows;
import org.taswiya.store.run.BooksChange;

/// What was open in the old system, each item with the entry that books it.
public final class OpeningItems {
    private OpeningItems() {}

    /// What tells items apart.
    public record Key(String customerAccount, String reference) {
        public static Key of(OpeningItem item) {
            return new Key(item.customerAccount(), item.reference());
        }
    }

    /// The items of some accounts.
    public static Map<Key, OpeningItem> of(Connection connection, Collection<String> accounts) throws SQLException {
        Map<Key, OpeningItem> found = new HashMap<>();
        try (PreparedStatement query = connection.prepareStatement("""
                select account, reference, amount, issued_on, due_on from opening_item where account = any(?)""")) {
            query.setArray(1, SqlArrays.texts(connection, accounts));
            Rows.each(query, row -> {
                OpeningItem item = new OpeningItem(
                        row.getString(1),
                        row.getString(2),
                        Money.ofMinor(row.getLong(3)),
                        Rows.dateOrNull(row, "issued_on"),
                        Rows.dateOrNull(row, "due_on"));
                found.put(Key.of(item), item);
            });
        }
        return found;
    }

    /// An item taken back.
    ///
    /// @param takenBackOn the day of the entry that reverses its own
    /// @param isNew whether it was taken back now; false when it had been before, and nothing was written
    public record TakenBack(OpeningItem item, LocalDate takenBackOn, boolean isNew) {}

    /// Takes a wrong item back: it stays, and an entry reverses its own. One that was taken back before stays as it is.
    ///
    /// @throws IllegalArgumentException when there is no such item, or it was booked on a later day
    public static TakenBack takeBack(Database database, Key key, LocalDate on, Change why, boolean isTrial) {
        return BooksChange.make(database, isTrial, connection -> takeBack(connection, key, on, why));
    }

    private static TakenBack takeBack(Connection connection, Key key, LocalDate on, Change why) throws SQLException {
        EntryRows entries = new EntryRows();
        Changes.lock(connection);
        entries.begin(connection);
        OpeningItem item = of(connection, List.of(key.customerAccount())).get(key);
        if (item == null) {
            throw new IllegalArgumentException(
                    "account " + key.customerAccount() + " has no opening item " + key.reference());
        }
        Days days = days(connection, item);
        if (days.takenBackOn() != null) {
            return new TakenBack(item, days.takenBackOn(), false);
        }
        if (on.isBefore(days.bookedOn())) {
            throw new IllegalArgumentException("item " + key.reference() + " is booked on " + days.bookedOn()
                    + " and cannot be taken back on " + on);
        }
        TakenBackAllocations.ofOpeningItem(
                connection, entries, key.customerAccount(), key.reference(), on, why.reason());
        try (PreparedStatement insert =
                connection.prepareStatement("insert into opening_item_taken_back values (?, ?, ?, ?)")) {
            insert.setString(1, key.customerAccount());
            insert.setString(2, key.reference());
            insert.setObject(3, on);
            insert.setLong(4, Changes.record(connection, why));
            insert.executeUpdate();
        }
        entries.add(item.entry(days.bookedOn())
                .reversed(on, "takes back item " + key.reference() + " of the old system: " + why.reason()));
        entries.send(connection);
        return new TakenBack(item, on, true);
    }

    private record Days(LocalDate bookedOn, @Nullable LocalDate takenBackOn) {}

    private static Days days(Connection connection, OpeningItem item) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                select e.booked_on, t.taken_back_on
                from journal_entry e
                left join opening_item_taken_back t on t.account = ? and t.reference = ?
                where e.key = ?""")) {
            query.setString(1, item.customerAccount());
            query.setString(2, item.reference());
            query.setString(3, item.entry(LocalDate.EPOCH).key());
            return Rows.list(query, row -> new Days(Rows.date(row, "booked_on"), Rows.dateOrNull(row, "taken_back_on")))
                    .getFirst();
        }
    }

    /// Writes items that are not there yet and books them.
    public static void add(Connection connection, long change, LocalDate bookedOn, List<OpeningItem> items)
            throws SQLException {
        CopyRows rows = new CopyRows("opening_item", "account", "reference", "amount", "issued_on", "due_on", "change");
        EntryRows entries = new EntryRows();
        entries.begin(connection);
        for (OpeningItem item : items) {
            rows.row()
                    .text(item.customerAccount())
                    .text(item.reference())
                    .money(item.amount())
                    .date(item.issuedOn())
                    .date(item.dueOn())
                    .bigint(change);
            entries.add(item.entry(bookedOn));
        }
        rows.send(connection);
        entries.send(connection);
    }
}
