package org.taswiya.core.tariff;

import org.taswiya.core.calendar.DateRange;

/// A use that somebody wants priced.
///
/// @param name how it is called in a table
public record PricedUse(String name, DateRange period, int households, BillDeterminants use) {}
