package org.taswiya.intake.urdb;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.tariff.Tariff;

/// A record that was read without a fault.
///
/// @param name its label, else its name
/// @param title what it calls itself, after whose it is
/// @param tariff whose one version has no beginning and no end: whoever asks for its price means this record. Its
///     components are `energy` (time bands `0`, `1`, ...), `demand` (of the whole month; `demand-of-months-0`, ...
///     where months differ), `demand-0`, `demand-1`, ... (by time band), `fixed` and `minimum`
/// @param from the first day on which the utility charges it; null where the record tells none
/// @param to the last day on which it does; null where the record tells none
/// @param energyBands time bands of its usage
/// @param demandBands time bands of its demand; empty where it has none, or none of them costs anything
/// @param energyHours in which time band of its usage each hour is
/// @param demandHours in which time band of its demand each hour is; none where it has none
/// @param yearMinimum what a year costs at least; null where the record tells none. No part of the tariff, for no month
///     can tell it
/// @param fields every field, in the order of the record
/// @param notes what a month's price lacks, and what may surprise in it, one sentence each
public record UrdbRate(
        String name,
        String title,
        Tariff tariff,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        Set<String> energyBands,
        Set<String> demandBands,
        RateHours energyHours,
        RateHours demandHours,
        @Nullable Decimal yearMinimum,
        List<RateField> fields,
        List<String> notes)
        implements ParsedRate {

    /// The component of usage.
    public static final String ENERGY = "energy";

    /// The component of the highest demand of the month, and what the ones by time band begin with.
    public static final String DEMAND = "demand";

    /// What the components of the highest demand of the month begin with where months differ.
    public static final String DEMAND_OF_MONTHS = DEMAND + "-of-months-";

    /// The component of time.
    public static final String FIXED = "fixed";

    /// The component that tops all others up.
    public static final String MINIMUM = "minimum";

    public UrdbRate {
        energyBands = Set.copyOf(energyBands);
        demandBands = Set.copyOf(demandBands);
        fields = List.copyOf(fields);
        notes = List.copyOf(notes);
    }
}
