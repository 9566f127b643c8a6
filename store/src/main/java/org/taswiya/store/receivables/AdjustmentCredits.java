package org.taswiya.store.receivables;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.receivables.AccountItems;
import org.taswiya.core.receivables.Allocation;
import org.taswiya.core.receivables.CreditKey;
import org.taswiya.core.receivables.CreditKind;
import org.taswiya.core.receivables.ItemKey;
import org.taswiya.core.receivables.OpenItem;
import org.taswiya.core.receivables.ReceivablesPosting;
import org.taswiya.store.ledger.EntryRows;

/// Uses what an adjustment took off on the item that it adjusts; what is above its open amount stays a credit.
public final class AdjustmentCredits {
    private AdjustmentCredits() {}

    /// @param entries begun; what is added to it is sent by the caller, after this
    /// @param number of the adjustment, whose credit is there
    /// @return what was settled
    public static Money use(
            Connection connection, EntryRows entries, String account, String number, ItemKey key, LocalDate on)
            throws SQLException {
        CreditKey from = new CreditKey(CreditKind.ADJUSTMENT, number);
        AccountItems items = AccountRows.of(connection, List.of(account)).get(account);
        OpenItem item = items == null ? null : items.item(key).orElse(null);
        if (items == null || item == null) {
            return Money.ZERO;
        }
        Money left = items.credits().stream()
                .filter(credit -> credit.key().equals(from))
                .findFirst()
                .orElseThrow()
                .left();
        Money used = left.compareTo(item.open()) <= 0 ? left : item.open();
        List<Allocation> uses = List.of(new Allocation(from, key, used, Money.ZERO, false));
        AllocationRows rows = new AllocationRows();
        rows.add(
                entries.add(ReceivablesPosting.moved(
                        "adjustment/" + number + "/used", on, account, "adjustment " + number + " on " + key, uses)),
                account,
                uses);
        rows.send(connection);
        return used;
    }
}
