package org.taswiya.spark.input;

import java.time.LocalDate;
import org.taswiya.core.metering.Reading;
import org.taswiya.core.metering.Reading.ActualReading;
import org.taswiya.core.metering.Reading.CustomerReading;
import org.taswiya.core.metering.Reading.EstimatedReading;
import org.taswiya.core.quantity.Decimal;

/// The three kinds of reading as texts.
final class ReadingKinds {
    private ReadingKinds() {}

    /// Makes a reading of a kind.
    interface Kind {
        Reading reading(LocalDate at, Decimal value, String provenance);
    }

    static String code(Reading reading) {
        return switch (reading) {
            case ActualReading _ -> "actual";
            case CustomerReading _ -> "customer";
            case EstimatedReading _ -> "estimated";
        };
    }

    static String provenance(Reading reading) {
        return switch (reading) {
            case ActualReading actual -> actual.provenance();
            case CustomerReading customer -> customer.provenance();
            case EstimatedReading estimated -> estimated.provenance();
        };
    }

    static Kind kind(String code) {
        return switch (code) {
            case "actual" -> ActualReading::new;
            case "customer" -> CustomerReading::new;
            case "estimated" -> EstimatedReading::new;
            default ->
                throw new IllegalArgumentException(
                        "Kind of reading '" + code + "' is not actual, customer or estimated");
        };
    }
}
