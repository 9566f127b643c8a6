package org.taswiya.store.population;

import java.time.LocalDate;
import java.util.Locale;
import org.taswiya.core.metering.Reading;
import org.taswiya.core.quantity.Decimal;

/// How the table of readings names the kinds of core.
public enum ReadingKind {
    ACTUAL,
    CUSTOMER,
    ESTIMATED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static ReadingKind of(Reading reading) {
        return switch (reading) {
            case Reading.ActualReading _ -> ACTUAL;
            case Reading.CustomerReading _ -> CUSTOMER;
            case Reading.EstimatedReading _ -> ESTIMATED;
        };
    }

    public static ReadingKind ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    public Reading reading(LocalDate at, Decimal value, String provenance) {
        return switch (this) {
            case ACTUAL -> new Reading.ActualReading(at, value, provenance);
            case CUSTOMER -> new Reading.CustomerReading(at, value, provenance);
            case ESTIMATED -> new Reading.EstimatedReading(at, value, provenance);
        };
    }

    /// Who or what brought it.
    public static String provenance(Reading reading) {
        return switch (reading) {
            case Reading.ActualReading actual -> actual.provenance();
            case Reading.CustomerReading customer -> customer.provenance();
            case Reading.EstimatedReading estimated -> estimated.provenance();
        };
    }
}
