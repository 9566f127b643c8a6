package org.taswiya.intake.history;

import java.util.List;
import org.taswiya.core.metering.Usage;

/// What one meter used.
///
/// @param meterClass the file's word for the kind of customer or meter
/// @param periods read or billed ones, in the order of their first days; a missing one has no entry
public record MeterHistory(String meter, String meterClass, List<Usage> periods) {

    public MeterHistory {
        periods = List.copyOf(periods);
    }
}
