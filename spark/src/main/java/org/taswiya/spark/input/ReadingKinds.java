package org.taswiya.spark.input;

import java.time.LocalDate;
import org.apache.spark.unsafe.types.UTF8String;
import org.taswiya.core.metering.Reading;
import org.taswiya.core.metering.Reading.ActualReading;
import org.taswiya.core.metering.Reading.CustomerReading;
import org.taswiya.core.metering.Reading.EstimatedReading;
import org.taswiya.core.quantity.Decimal;

/// The three kinds of reading as texts.
final class ReadingKinds {
    private static final UTF8String ACTUAL = UTF8String.fromString("actual");
    private static final UTF8String CUSTOMER = UTF8String.fromString("customer");
    private static final UTF8String ESTIMATED = UTF8String.fromString("estimated");

    private ReadingKinds() {}

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

    static Reading reading(UTF8String kind, LocalDate at, Decimal value, String provenance) {
        if (kind.equals(ACTUAL)) {
            return new ActualReading(at, value, provenance);
        }
        if (kind.equals(CUSTOMER)) {
            return new CustomerReading(at, value, provenance);
        }
        if (kind.equals(ESTIMATED)) {
            return new EstimatedReading(at, value, provenance);
        }
        throw new IllegalArgumentException("Kind of reading '" + kind + "' is not actual, customer or estimated");
    }
}
