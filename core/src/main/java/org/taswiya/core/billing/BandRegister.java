package org.taswiya.core.billing;

import java.util.List;
import org.taswiya.core.metering.MeterExchange;
import org.taswiya.core.metering.Reading;
import org.taswiya.core.metering.Register;
import org.taswiya.core.metering.Usage;

/// A register of a device whose registers count by time band, and what it showed.
///
/// @param band the time band in which it counts
/// @param readings from the actual reading that opens the gap on, in any order, no two measuring ones on the same day
/// @param exchanges since that reading
/// @param history usage before it, to estimate from
public record BandRegister(
        String band, Register register, List<Reading> readings, List<MeterExchange> exchanges, List<Usage> history) {
    public BandRegister {
        readings = List.copyOf(readings);
        exchanges = List.copyOf(exchanges);
        history = List.copyOf(history);
    }
}
