package org.taswiya.core.metering;

import java.time.LocalDate;
import org.taswiya.core.quantity.Decimal;

/// A register's value at the start of a day, with its kind and where it came from.
public sealed interface Reading {

    LocalDate at();

    /// What the dial shows, zero or more, before the multiplier.
    Decimal value();

    /// Read by the utility. It opens and closes gaps.
    ///
    /// @param provenance who or what brought it, for example a round or a file
    record ActualReading(LocalDate at, Decimal value, String provenance) implements Reading {}

    /// Read by the person served. It splits a gap but neither opens nor closes one.
    record CustomerReading(LocalDate at, Decimal value, String provenance) implements Reading {}

    /// What the dial would show if an estimate were right. It measures nothing.
    ///
    /// @param provenance the method and its basis
    record EstimatedReading(LocalDate at, Decimal value, String provenance) implements Reading {}

    /// Whether usage may be measured from it.
    default boolean isMeasuring() {
        return !(this instanceof EstimatedReading);
    }
}
