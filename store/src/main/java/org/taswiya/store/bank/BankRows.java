package org.taswiya.store.bank;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.taswiya.core.bank.BankEntry;
import org.taswiya.core.bank.BankTransaction;
import org.taswiya.core.quantity.Money;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlArrays;
import org.taswiya.store.receivables.Receipt;

/// Entries and transactions as rows. Whoever writes them has locked the table of changes.
final class BankRows {
    private final Connection connection;
    private final String bank;
    private long lastEntry;
    private long lastTransaction;

    /// What makes a booking of a bank's the same.
    record Name(String reference, Money amount, int occurrence) {
        static Name of(ToldEntry told) {
            return new Name(told.entry().reference(), told.entry().amount(), told.occurrence());
        }
    }

    /// One that is there.
    record There(long id, LocalDate bookedOn) {}

    /// @param payment zero where it is about none
    /// @param refund zero where it is about none
    record Ended(BankOutcome outcome, long payment, long refund) {
        static final Ended WAITING = new Ended(BankOutcome.WAITING, 0, 0);
    }

    BankRows(Connection connection, String bank) throws SQLException {
        this.connection = connection;
        this.bank = bank;
        lastEntry = last("select coalesce(max(id), 0) from bank_entry");
        lastTransaction = last("select coalesce(max(id), 0) from bank_transaction");
    }

    private long last(String sql) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            return Rows.list(query, row -> row.getLong(1)).getFirst();
        }
    }

    Map<Name, There> there(Collection<ToldEntry> told) throws SQLException {
        List<String> references =
                told.stream().map(one -> one.entry().reference()).distinct().toList();
        Map<Name, There> there = new HashMap<>();
        try (PreparedStatement query = connection.prepareStatement("""
                select id, reference, amount, occurrence, booked_on from bank_entry
                where bank = ? and reference = any(?)""")) {
            query.setString(1, bank);
            query.setArray(2, SqlArrays.texts(connection, references));
            Rows.each(
                    query,
                    row -> there.put(
                            new Name(row.getString(2), Money.ofMinor(row.getLong(3)), row.getInt(4)),
                            new There(row.getLong(1), Rows.date(row, "booked_on"))));
        }
        return there;
    }

    long add(ToldEntry told, long change) throws SQLException {
        BankEntry entry = told.entry();
        try (PreparedStatement insert =
                connection.prepareStatement("insert into bank_entry values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            insert.setLong(1, ++lastEntry);
            insert.setString(2, bank);
            insert.setString(3, entry.reference());
            insert.setLong(4, entry.amount().minorUnits());
            insert.setInt(5, told.occurrence());
            insert.setObject(6, entry.bookedOn());
            insert.setObject(7, entry.valueOn());
            insert.setBoolean(8, entry.isReversal());
            insert.setString(9, told.statement());
            insert.setLong(10, entry.line());
            insert.setLong(11, change);
            insert.executeUpdate();
        }
        return lastEntry;
    }

    void stated(long entry) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into bank_entry_stated values (?) on conflict do nothing")) {
            insert.setLong(1, entry);
            insert.executeUpdate();
        }
    }

    /// Whether a payment that was taken before, at a till or from another file, stands and is no other transaction's.
    boolean isFree(Receipt receipt) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                select from bank_transaction where payment = ?
                union all select from bank_decision where payment = ?""")) {
            query.setLong(1, receipt.number().serial());
            query.setLong(2, receipt.number().serial());
            return receipt.reversedOn() == null && Rows.list(query, row -> row).isEmpty();
        }
    }

    /// The number that the next transaction gets.
    long next() {
        return lastTransaction + 1;
    }

    void add(long entry, int part, BankTransaction transaction, Ended ended) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into bank_transaction
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::bank_outcome, nullif(?, 0), nullif(?, 0))""")) {
            insert.setLong(1, ++lastTransaction);
            insert.setLong(2, entry);
            insert.setInt(3, part);
            insert.setLong(4, transaction.amount().minorUnits());
            insert.setString(5, transaction.endToEnd());
            insert.setString(6, transaction.order());
            insert.setString(7, transaction.remittance());
            insert.setString(8, transaction.party());
            insert.setString(9, transaction.partyAccount());
            insert.setString(10, transaction.returnReason());
            insert.setString(11, ended.outcome().code());
            insert.setLong(12, ended.payment());
            insert.setLong(13, ended.refund());
            insert.executeUpdate();
        }
    }
}
