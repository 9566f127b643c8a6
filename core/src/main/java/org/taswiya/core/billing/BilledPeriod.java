package org.taswiya.core.billing;

import org.jspecify.annotations.Nullable;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.metering.UsageQuality;
import org.taswiya.core.quantity.Decimal;

/// What was billed for a period, on an estimate or otherwise.
///
/// An estimate stays on record as it was first billed, whatever has settled it since; only its amounts change with each
/// true-up. So settling again with nothing new divides and keeps as before.
///
/// @param usage zero or more: the estimate, or where the period was never estimated what was last billed for it
/// @param quality of that usage
/// @param amounts as billed, with every true-up since; null when they are what the tariff gives for the usage
public record BilledPeriod(
        DateRange range,
        Decimal usage,
        UsageQuality quality,
        @Nullable Amounts amounts) {

    public static BilledPeriod estimated(DateRange range, Decimal usage, @Nullable Amounts amounts) {
        return new BilledPeriod(range, usage, UsageQuality.ESTIMATED, amounts);
    }

    public static BilledPeriod actual(DateRange range, Decimal usage, @Nullable Amounts amounts) {
        return new BilledPeriod(range, usage, UsageQuality.ACTUAL, amounts);
    }

    /// A period that cycles have passed over: no bill of it stands.
    public static BilledPeriod unbilled(DateRange range) {
        return actual(range, Decimal.ZERO, Amounts.ZERO);
    }

    /// Whether no bill of it stands. A bill of nothing names at least its parts.
    public boolean isUnbilled() {
        return !isEstimated() && usage.signum() == 0 && Amounts.ZERO.equals(amounts);
    }

    public boolean isEstimated() {
        return quality == UsageQuality.ESTIMATED;
    }
}
