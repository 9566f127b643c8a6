package org.taswiya.core.receivables;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.quantity.Money;

/// Money of an account's that settles nothing yet.
///
/// @param arisenOn null for one of the old system, which is older than all others
/// @param amount the most that there can be of it, above zero
/// @param left what of it is not used, above zero
public record Credit(
        String account, CreditKey key, @Nullable LocalDate arisenOn, Money amount, Money left) {

    /// In which credits are used: the oldest first; those of one day by kind and number.
    public static final Comparator<Credit> ORDER = Comparator.comparing(
                    (Credit credit) -> Optional.ofNullable(credit.arisenOn).orElse(LocalDate.MIN))
            .thenComparing(Credit::key);

    public Credit {
        if (left.signum() <= 0 || left.compareTo(amount) > 0) {
            throw new IllegalArgumentException(
                    key + " of " + amount + " has " + left + " left; expected more than nothing and no more than all");
        }
        if ((arisenOn == null) != (key.kind() == CreditKind.OPENING)) {
            throw new IllegalArgumentException(key + " arose on " + arisenOn + "; only opening credits have no day");
        }
    }

    Credit withLeft(Money left) {
        return new Credit(account, key, arisenOn, amount, left);
    }

    boolean isThereOn(LocalDate day) {
        return arisenOn == null || !arisenOn.isAfter(day);
    }
}
