package org.taswiya.core.metering;

import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.quantity.Decimal;

/// Usage between two consecutive measuring readings.
///
/// @param usage in units after the multiplier, zero or more
/// @param rolledOver whether the dial passed its highest value in between
public record MeasuredUsage(DateRange range, Decimal usage, boolean rolledOver) {}
