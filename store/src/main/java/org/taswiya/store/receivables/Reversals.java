package org.taswiya.store.receivables;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.receivables.Allocation;
import org.taswiya.core.receivables.InForce;
import org.taswiya.core.receivables.PaymentReason;
import org.taswiya.core.receivables.ReceiptNumber;
import org.taswiya.core.receivables.ReceivablesPosting;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.ledger.EntryRows;

/// Takes payments back that were none: a cheque that bounced, money that was false.
public final class Reversals {
    private Reversals() {}

    /// Reverses a payment: what it settled, at once or as a credit since, is open again, and its credit is gone. A
    /// rebate that it had earned goes with it, and the day of a collector is lower by it.
    ///
    /// @param isTrial whether nothing is stored
    public static ReversalAnswer reverse(
            Database database, ReceiptNumber number, LocalDate on, LocalDate today, Change why, boolean isTrial) {
        return BooksTransaction.make(database, why, isTrial, (connection, change) -> {
            ReversalAnswer answer = reverse(connection, change, number, on, today, why.reason());
            if (answer instanceof ReversalAnswer.Reversed) {
                CollectedDays.lower(connection, number);
            }
            return new BooksTransaction.Done<>(answer, answer instanceof ReversalAnswer.Reversed);
        });
    }

    /// The same in a transaction of the caller's, who also tells the day of a collector.
    ///
    /// @param change written down already
    public static ReversalAnswer reverse(
            Connection connection, long change, ReceiptNumber number, LocalDate on, LocalDate today, String why)
            throws SQLException {
        EntryRows entries = new EntryRows();
        entries.begin(connection);
        Receipt receipt = Receipts.of(connection, number).orElse(null);
        if (receipt == null) {
            return refused(PaymentReason.UNKNOWN_RECEIPT, "there is no receipt " + number + "; check the number");
        }
        if (receipt.reversedOn() != null) {
            return refused(
                    PaymentReason.ALREADY_REVERSED,
                    "payment " + number + " was reversed on " + receipt.reversedOn() + "; nothing is left to do");
        }
        LocalDate received = receipt.payment().receivedOn();
        if (on.isBefore(received)) {
            return refused(
                    PaymentReason.DAY_BEFORE_PAYMENT,
                    "it was received on " + received + " and cannot be reversed on " + on + "; check the day");
        }
        if (on.isAfter(today)) {
            return refused(
                    PaymentReason.FUTURE_DAY, "today is " + today + ", before " + on + "; reverse it when it is so");
        }
        return reverse(connection, change, entries, receipt, on, why);
    }

    private static ReversalAnswer reverse(
            Connection connection, long change, EntryRows entries, Receipt receipt, LocalDate on, String why)
            throws SQLException {
        ReceiptNumber number = receipt.number();
        String account = receipt.payment().account();
        List<Allocation> back = InForce.takenBack(AllocationRows.from(connection, account, number.asCredit()));
        Money inForce = back.stream()
                .map(Allocation::amount)
                .reduce(Money.ZERO, Money::plus)
                .negated();
        Money left = receipt.payment().amount().minus(receipt.stamp()).minus(inForce);
        AllocationRows rows = new AllocationRows();
        LocalDate booked = bookedOn(connection, account, number, on);
        long entry = entries.add(
                ReceivablesPosting.reversed(receipt.payment(), number, booked, why, inForce, left, receipt.stamp()));
        rows.add(entry, account, back);
        rows.send(connection);
        EarnedRebates.takeBack(connection, entries, account, number, booked, why, change);
        entries.send(connection);
        try (PreparedStatement insert = connection.prepareStatement("insert into payment_reversal values (?, ?, ?)")) {
            insert.setLong(1, number.serial());
            insert.setObject(2, on);
            insert.setLong(3, change);
            insert.executeUpdate();
        }
        return new ReversalAnswer.Reversed(
                receipt,
                on,
                back,
                left,
                Objects.requireNonNull(
                        AccountRows.of(connection, List.of(account)).get(account)));
    }

    /// Not before the last use of its money: what is undone was done by then, and no day before has other balances.
    private static LocalDate bookedOn(Connection connection, String account, ReceiptNumber number, LocalDate on)
            throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                select max(e.booked_on) as last from allocation a join journal_entry e on e.id = a.entry
                where a.account = ? and a.credit_kind = 'payment' and a.credit = ?""")) {
            query.setString(1, account);
            query.setString(2, number.toString());
            LocalDate last = Rows.list(query, row -> Optional.ofNullable(Rows.dateOrNull(row, "last")))
                    .getFirst()
                    .orElse(on);
            return last.isAfter(on) ? last : on;
        }
    }

    private static ReversalAnswer refused(PaymentReason reason, String found) {
        return new ReversalAnswer.Refused(reason, found);
    }
}
