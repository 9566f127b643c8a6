/// Commands for intervals: taking them from feeds, summing them by bands and peaks, packing months.
///
/// `intervals load` takes a feed interval by interval, `intervals sum` adds up a usage point or all of them, `intervals
/// pack` writes a month that is over as one row.
///
/// Invariants: whatever is changed has an author and a reason; what was not taken is told with its line and reason;
/// quantities are exact.
///
/// Not here: how feeds are looked at and become readings (`importing`), what is summed and how (`core/interval`).
@NullMarked
package org.taswiya.cli.interval;

import org.jspecify.annotations.NullMarked;
