package org.taswiya.store.bank;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.taswiya.core.quantity.Money;

/// What became of entries that were told.
///
/// @param entries that are new
/// @param unchanged that were in the books already
/// @param outcomes of the transactions of the new ones
/// @param conflicts that have the reference and amount of another one on another day, and are not booked
public record BankTally(int entries, int unchanged, Map<BankOutcome, Counted> outcomes, List<Conflict> conflicts) {
    public static final BankTally NONE = new BankTally(0, 0, Map.of(), List.of());

    /// How many, and how much in all.
    public record Counted(int count, Money amount) {
        Counted plus(Counted other) {
            return new Counted(count + other.count, amount.plus(other.amount));
        }
    }

    /// @param line in the file
    /// @param before the day on which the one in the books is booked
    public record Conflict(long line, String reference, Money amount, LocalDate bookedOn, LocalDate before) {}

    public BankTally {
        conflicts = List.copyOf(conflicts);
        outcomes = Map.copyOf(outcomes);
    }

    public BankTally plus(BankTally other) {
        Map<BankOutcome, Counted> sums = new EnumMap<>(BankOutcome.class);
        sums.putAll(outcomes);
        other.outcomes.forEach((outcome, counted) -> sums.merge(outcome, counted, Counted::plus));
        List<Conflict> all = new ArrayList<>(conflicts);
        all.addAll(other.conflicts);
        return new BankTally(entries + other.entries, unchanged + other.unchanged, sums, all);
    }

    public Counted of(BankOutcome outcome) {
        return outcomes.getOrDefault(outcome, new Counted(0, Money.ZERO));
    }
}
