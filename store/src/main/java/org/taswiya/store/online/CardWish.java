package org.taswiya.store.online;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.core.quantity.Money;

/// What somebody who was shown what is due wants to pay by card.
///
/// @param bill that is paid; null for all that the account owes
/// @param part of what is due; null for all of it
/// @param seen what they were shown as due: where it is no longer so, they are shown anew instead of sent away
/// @param isBeside whether they want to pay although something else of the account is being paid
/// @param within how long something is to be heard
public record CardWish(
        String provider,
        String account,
        @Nullable BillNumber bill,
        @Nullable Money part,
        Money seen,
        boolean isBeside,
        Duration within) {
    public CardWish {
        if (part != null && part.signum() <= 0) {
            throw new IllegalArgumentException("A wish to pay " + part);
        }
    }
}
