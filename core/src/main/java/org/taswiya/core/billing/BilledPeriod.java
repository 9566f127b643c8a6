package org.taswiya.core.billing;

import org.jspecify.annotations.Nullable;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.quantity.Decimal;

/// What was billed for a period, on an estimate or otherwise.
///
/// @param usage billed, zero or more
/// @param amounts as billed, with every true-up since; null when they are what the tariff gives for the usage
public record BilledPeriod(
        DateRange range, Decimal usage, @Nullable Amounts amounts) {}
