package org.taswiya.core.customer;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.quantity.Decimal;

/// An account takes one service at one usage point under one tariff.
///
/// @param reference `C` and five to seven digits
/// @param account, usagePoint their references
/// @param tariff the tariff's id
/// @param households behind a shared meter, at least one
/// @param from the first day
/// @param to the day after the last; null while it runs
/// @param annualVolume what is expected of a year when it begins, in units; null when nothing is stated
public record ServiceAgreement(
        String reference,
        String account,
        String usagePoint,
        String tariff,
        int households,
        LocalDate from,
        @Nullable LocalDate to,
        @Nullable Decimal annualVolume) {

    /// Of which no volume is stated.
    public ServiceAgreement(
            String reference,
            String account,
            String usagePoint,
            String tariff,
            int households,
            LocalDate from,
            @Nullable LocalDate to) {
        this(reference, account, usagePoint, tariff, households, from, to, null);
    }

    public ServiceAgreement {
        if (!reference.matches("C[0-9]{5,7}")) {
            throw new IllegalArgumentException(
                    "Agreement reference '" + reference + "' is not C and five to seven digits");
        }
        if (households < 1) {
            throw new IllegalArgumentException("Households " + households + " is below one");
        }
        if (annualVolume != null && annualVolume.signum() < 0) {
            throw new IllegalArgumentException("Annual volume " + annualVolume + " is below zero");
        }
    }
}
