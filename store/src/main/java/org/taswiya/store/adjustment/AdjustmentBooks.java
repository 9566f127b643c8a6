package org.taswiya.store.adjustment;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.adjustment.Adjustment;
import org.taswiya.core.adjustment.AdjustmentPosting;
import org.taswiya.core.adjustment.BilledParts;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.core.ledger.JournalEntry;
import org.taswiya.core.ledger.LedgerAccount;
import org.taswiya.core.receivables.ItemKey;
import org.taswiya.store.ledger.EntryRows;
import org.taswiya.store.ledger.Ledger;
import org.taswiya.store.receivables.AdjustmentCredits;
import org.taswiya.store.receivables.TakenBackAllocations;

/// Books adjustments in a transaction of the caller's, whose entries are begun and sent by the caller.
public final class AdjustmentBooks {
    private AdjustmentBooks() {}

    /// Books what a rule gives by itself, once for its key.
    ///
    /// @param dueDays days in which what raises is due
    /// @return whether it is new
    public static boolean give(
            Connection connection,
            EntryRows entries,
            Adjustment adjustment,
            LedgerAccount against,
            LocalDate on,
            int dueDays,
            long change)
            throws SQLException {
        if (AdjustmentRows.byKey(connection, Objects.requireNonNull(adjustment.key()))
                .isPresent()) {
            return false;
        }
        long id = AdjustmentRows.insert(connection, adjustment, on, false, change);
        book(connection, entries, id, adjustment, against, on, dueDays, change);
        return true;
    }

    /// Books one that is asked for.
    ///
    /// @param against the account that bears it; null for the bill's own
    static void book(
            Connection connection,
            EntryRows entries,
            long id,
            Adjustment adjustment,
            @Nullable LedgerAccount against,
            LocalDate on,
            int dueDays,
            long change)
            throws SQLException {
        String number = StoredAdjustment.numberOf(id);
        JournalEntry entry;
        if (against == null) {
            BilledParts parts = BilledParts.of(adjustment.amount(), BilledShares.of(connection, bill(adjustment)));
            AdjustmentRows.addTaxes(connection, id, parts.taxes());
            entry = AdjustmentPosting.asBilled(parts, number, on, adjustment);
        } else {
            entry = AdjustmentPosting.against(against, number, on, adjustment);
        }
        LocalDate dueOn = adjustment.isLowering() ? null : on.plusDays(dueDays);
        AdjustmentRows.decide(connection, id, on, dueOn, entries.add(entry), change);
        ItemKey item = adjustment.item();
        if (adjustment.isLowering() && item != null) {
            AdjustmentCredits.use(connection, entries, adjustment.account(), number, item, on);
        }
    }

    /// Takes one back that is in force: what it settled, or what settled it, is taken back first.
    static void reverse(
            Connection connection, EntryRows entries, StoredAdjustment stored, LocalDate on, String why, long change)
            throws SQLException {
        TakenBackAllocations.ofAdjustment(
                connection, entries, stored.adjustment().account(), stored.number(), on, why);
        long booked = Objects.requireNonNull(stored.decision()).entry();
        JournalEntry mirror =
                Ledger.entry(connection, booked).reversed(on, "reverses adjustment " + stored.number() + ": " + why);
        AdjustmentRows.reverse(connection, stored.id(), on, entries.add(mirror), change);
    }

    /// Takes back all that adjusts a bill before the bill is: what was never owed was never too much or late.
    public static void reverseThoseOf(
            Connection connection,
            EntryRows entries,
            String account,
            BillNumber bill,
            LocalDate on,
            String why,
            long change)
            throws SQLException {
        List<StoredAdjustment> those = AdjustmentRows.inForceOn(connection, account, ItemKey.bill(bill.toString()));
        for (StoredAdjustment one : those) {
            reverse(connection, entries, one, on, why, change);
        }
    }

    static BillNumber bill(Adjustment adjustment) {
        return BillNumber.parse(Objects.requireNonNull(adjustment.item()).number())
                .orElseThrow();
    }
}
