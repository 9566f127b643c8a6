package org.taswiya.cli.interval;

import java.time.ZoneId;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.interval.IntervalSums;
import org.taswiya.core.quantity.Unit;

/// What was summed, and of what.
record SummedIntervals(String usagePoint, DateRange days, ZoneId zone, Unit unit, IntervalSums.Summed sums) {}
