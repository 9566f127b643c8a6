package org.taswiya.intake.feed;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.quantity.Unit;

/// One register of one point, as a feed names them.
///
/// @param point the feed's own reference of the point
/// @param register the feed's own name of the register below the point
/// @param unit in which the quantities are, whatever the feed counts in
/// @param timeOfUse the feed's code of the hours that the register counts; null when it counts all
public record FeedSeries(
        String point,
        String register,
        FeedService service,
        FeedFlow flow,
        Unit unit,
        @Nullable String timeOfUse) implements Comparable<FeedSeries> {

    private static final Comparator<FeedSeries> ORDER = Comparator.comparing(FeedSeries::point)
            .thenComparing(FeedSeries::register)
            .thenComparing(FeedSeries::timeOfUse, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(FeedSeries::service)
            .thenComparing(FeedSeries::flow)
            .thenComparing(FeedSeries::unit);

    @Override
    public int compareTo(FeedSeries other) {
        return ORDER.compare(this, other);
    }
}
