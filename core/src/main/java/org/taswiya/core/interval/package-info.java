/// What a register counted interval by interval, and what that comes to: totals, time bands, highest demand.
///
/// An [IntervalSeries] is whole local days of one register, as an [IntervalClock] divides them. [IntervalBytes] is the
/// one form in which it is kept. Deliveries come in any order and are joined by [IntervalJoin]; [GapFilling] estimates
/// what is missing; [IntervalSums] adds up.
///
/// Invariants: values are whole steps of a resolution and never rounded; every interval of a day is there, if only as
/// missing; what is filled is marked and comes from actual values alone; the same content has the same bytes.
///
/// Not here: what a dial shows at the start of a day (metering), prices of bands (tariff), where series are kept.
@NullMarked
package org.taswiya.core.interval;

import org.jspecify.annotations.NullMarked;
