/// What registers counted interval by interval, as it is kept.
///
/// [IntervalBlocks] reads what stands, joins what comes to it and writes what differs; [IntervalPacking] makes one row
/// of a month that came in many.
///
/// Invariants: rows are never changed; of a day the row of the latest change counts, and holds the day as it stood
/// then; what a delivery does not change is not written, so that one that was cut off is simply taken again; rows are
/// removed only for a packed one that names what brought them.
///
/// Not here: the form of the bytes and all that is reckoned (`core/interval`), files (`intake`, `run/receiving`).
@NullMarked
package org.taswiya.store.interval;

import org.jspecify.annotations.NullMarked;
