package org.taswiya.core.receivables;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.ledger.LedgerAccount;
import org.taswiya.core.quantity.Money;

/// Money that came in for an account.
///
/// @param amount all that was handed over, stamp duty with it
/// @param place the till, bank or collector that has it: letters, digits and hyphens
/// @param key what it is called where it comes from; null where it has no name, and each counts by itself
/// @param named what the payer wants settled, in this order; what is left goes to the others
public record Payment(
        String account,
        Money amount,
        LocalDate receivedOn,
        Means means,
        String place,
        @Nullable Key key,
        List<ItemKey> named) {

    public Payment {
        named = List.copyOf(named);
        if (!isPlace(place)) {
            throw new IllegalArgumentException("'" + place + "' names no till, bank or collector");
        }
    }

    /// What the source calls it. The same one again is the same payment.
    ///
    /// @param source whoever gives the names: a till, a bank, a collector
    public record Key(String source, String name) {
        public Key {
            if (source.isEmpty() || name.isEmpty()) {
                throw new IllegalArgumentException("A payment is named '" + name + "' by '" + source + "'");
            }
        }
    }

    /// Before the provider in the names of payments by card online.
    public static final String BY_CARD = "card/";

    /// How its payer says that they have paid: by card, where a provider took a card online, though its money is held
    /// and remitted as a collector's.
    public Means paidBy() {
        return key != null && key.source().startsWith(BY_CARD) ? Means.CARD : means;
    }

    /// Whether a word can name a till, a bank or a collector.
    public static boolean isPlace(String word) {
        return word.matches("[a-zA-Z0-9-]+");
    }

    public Optional<Key> keyIfAny() {
        return Optional.ofNullable(key);
    }

    LedgerAccount heldIn() {
        return means.account(place);
    }
}
