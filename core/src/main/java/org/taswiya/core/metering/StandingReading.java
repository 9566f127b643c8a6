package org.taswiya.core.metering;

import org.jspecify.annotations.Nullable;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;

/// A reading of one day and whose word it is.
///
/// @param exact what the dial would show between its steps; null where nobody has counted it
/// @param leastHour the smallest hour of the day that it ends; null where that is not known
public record StandingReading(
        Reading reading,
        Word word,
        @Nullable Fraction exact,
        @Nullable Decimal leastHour) {

    /// Of a dial that somebody looked at.
    public StandingReading(Reading reading, Word word) {
        this(reading, word, null, null);
    }

    /// Whose word a reading is, the weightier later.
    public enum Word {
        /// A source that brings readings as they come.
        SOURCE,
        /// A source that says it puts others right.
        CORRECTION,
        /// A person.
        PERSON
    }

    /// Whether both say the same. What one of them does not say does not tell them apart; days that a dial shows alike
    /// do differ where both were counted and not to the same.
    boolean isSame(StandingReading other) {
        return rank() == other.rank()
                && reading.value().compareTo(other.reading.value()) == 0
                && (exact == null || other.exact == null || exact.compareTo(other.exact) == 0)
                && (leastHour == null || other.leastHour == null || leastHour.compareTo(other.leastHour) == 0);
    }

    /// An actual reading before a customer's own, that before an estimate.
    int rank() {
        return switch (reading) {
            case Reading.ActualReading _ -> 2;
            case Reading.CustomerReading _ -> 1;
            case Reading.EstimatedReading _ -> 0;
        };
    }
}
