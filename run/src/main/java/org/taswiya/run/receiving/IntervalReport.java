package org.taswiya.run.receiving;

import java.util.List;
import java.util.SortedMap;
import org.taswiya.intake.feed.FeedCount;

/// What became of a feed that was taken interval by interval.
///
/// @param feed what is in the file, and what of it is no part of a feed
/// @param days of the feed that were placed
/// @param changed intervals that stand otherwise than before
/// @param outranked intervals that do not count, because what stood is known better
/// @param differing intervals with another value than stood, known as well: the lower one counts
/// @param rows that were written, with how many bytes
/// @param rejected days that were not taken, by reason
/// @param examples of them
public record IntervalReport(
        FeedCount feed,
        long days,
        long changed,
        long outranked,
        long differing,
        long rows,
        long bytes,
        SortedMap<String, Long> rejected,
        List<Rejected> examples) {

    /// A day that was not taken.
    ///
    /// @param reason a code
    public record Rejected(long line, String reason, String found) {}

    /// Whether everything in the file stands now, or stood.
    public boolean isAllTaken() {
        return feed.isAllTaken() && rejected.isEmpty() && differing == 0;
    }
}
