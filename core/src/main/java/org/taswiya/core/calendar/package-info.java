/// Ranges of days, and the days on which a utility reads and bills. All ranges are half-open: the first day is in, the
/// last is not.
///
/// Core never asks what day it is: dates come in as arguments. A reading taken "at" a day is taken at the start of that
/// day, so usage between readings at two days belongs to the range between them. Time zones do not exist in days; an
/// edge that receives an instant turns it into the utility's local day first. [TimeBands] alone tell moments apart, by
/// the wall clock they are written for, and a [BandGrid] tells the band of each of many intervals.
///
/// A [BillingCalendar] names the cycles of a utility; a [CycleRule] says how one comes round; a [PlannedCycle] is one
/// turn of it with its windows. [WorkingDays] are those on which money can fall due.
/// What became of a turn is not here but with the runs that follow it.
@NullMarked
package org.taswiya.core.calendar;

import org.jspecify.annotations.NullMarked;
