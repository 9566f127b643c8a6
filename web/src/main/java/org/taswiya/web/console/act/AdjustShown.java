package org.taswiya.web.console.act;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.adjustment.AdjustmentReason;
import org.taswiya.core.quantity.Money;
import org.taswiya.run.desk.AdjustmentLook;
import org.taswiya.store.access.AccountStatement;
import org.taswiya.store.adjustment.StoredAdjustment;
import org.taswiya.store.lookup.FoundAccount;

/// The form for an adjustment, and what it comes to.
///
/// @param items what can be adjusted, the newest first
/// @param reasons of the utility's list, for whoever asks
/// @param limit what who asks decides alone
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
        List<AdjustmentReason> reasons,
        Limit limit,
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

    /// @param most that who asks decides alone
    /// @param days for which what was decided alone on the account counts
    /// @param spent so decided on it, by whomever
    public record Limit(Money most, int days, Money spent) {}

    /// Whether somebody else decides for a reason, however little it is.
    public static boolean needsSecond(AdjustmentReason reason) {
        return reason.alone() != AdjustmentReason.Alone.ANYBODY;
    }

    /// What can be adjusted.
    ///
    /// @param service empty for none
    public record Item(String number, String service, Money amount, Money open) {}
}
