package org.taswiya.core.tariff;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;

/// The sums of a [Rating] with nothing rounded, for proofs and for comparison with other calculators. The unrounded
/// amount of a line is on the line itself.
public record UnroundedRating(Fraction net, Fraction tax, List<UnroundedTax> taxes) {

    public UnroundedRating {
        taxes = List.copyOf(taxes);
    }

    public Fraction total() {
        return net.plus(tax);
    }

    /// One tax before rounding.
    ///
    /// @param rate the share of the base; null for a levy
    /// @param base money, or for a levy a volume
    public record UnroundedTax(String code, @Nullable Decimal rate, Fraction base, Fraction amount) {}
}
