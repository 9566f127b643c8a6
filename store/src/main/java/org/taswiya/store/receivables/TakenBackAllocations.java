package org.taswiya.store.receivables;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.taswiya.core.receivables.Allocation;
import org.taswiya.core.receivables.CreditKey;
import org.taswiya.core.receivables.CreditKind;
import org.taswiya.core.receivables.InForce;
import org.taswiya.core.receivables.ItemKey;
import org.taswiya.core.receivables.ItemKind;
import org.taswiya.core.receivables.ReceivablesPosting;
import org.taswiya.store.ledger.EntryRows;

/// Frees a document that is about to be cancelled. What was paid on it is not the customer's loss: it is their credit,
/// and settles what they owe next, the bill made anew among it. What a document below zero has settled is open again.
public final class TakenBackAllocations {
    private TakenBackAllocations() {}

    /// @param entries begun; what is added to it is sent by the caller
    /// @param number of the bill as printed
    public static void ofBill(
            Connection connection, EntryRows entries, String account, String number, LocalDate on, String why)
            throws SQLException {
        of(connection, entries, account, ItemKind.BILL, CreditKind.BILL, number, on, why);
    }

    /// @param entries begun; what is added to it is sent by the caller
    /// @param reference of the opening item
    public static void ofOpeningItem(
            Connection connection, EntryRows entries, String account, String reference, LocalDate on, String why)
            throws SQLException {
        of(connection, entries, account, ItemKind.OPENING, CreditKind.OPENING, reference, on, why);
    }

    /// @param entries begun; what is added to it is sent by the caller
    /// @param number of the adjustment
    public static void ofAdjustment(
            Connection connection, EntryRows entries, String account, String number, LocalDate on, String why)
            throws SQLException {
        of(connection, entries, account, ItemKind.ADJUSTMENT, CreditKind.ADJUSTMENT, number, on, why);
    }

    /// What was paid for a new connection is the customer's credit.
    ///
    /// @param entries begun; what is added to it is sent by the caller
    /// @param number of the application
    public static void ofConnection(
            Connection connection, EntryRows entries, String account, String number, LocalDate on, String why)
            throws SQLException {
        ItemKey item = new ItemKey(ItemKind.CONNECTION, number);
        List<Allocation> back = InForce.takenBack(AllocationRows.to(connection, account, item));
        write(connection, entries, account, "connection/" + number, back, on, why);
    }

    private static void of(
            Connection connection,
            EntryRows entries,
            String account,
            ItemKind item,
            CreditKind credit,
            String number,
            LocalDate on,
            String why)
            throws SQLException {
        List<Allocation> back = InForce.takenBack(AllocationRows.to(connection, account, new ItemKey(item, number)));
        if (back.isEmpty()) {
            back = InForce.takenBack(AllocationRows.from(connection, account, new CreditKey(credit, number)));
        }
        String document = item.code() + "/" + (item == ItemKind.OPENING ? account + "/" : "") + number;
        write(connection, entries, account, document, back, on, why);
    }

    private static void write(
            Connection connection,
            EntryRows entries,
            String account,
            String document,
            List<Allocation> back,
            LocalDate on,
            String why)
            throws SQLException {
        if (back.isEmpty()) {
            return;
        }
        AllocationRows rows = new AllocationRows();
        long entry = entries.add(ReceivablesPosting.moved(
                document + "/allocations-taken-back", on, account, "allocations of " + document + ": " + why, back));
        rows.add(entry, account, back);
        rows.send(connection);
    }
}
