package org.taswiya.store.run;

import org.taswiya.core.calendar.DateRange;

/// The meters of a tariff and the dates about which something was learnt from them.
public record ClassDates(String tariff, DateRange range) {}
