package org.taswiya.core.online;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.receivables.ItemKey;
import org.taswiya.core.receivables.Means;
import org.taswiya.core.receivables.Payment;

/// What a customer wants to pay by card.
///
/// @param id from one on
/// @param provider where it is paid; its money is in `assets:collector:<provider>`
/// @param items that it pays
/// @param expiresAt after which nothing more is expected
public record CardAttempt(
        long id, String provider, String account, List<ItemKey> items, Money amount, Instant expiresAt) {
    private static final String LETTERS = "CP";

    public CardAttempt {
        items = List.copyOf(items);
        if (amount.signum() <= 0) {
            throw new IllegalArgumentException("An attempt to pay " + amount);
        }
    }

    /// What it is called at the provider, such as `CP0000000017`.
    public String name() {
        String digits = Long.toString(id);
        return LETTERS + "0".repeat(10 - digits.length()) + digits;
    }

    /// Zero where the name is none.
    public static long idOf(String name) {
        return name.matches(LETTERS + "[0-9]{10}") ? Long.parseLong(name.substring(2)) : 0;
    }

    /// Who gives a provider's payments their names; no till and no collector's line is called so.
    public static String source(String provider) {
        return Payment.BY_CARD + provider;
    }

    /// The payment that a transaction is.
    public Payment payment(String transaction, Money paid, LocalDate on, List<ItemKey> named) {
        return new Payment(
                account, paid, on, Means.COLLECTOR, provider, new Payment.Key(source(provider), transaction), named);
    }
}
