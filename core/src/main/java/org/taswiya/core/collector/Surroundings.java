package org.taswiya.core.collector;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.receivables.AccountItems;
import org.taswiya.core.receivables.ItemKey;
import org.taswiya.core.receivables.Payment;
import org.taswiya.core.receivables.PaymentOutcome;

/// What a message meets.
///
/// @param utility that is served here
/// @param account what the order's account owes now; null where there is none
/// @param held items of the account that other transactions have reserved now
/// @param collected what the collector has in the books for the day of the order
/// @param trial why a payment would be refused; empty when it would be taken
public record Surroundings(
        String utility,
        Instant now,
        LocalDate today,
        @Nullable AccountItems account,
        Set<ItemKey> held,
        Money collected,
        Function<Payment, Optional<PaymentOutcome.Refused>> trial) {
    public Surroundings {
        held = Set.copyOf(held);
    }
}
