package org.taswiya.store.receivables;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.receivables.Allocation;
import org.taswiya.core.receivables.Payment;
import org.taswiya.core.receivables.ReceiptNumber;

/// A payment as it was taken.
///
/// @param allocations what it settled at once
/// @param stamp the duty on them
/// @param credit what it left over then
/// @param reversedOn null while it stands
public record Receipt(
        ReceiptNumber number,
        Payment payment,
        List<Allocation> allocations,
        Money stamp,
        Money credit,
        @Nullable LocalDate reversedOn) {
    public Receipt {
        allocations = List.copyOf(allocations);
    }
}
