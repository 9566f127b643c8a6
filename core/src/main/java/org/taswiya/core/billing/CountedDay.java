package org.taswiya.core.billing;

import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.interval.Demand;
import org.taswiya.core.quantity.Decimal;

/// What intervals count on one day, time band by time band. There is none of a day of which an interval is missing and
/// could not be estimated.
///
/// @param bands those of the tariff's calendar that occur on the day
public record CountedDay(LocalDate day, SortedMap<String, Band> bands) {
    public CountedDay {
        bands = Collections.unmodifiableSortedMap(new TreeMap<>(bands));
    }

    /// @param quantity in the tariff's unit, exact
    /// @param highest null where no time over which demand is taken lies in the band as a whole
    /// @param estimated how many of its intervals were estimated, by whoever delivered them or here
    public record Band(Decimal quantity, @Nullable Demand highest, int estimated) {}

    /// Whether none of its intervals was estimated.
    public boolean isMeasured() {
        return bands.values().stream().allMatch(band -> band.estimated() == 0);
    }
}
