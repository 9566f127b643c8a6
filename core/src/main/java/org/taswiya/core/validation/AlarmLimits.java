package org.taswiya.core.validation;

import org.taswiya.core.quantity.Decimal;

/// From where on a customer is told of abnormal use. A limit itself still passes.
///
/// @param flowAbove units an hour, however short the intervals are that a meter keeps: one that measures nobody's use
///     falls to them at least once a day
/// @param flowDays so many days in a row on which it never did are a leak
/// @param scatters median absolute deviations of the meter's own past that pass
/// @param leastShare above what is ordinary that passes, however little the meter strays
/// @param leastDifference units above what is ordinary that pass
public record AlarmLimits(
        Decimal flowAbove, int flowDays, Decimal scatters, Decimal leastShare, Decimal leastDifference) {

    /// What was used in fewer days is no surge: the shortest periods on which surges were measured are weeks. How many
    /// single days of guests, of washing, of a pool that is filled would be taken for a leak nobody has measured.
    public static final int SURGE_DAYS_LEAST = 7;

    /// Chosen on half of the meters of one set and judged on the rest (docs/abnormal-use.md).
    public static final AlarmLimits MEASURED =
            new AlarmLimits(Decimal.ZERO, 7, Decimal.of(4), new Decimal(6, 1), Decimal.ZERO);
}
