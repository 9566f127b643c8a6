package org.taswiya.core.metering;

import org.jspecify.annotations.Nullable;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Unit;

/// One dial of a meter.
///
/// @param digits whole digits of the dial; null when unknown, and then it never rolls over
/// @param decimals the resolution of usage is `10^-decimals`
/// @param multiplier from a difference on the dial to usage, above zero
public record Register(@Nullable Integer digits, int decimals, Decimal multiplier, Unit unit) {

    private static final int DIGITS_MAX = 12;
    private static final int DECIMALS_MAX = 6;

    public Register {
        if (digits != null && (digits < 1 || digits > DIGITS_MAX)) {
            throw new IllegalArgumentException("Digits " + digits + " are not 1 to " + DIGITS_MAX);
        }
        if (decimals < 0 || decimals > DECIMALS_MAX) {
            throw new IllegalArgumentException("Decimals " + decimals + " are not 0 to " + DECIMALS_MAX);
        }
        if (multiplier.signum() <= 0) {
            throw new IllegalArgumentException("Multiplier " + multiplier + " is not above zero");
        }
    }

    /// A register that counts whole units as they are and never rolls over.
    public static Register simple(Unit unit) {
        return new Register(null, 0, Decimal.ONE, unit);
    }

    /// Whether a value has no more whole digits than the dial.
    public boolean hasDigitsFor(Decimal value) {
        Decimal capacity = capacity();
        return capacity == null || value.compareTo(capacity) < 0;
    }

    /// Whether a value is not finer than the dial.
    public boolean hasDecimalsFor(Decimal value) {
        return value.scale() <= decimals;
    }

    /// The first value that the dial cannot show, null when its digits are unknown.
    public @Nullable Decimal capacity() {
        if (digits == null) {
            return null;
        }
        long capacity = 1;
        for (int i = 0; i < digits; i++) {
            capacity *= 10;
        }
        return Decimal.of(capacity);
    }
}
