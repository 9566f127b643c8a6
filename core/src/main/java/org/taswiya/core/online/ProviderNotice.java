package org.taswiya.core.online;

import java.time.LocalDate;
import org.taswiya.core.quantity.Money;

/// What a provider tells of one of its transactions.
///
/// @param transaction the provider's own name of it
/// @param attempt what we call the attempt
/// @param utility for whom the provider has taken it
/// @param amount that was taken, or was not
/// @param day on which
public record ProviderNotice(
        String transaction, String attempt, String utility, boolean isPaid, Money amount, LocalDate day) {

    /// All that it says, as one line: two that say the same are the same notice.
    public String said() {
        return transaction + "|" + attempt + "|" + utility + "|" + (isPaid ? "paid" : "refused") + "|" + amount + "|"
                + day;
    }
}
