package org.taswiya.store.agreement;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.quantity.Money;

/// A deposit as the books have it.
///
/// @param number as it is printed, `D0000000042`
/// @param amount that was claimed
/// @param paid of it now, or when it was given back
/// @param open what is owed of it now; of one given back above zero when the payment of it was taken back since
/// @param back null while it is held
public record StoredDeposit(
        String number,
        String agreement,
        String account,
        Money amount,
        LocalDate claimedOn,
        LocalDate dueOn,
        Money paid,
        Money open,
        @Nullable Back back) {

    /// @param interest that was given with it
    /// @param found by which days and rate
    public record Back(LocalDate on, Money interest, String found) {}
}
