package org.taswiya.cli.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.taswiya.core.calendar.DateRange;

/// The months of the story of Casablanca: January 2018 to June 2020. Rounds read at the first of a month.
final class StoryMonths {
    static final LocalDate FIRST = LocalDate.of(2018, 1, 1);
    static final int MONTHS = 30;

    /// March 2020, the first month that nobody reads to its end.
    static final int GAP_FIRST = 26;

    /// The months of the gap: March, April, May.
    static final int GAP_MONTHS = 3;

    /// Every first of a month at which a month begins or ends, one more than months.
    static final List<LocalDate> BOUNDS =
            IntStream.rangeClosed(0, MONTHS).mapToObj(FIRST::plusMonths).toList();

    private StoryMonths() {}

    static DateRange month(int index) {
        return DateRange.of(BOUNDS.get(index), BOUNDS.get(index + 1));
    }

    /// Whether the round at a bound was called off: 1 April, 1 May and 1 June 2020.
    static boolean isSuspended(int bound) {
        return bound > GAP_FIRST && bound <= GAP_FIRST + GAP_MONTHS;
    }
}
