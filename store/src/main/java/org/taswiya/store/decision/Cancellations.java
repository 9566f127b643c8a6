package org.taswiya.store.decision;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.core.ledger.JournalEntry;
import org.taswiya.core.quantity.Money;
import org.taswiya.store.Change;
import org.taswiya.store.Changes;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.adjustment.AdjustmentBooks;
import org.taswiya.store.adjustment.Disputes;
import org.taswiya.store.ledger.EntryRows;
import org.taswiya.store.ledger.Ledger;
import org.taswiya.store.ledger.NumberSeries;
import org.taswiya.store.receivables.TakenBackAllocations;
import org.taswiya.store.run.BooksChange;

/// Takes bills back: the bill stays, an entry reverses its own, and its periods are open again for the next run. What
/// was paid on it becomes the customer's credit.
public final class Cancellations {
    private Cancellations() {}

    /// Cancels a bill.
    ///
    /// @param why who decided it, when and for what reason
    /// @throws IllegalArgumentException when there is no such bill or it is cancelled already
    public static void cancel(Database database, BillNumber number, LocalDate cancelledOn, Change why) {
        if (!cancel(database, number, cancelledOn, why, false).isNew()) {
            throw new IllegalArgumentException("Bill " + number + " is cancelled already");
        }
    }

    /// A bill taken back.
    ///
    /// @param total what it came to
    /// @param cancelledOn on which it was taken back
    /// @param isNew whether it was taken back now; false when it had been before, and nothing was written
    /// @param isLeftToReading whether no run can bill it again before the meter is read: later estimates stand, and its
    ///     periods lie between them
    public record TakenBack(
            String agreement,
            LocalDate billedOn,
            Money total,
            LocalDate cancelledOn,
            boolean isNew,
            boolean isLeftToReading) {}

    /// Cancels a bill and has its agreement billed again off the cycle. One that was cancelled before stays as it is.
    ///
    /// @throws IllegalArgumentException when there is no such bill, or it is of a later day
    public static TakenBack cancel(
            Database database, BillNumber number, LocalDate cancelledOn, Change why, boolean isTrial) {
        return BooksChange.make(database, isTrial, connection -> cancel(connection, number, cancelledOn, why));
    }

    private record Found(
            String agreement,
            String account,
            LocalDate gapFrom,
            LocalDate billedOn,
            Money total,
            @Nullable LocalDate cancelledOn) {}

    /// The same in a transaction of the caller's.
    public static TakenBack cancel(Connection connection, BillNumber number, LocalDate cancelledOn, Change why)
            throws SQLException {
        EntryRows entries = new EntryRows();
        Changes.lock(connection);
        NumberSeries.BILL.lock(connection);
        entries.begin(connection);
        Found bill = bill(connection, number);
        if (bill.cancelledOn() != null) {
            return new TakenBack(bill.agreement(), bill.billedOn(), bill.total(), bill.cancelledOn(), false, false);
        }
        if (cancelledOn.isBefore(bill.billedOn())) {
            throw new IllegalArgumentException(
                    "Bill " + number + " is of " + bill.billedOn() + " and cannot be cancelled on " + cancelledOn);
        }
        long change = Changes.record(connection, why);
        Disputes.endThoseOf(connection, number, cancelledOn, change);
        AdjustmentBooks.reverseThoseOf(connection, entries, bill.account(), number, cancelledOn, why.reason(), change);
        TakenBackAllocations.ofBill(connection, entries, bill.account(), number.toString(), cancelledOn, why.reason());
        try (PreparedStatement insert = connection.prepareStatement("insert into cancellation values (?, ?, ?)")) {
            insert.setLong(1, number.serial());
            insert.setObject(2, cancelledOn);
            insert.setLong(3, change);
            insert.executeUpdate();
        }
        Reopenings.open(connection, change, bill.agreement(), bill.gapFrom());
        JournalEntry entry = Ledger.entryOf(connection, number).orElse(null);
        if (entry != null) {
            entries.add(entry.reversed(cancelledOn, "cancels bill " + number + ": " + why.reason()));
        }
        entries.send(connection);
        BillRequests.add(connection, change, List.of(bill.agreement()));
        BillRequests.addWaitingBeside(connection, change, List.of(bill.agreement()));
        return new TakenBack(
                bill.agreement(),
                bill.billedOn(),
                bill.total(),
                cancelledOn,
                true,
                isLeftToReading(connection, number, bill, cancelledOn));
    }

    private static boolean isLeftToReading(Connection connection, BillNumber number, Found bill, LocalDate day)
            throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                select exists (
                        select from bill b join bill_segment s on s.bill = b.serial
                        where b.agreement = ? and not exists (select from cancellation c where c.bill = b.serial)
                            and s.from_day >= (select max(of.to_day) from bill_segment of where of.bill = ?))
                    and not exists (
                        select from service_agreement a join counting_reading r on r.usage_point = a.usage_point
                        where a.reference = ? and r.kind = 'actual' and r.at > ? and r.at <= ?)""")) {
            query.setString(1, bill.agreement());
            query.setLong(2, number.serial());
            query.setString(3, bill.agreement());
            query.setObject(4, bill.gapFrom());
            query.setObject(5, day);
            return Rows.list(query, row -> row.getBoolean(1)).getFirst();
        }
    }

    private static Found bill(Connection connection, BillNumber number) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                select b.agreement, b.account, b.gap_from, b.billed_on, b.total, c.cancelled_on
                from bill b left join cancellation c on c.bill = b.serial where b.serial = ?""")) {
            query.setLong(1, number.serial());
            return Rows.list(
                            query,
                            row -> new Found(
                                    row.getString("agreement"),
                                    row.getString("account"),
                                    Rows.date(row, "gap_from"),
                                    Rows.date(row, "billed_on"),
                                    Money.ofMinor(row.getLong("total")),
                                    Rows.dateOrNull(row, "cancelled_on")))
                    .stream()
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("Bill " + number + " is not there"));
        }
    }
}
