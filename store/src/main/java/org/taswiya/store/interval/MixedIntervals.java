package org.taswiya.store.interval;

import org.taswiya.core.calendar.DateRange;

/// Days of which some are kept in intervals of another length, zone or unit than others, as after a meter was set
/// otherwise: they are no one series.
public final class MixedIntervals extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MixedIntervals(DateRange days, String found) {
        super("the days " + days + " are no one series: " + found);
    }
}
