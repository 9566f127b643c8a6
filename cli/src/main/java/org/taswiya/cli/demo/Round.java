package org.taswiya.cli.demo;

import java.time.LocalDate;
import org.taswiya.core.metering.Reading;

/// A day up to which the accounts of one cycle are billed.
///
/// @param readTo the last day at which the utility has read by then: `billTo`, but in the gap the day before nobody
///     read
/// @param settles whether it bills on the first reading after the gap
record Round(LocalDate billTo, LocalDate readTo, String cycle, boolean settles) {

    /// Whether it bills on estimates because nobody reads.
    boolean inGap() {
        return readTo.isBefore(billTo);
    }

    /// Whether a reading has come in when this round is billed. One of a day in the gap comes when rounds begin again.
    boolean hasReceived(Reading reading) {
        return switch (reading) {
            case Reading.ActualReading actual -> !actual.at().isAfter(readTo);
            case Reading.CustomerReading own -> !own.at().isAfter(billTo);
            case Reading.EstimatedReading _ -> false;
        };
    }
}
