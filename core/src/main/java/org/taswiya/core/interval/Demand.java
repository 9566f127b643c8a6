package org.taswiya.core.interval;

import java.time.Instant;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;

/// What was counted in some time, for each hour of it: kW of kWh.
///
/// @param quantity that was counted, in the unit of the series
public record Demand(Instant from, long seconds, Decimal quantity) {
    private static final long HOUR = 3_600;

    /// In units an hour, exactly.
    public Fraction perHour() {
        return Fraction.of(quantity).times(Fraction.of(HOUR, seconds)).reduced();
    }
}
