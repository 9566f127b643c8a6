package org.taswiya.run.desk;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.receivables.ItemKey;
import org.taswiya.store.adjustment.BillClaim;
import org.taswiya.store.adjustment.StoredAdjustment;

/// What an adjustment comes to.
///
/// @param adjustment as the books would have it, with its number
/// @param before what the account owes and has without it
/// @param after the same with it, once it is booked
/// @param claims what else gives back, or may, of the bill that is adjusted; none where nothing does or it is no bill
public record AdjustmentLook(StoredAdjustment adjustment, Standing before, Standing after, List<BillClaim> claims) {
    public AdjustmentLook {
        claims = List.copyOf(claims);
    }

    /// What is open of an account.
    ///
    /// @param owed all that is open, not negative
    /// @param credit not negative
    /// @param ofItem what is open of what is adjusted; null where that is no item
    public record Standing(
            Money owed, Money credit, @Nullable Money ofItem) {
        String text() {
            return owed + "/" + credit + "/" + (ofItem == null ? "-" : ofItem);
        }
    }

    public boolean needsSecond() {
        return adjustment.needsSecond();
    }

    public @Nullable ItemKey item() {
        return adjustment.adjustment().item();
    }

    /// As a form brings it back: the same again means that nothing has changed.
    public String text() {
        return before.text() + ";" + after.text() + (needsSecond() ? "?" : "")
                + claims.stream().map(one -> ";" + one.text()).collect(Collectors.joining());
    }
}
