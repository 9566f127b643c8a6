package org.taswiya.store.collector;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.taswiya.core.collector.Collector;
import org.taswiya.core.collector.RemittancePosting;
import org.taswiya.core.quantity.Money;
import org.taswiya.store.Change;
import org.taswiya.store.Changes;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlFault;
import org.taswiya.store.ledger.EntryRows;

/// Books money that collectors send.
public final class Remittances {
    private Remittances() {}

    /// Money that has come.
    ///
    /// @param reference what the bank or the collector calls it
    /// @param until the last day of the payments that it is of
    /// @param isDifferenceTaken whether it is booked though another amount was expected; what is missing or too much
    ///     stays in the collector's account
    public record Sent(
            String reference,
            LocalDate until,
            LocalDate receivedOn,
            String bank,
            Money received,
            boolean isDifferenceTaken) {}

    /// What comes of it.
    public sealed interface Answer {
        /// @param expected all payments that it covers, less fee and tax
        /// @param isNew false when it was booked before, and nothing was written
        record Booked(int payments, Money gross, Money fee, Money tax, Money expected, boolean isNew)
                implements Answer {}

        /// @param reason its code
        record Refused(String reason, String found) implements Answer {}
    }

    /// Books it: bank, fee and tax against what the collector had, and its payments are remitted. The same reference
    /// again does nothing.
    ///
    /// @param isTrial whether nothing is stored
    public static Answer take(Database database, Collector collector, Sent sent, Change why, boolean isTrial) {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            long change = Changes.record(connection, why);
            Answer answer = take(connection, collector, sent, change);
            if (answer instanceof Answer.Booked booked && booked.isNew() && !isTrial) {
                connection.commit();
            } else {
                connection.rollback();
            }
            return answer;
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    private static Answer take(Connection connection, Collector collector, Sent sent, long change) throws SQLException {
        Optional<Answer> before = before(connection, collector, sent);
        if (before.isPresent()) {
            return before.get();
        }
        List<Statements.Paid> paid = Statements.due(connection, collector.name(), sent.until());
        Money gross = paid.stream().map(Statements.Paid::amount).reduce(Money.ZERO, Money::plus);
        Money fee = paid.stream().map(one -> one.feeOf(collector)).reduce(Money.ZERO, Money::plus);
        Money tax = collector.taxOn(fee);
        Money expected = gross.minus(fee).minus(tax);
        if (paid.isEmpty()) {
            return new Answer.Refused(
                    "nothing-to-remit", collector.name() + " has nothing until " + sent.until() + "; check the day");
        }
        if (!expected.equals(sent.received()) && !sent.isDifferenceTaken()) {
            return new Answer.Refused(
                    "amount-differs",
                    paid.size() + " payments until " + sent.until() + " of " + gross + ", less fees of " + fee
                            + " and tax of " + tax + ", make " + expected + ", and " + sent.received()
                            + " has come; reconcile the days, or book it with --accept-difference");
        }
        long entry = book(connection, collector, sent, fee, tax);
        insert(connection, collector, sent, new long[] {
            gross.minorUnits(), fee.minorUnits(), tax.minorUnits(), entry, change
        });
        mark(connection, collector, sent, paid);
        return new Answer.Booked(paid.size(), gross, fee, tax, expected, true);
    }

    private static Optional<Answer> before(Connection connection, Collector collector, Sent sent) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                select r.until, r.received, r.gross, r.fee, r.tax, (
                    select count(*) from remitted_payment p
                    where p.collector = r.collector and p.reference = r.reference), r.bank
                from collector_remittance r where r.collector = ? and r.reference = ?""")) {
            query.setString(1, collector.name());
            query.setString(2, sent.reference());
            return Rows.list(query, row -> {
                        Money received = Money.ofMinor(row.getLong(2));
                        Money gross = Money.ofMinor(row.getLong(3));
                        Money fee = Money.ofMinor(row.getLong(4));
                        Money tax = Money.ofMinor(row.getLong(5));
                        String bank = row.getString(7);
                        return received.equals(sent.received())
                                        && bank.equals(sent.bank())
                                        && Rows.date(row, "until").equals(sent.until())
                                ? new Answer.Booked(
                                        row.getInt(6),
                                        gross,
                                        fee,
                                        tax,
                                        gross.minus(fee).minus(tax),
                                        false)
                                : (Answer) new Answer.Refused(
                                        "reference-of-another",
                                        sent.reference() + " was booked with " + received + " at bank " + bank
                                                + "; use a new reference");
                    })
                    .stream()
                    .findFirst();
        }
    }

    private static long book(Connection connection, Collector collector, Sent sent, Money fee, Money tax)
            throws SQLException {
        EntryRows entries = new EntryRows();
        entries.begin(connection);
        long entry = entries.add(RemittancePosting.of(
                collector.name(), sent.reference(), sent.receivedOn(), sent.bank(), sent.received(), fee, tax));
        entries.send(connection);
        return entry;
    }

    /// @param last gross, fee, tax, entry, change
    private static void insert(Connection connection, Collector collector, Sent sent, long[] last) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into collector_remittance
                    (collector, reference, until, received_on, bank, received, gross, fee, tax, entry, change)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")) {
            insert.setString(1, collector.name());
            insert.setString(2, sent.reference());
            insert.setObject(3, sent.until());
            insert.setObject(4, sent.receivedOn());
            insert.setString(5, sent.bank());
            insert.setLong(6, sent.received().minorUnits());
            for (int i = 0; i < last.length; i++) {
                insert.setLong(7 + i, last[i]);
            }
            insert.executeUpdate();
        }
    }

    private static void mark(Connection connection, Collector collector, Sent sent, List<Statements.Paid> paid)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into remitted_payment values (?, ?, ?)")) {
            for (Statements.Paid one : paid) {
                insert.setLong(1, one.receipt().serial());
                insert.setString(2, collector.name());
                insert.setString(3, sent.reference());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}
