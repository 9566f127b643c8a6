package org.taswiya.core.metering;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.quantity.Decimal;

/// A meter replaced by another.
///
/// @param at the day of the exchange
/// @param removed the last value of the meter taken away
/// @param installed the first value of the meter put in its place
/// @param removedRegister how the meter taken away counted; null where just as the meter that is there in the end
public record MeterExchange(
        LocalDate at,
        Decimal removed,
        Decimal installed,
        @Nullable Register removedRegister) {

    public MeterExchange(LocalDate at, Decimal removed, Decimal installed) {
        this(at, removed, installed, null);
    }

    /// The same exchange of a meter that counted in some way.
    ///
    /// @param last how the meter counts that is there in the end
    public MeterExchange of(Register removed, Register last) {
        return new MeterExchange(at, this.removed, installed, removed.equals(last) ? null : removed);
    }

    /// How the meter taken away counted, where it differs.
    public Optional<Register> otherRegister() {
        return Optional.ofNullable(removedRegister);
    }
}
