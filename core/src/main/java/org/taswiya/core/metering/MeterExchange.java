package org.taswiya.core.metering;

import java.time.LocalDate;
import org.taswiya.core.quantity.Decimal;

/// A meter replaced by another.
///
/// @param at the day of the exchange
/// @param removed the last value of the meter taken away
/// @param installed the first value of the meter put in its place
public record MeterExchange(LocalDate at, Decimal removed, Decimal installed) {}
