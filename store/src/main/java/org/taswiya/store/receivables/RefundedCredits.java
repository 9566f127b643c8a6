package org.taswiya.store.receivables;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.receivables.AccountItems;
import org.taswiya.core.receivables.Allocation;
import org.taswiya.core.receivables.Credit;
import org.taswiya.core.receivables.InForce;
import org.taswiya.core.receivables.ItemKey;
import org.taswiya.core.receivables.ItemKind;
import org.taswiya.core.receivables.ReceivablesPosting;
import org.taswiya.store.ledger.EntryRows;

/// Takes credits for a refund, which is open for as long as that lasts; and gives them back when it could not be paid.
public final class RefundedCredits {
    private RefundedCredits() {}

    /// Settles an open refund with the account's credits, the oldest first.
    ///
    /// @param entries begun; what is added to it is sent by the caller, after this
    public static void take(
            Connection connection, EntryRows entries, String account, String refund, Money amount, LocalDate on)
            throws SQLException {
        AccountItems items = Objects.requireNonNull(
                AccountRows.of(connection, List.of(account)).get(account));
        ItemKey item = new ItemKey(ItemKind.REFUND, refund);
        List<Allocation> uses = new ArrayList<>();
        Money left = amount;
        for (Credit credit : items.credits()) {
            Money used = credit.left().compareTo(left) <= 0 ? credit.left() : left;
            if (used.signum() > 0) {
                uses.add(new Allocation(credit.key(), item, used, Money.ZERO, false));
                left = left.minus(used);
            }
        }
        if (!left.isZero()) {
            throw new IllegalStateException("Credits of account " + account + " lack " + left + " for " + refund);
        }
        move(connection, entries, account, "refund/" + refund + "/credits", on, "credits refunded by " + refund, uses);
    }

    /// The credits are there again.
    ///
    /// @param entries begun; what is added to it is sent by the caller, after this
    public static void giveBack(
            Connection connection, EntryRows entries, String account, String refund, LocalDate on, String why)
            throws SQLException {
        List<Allocation> back =
                InForce.takenBack(AllocationRows.to(connection, account, new ItemKey(ItemKind.REFUND, refund)));
        move(connection, entries, account, "refund/" + refund + "/credits-back", on, refund + ": " + why, back);
    }

    private static void move(
            Connection connection,
            EntryRows entries,
            String account,
            String key,
            LocalDate on,
            String description,
            List<Allocation> allocations)
            throws SQLException {
        AllocationRows rows = new AllocationRows();
        rows.add(
                entries.add(ReceivablesPosting.moved(key, on, account, description, allocations)),
                account,
                allocations);
        rows.send(connection);
    }
}
