package org.taswiya.core.metering;

/// A reading of one day and whose word it is.
public record StandingReading(Reading reading, Word word) {

    /// Whose word a reading is, the weightier later.
    public enum Word {
        /// A source that brings readings as they come.
        SOURCE,
        /// A source that says it puts others right.
        CORRECTION,
        /// A person.
        PERSON
    }

    boolean isSame(StandingReading other) {
        return rank() == other.rank() && reading.value().compareTo(other.reading.value()) == 0;
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
