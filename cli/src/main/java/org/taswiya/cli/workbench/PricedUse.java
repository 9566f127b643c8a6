package org.taswiya.cli.workbench;

import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.tariff.BillDeterminants;

/// A use that somebody wants priced.
///
/// @param name how it is called in a table
public record PricedUse(String name, DateRange period, int households, BillDeterminants use) {}
