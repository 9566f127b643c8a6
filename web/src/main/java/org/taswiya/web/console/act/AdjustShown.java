package org.taswiya.web.console.act;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.quantity.Money;
import org.taswiya.run.desk.AdjustmentLook;
import org.taswiya.store.access.AccountStatement;
import org.taswiya.store.adjustment.StoredAdjustment;
import org.taswiya.store.lookup.FoundAccount;

/// The form for an adjustment, and what it comes to.
///
/// @param items what can be adjusted, the newest first
/// @param reasons codes of the utility's list
/// @param limit the most that who asks decides alone
/// @param recent adjustments of the account, the newest first
/// @param look what it comes to; null before it is looked at
/// @param fault the key of what is wrong; empty for nothing
/// @param field where
/// @param found what was found, for a person; empty for nothing
public record AdjustShown(
        FoundAccount who,
        AccountStatement statement,
        TypedAdjustment typed,
        List<Item> items,
        List<String> reasons,
        Money limit,
        List<StoredAdjustment> recent,
        @Nullable AdjustmentLook look,
        String fault,
        String field,
        String found) {
    public AdjustShown {
        items = List.copyOf(items);
        reasons = List.copyOf(reasons);
        recent = List.copyOf(recent);
    }

    /// What can be adjusted.
    ///
    /// @param service empty for none
    public record Item(String number, String service, Money amount, Money open) {}
}
