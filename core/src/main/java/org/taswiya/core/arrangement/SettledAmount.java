package org.taswiya.core.arrangement;

import java.time.LocalDate;
import org.taswiya.core.quantity.Money;

/// What was settled of arranged items on a day, above zero.
public record SettledAmount(LocalDate on, Money amount) {
    public SettledAmount {
        if (amount.signum() <= 0) {
            throw new IllegalArgumentException("Settled " + amount + " on " + on + "; expected more than nothing");
        }
    }
}
