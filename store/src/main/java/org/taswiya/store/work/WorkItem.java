package org.taswiya.store.work;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.quantity.Money;

/// One thing that waits for a person.
///
/// @param key by which it is known in its list
/// @param account whose it is; null where nobody knows, or nobody is served there
/// @param since when it began to wait
/// @param due the day by which it has to be done; null for none
/// @param amount at risk, disputed or received; null where it is not known or there is none
/// @param code why it waits: of a hold, a finding, a dispute, a message, a request; the bank of a payment
/// @param said what was found or said; of a request how it came, of an exchange
///     the number of the new meter
/// @param staff who has it; null while it is free
/// @param hasNews whether its customer has added something since staff last did something about it
public record WorkItem(
        WorkKind kind,
        String key,
        @Nullable String account,
        LocalDate since,
        @Nullable LocalDate due,
        @Nullable Money amount,
        String code,
        String said,
        @Nullable String staff,
        boolean hasNews,
        long rank) {

    /// Where a page of a list ends.
    public WorkCursor cursor() {
        return new WorkCursor(rank, key);
    }

    public boolean isLate(LocalDate day) {
        return due != null && day.isAfter(due);
    }
}
