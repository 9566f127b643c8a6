/// What feeds of intervals have in common, whatever their format: series of days, and why a part is not taken.
///
/// A feed is read by its format's reader (`nem12`, `greenbutton`), which hands out one [FeedDay] after the other and
/// ends with a [FeedCount]. A [FeedSeries] is one register as the feed names it; its days come earliest first, unless
/// the format permits another order. A [LeastHour] is all that is kept of a day's intervals besides their sum.
///
/// Invariants: quantities are exact, in the series' own unit, and never rounded here; an interval is counted whole on
/// the day on which it begins, never divided; a day is complete only when intervals that stand cover it from its first
/// moment to its last; everything that is not taken is counted with its [FeedFault], its line and what was found. A
/// feed that is refused as a whole hands out no day.
///
/// Not here: whose meter a series is, what its dial would show, and what is stored of it
/// (`org.taswiya.run.receiving`).
@NullMarked
package org.taswiya.intake.feed;

import org.jspecify.annotations.NullMarked;
