package org.taswiya.core.adjustment;

import org.jspecify.annotations.Nullable;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.receivables.ItemKey;

/// Something taken off or put on what an account owes.
///
/// @param key what whoever asks calls it, so that it counts once; null where it has no name
/// @param item what it adjusts; null for the account as such
/// @param amount above zero the account owes more; never zero
/// @param reason the code of one of the utility's reasons
/// @param evidence where a person finds why: a letter, a photograph, a report
public record Adjustment(
        String account, @Nullable String key, @Nullable ItemKey item, Money amount, String reason, String evidence) {

    public Adjustment {
        if (evidence.isBlank()) {
            throw new IllegalArgumentException("An adjustment of " + amount + " without evidence");
        }
    }

    public boolean isLowering() {
        return amount.signum() < 0;
    }

    /// What is looked at against limits.
    public Money size() {
        return isLowering() ? amount.negated() : amount;
    }
}
