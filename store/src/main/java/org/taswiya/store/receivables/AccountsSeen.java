package org.taswiya.store.receivables;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.receivables.AccountItems;
import org.taswiya.core.receivables.Payment;
import org.taswiya.store.Rows;
import org.taswiya.store.ledger.NumberSeries;

/// What the books had of the accounts and the names of some payments when somebody looked, before their turn came.
///
/// Nothing that an account owes or has to its credit moves without an entry of that account, and no name is given
/// without a receipt. So what has changed since is found by the entries and receipts that have come, and only that is
/// read again.
public final class AccountsSeen {
    private final Set<String> references = new HashSet<>();
    private final Set<Payment.Key> keys = new HashSet<>();
    private final Map<String, AccountItems> accounts = new HashMap<>();
    private final Map<Payment.Key, Receipt> taken = new HashMap<>();
    private @Nullable Map<String, LocalDate> begun;
    private long entry;
    private long receipt;

    private AccountsSeen(Collection<Payment> payments) {
        for (Payment payment : payments) {
            references.add(payment.account());
            payment.keyIfAny().ifPresent(keys::add);
        }
    }

    /// Looks; nobody is kept from moving what is seen.
    public static AccountsSeen look(Connection connection, Collection<Payment> payments) throws SQLException {
        AccountsSeen seen = new AccountsSeen(payments);
        seen.mark(connection); // first: what comes while the rest is read is then read again
        seen.read(connection, seen.references, seen.keys);
        return seen;
    }

    private void mark(Connection connection) throws SQLException {
        entry = NumberSeries.ENTRY.last(connection);
        receipt = NumberSeries.RECEIPT.last(connection);
    }

    private void read(Connection connection, Collection<String> some, Collection<Payment.Key> names)
            throws SQLException {
        accounts.putAll(AccountRows.of(connection, some));
        for (Receipt one : Receipts.named(connection, names)) {
            one.payment().keyIfAny().ifPresent(key -> taken.put(key, one));
        }
    }

    /// Reads again what has changed since; afterwards nothing may move until the transaction ends.
    void lookAgain(Connection connection) throws SQLException {
        Set<String> moved = movedSince(connection);
        Set<Payment.Key> given = givenSince(connection);
        taken.forEach((key, one) -> {
            if (moved.contains(one.payment().account())) {
                given.add(key); // it may have been reversed
            }
        });
        mark(connection);
        read(connection, moved, given);
    }

    /// Accounts with entries since, and those that were not there.
    private Set<String> movedSince(Connection connection) throws SQLException {
        Set<String> moved = new HashSet<>(references);
        moved.removeAll(accounts.keySet());
        rows(connection, "select distinct account from journal_entry where id > ?", entry, row -> {
            String account = row.getString(1);
            if (references.contains(account)) {
                moved.add(account);
            }
        });
        return moved;
    }

    private Set<Payment.Key> givenSince(Connection connection) throws SQLException {
        Set<Payment.Key> given = new HashSet<>();
        rows(connection, "select source, key from payment where serial > ? and key is not null", receipt, row -> {
            Payment.Key key = new Payment.Key(row.getString(1), row.getString(2));
            if (keys.contains(key)) {
                given.add(key);
            }
        });
        return given;
    }

    private static void rows(Connection connection, String sql, long after, Rows.Use use) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setLong(1, after);
            Rows.each(query, use);
        }
    }

    Map<String, AccountItems> accounts() {
        return accounts;
    }

    /// Since when an account is somebody's; empty where nobody knows. Read for all of them when it is first asked for.
    Optional<LocalDate> begun(Connection connection, String account) throws SQLException {
        if (begun == null) {
            begun = AccountRows.begun(connection, references);
        }
        return Optional.ofNullable(begun.get(account));
    }

    /// The receipts of names that were given before.
    Map<Payment.Key, Receipt> taken() {
        return taken;
    }
}
