package org.taswiya.intake.feed;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What reading a feed came to.
///
/// @param whole why the feed is refused as a whole; null when it stands
/// @param days handed out
/// @param intervals in those days
/// @param refused how often each fault of a part was met; without those never met
/// @param examples the first refused parts, a few of each fault
/// @param notes what a reader of the days should know, as sentences without their end
public record FeedCount(
        @Nullable FeedRefusal whole,
        long days,
        long intervals,
        SortedMap<FeedFault, Long> refused,
        List<FeedRefusal> examples,
        List<String> notes) {

    public FeedCount {
        refused = Collections.unmodifiableSortedMap(new TreeMap<>(refused));
        examples = List.copyOf(examples);
        notes = List.copyOf(notes);
    }

    /// A feed that is not taken at all.
    public static FeedCount refusedWhole(FeedRefusal whole) {
        return new FeedCount(whole, 0, 0, new TreeMap<>(), List.of(), List.of());
    }

    public long refusedParts() {
        return refused.values().stream().mapToLong(Long::longValue).sum();
    }

    /// Whether everything that was in the feed was taken.
    public boolean isAllTaken() {
        return whole == null && refused.isEmpty();
    }
}
