package org.taswiya.intake.greenbutton;

import java.util.ArrayList;
import java.util.List;
import org.taswiya.intake.feed.FeedRefused;
import org.taswiya.intake.feed.FeedTally;

/// The intervals of one meter reading as they come by. Those of a reading that the file does not bring by time are kept
/// until its last has come.
final class MeterIntervals {
    private final DaySums days;
    private final FeedTally tally;
    private final boolean isInOrder;
    private List<Interval> kept = new ArrayList<>();
    private long remaining;

    /// @param count of its intervals in the whole file
    MeterIntervals(DaySums days, long count, boolean isInOrder, FeedTally tally) {
        this.days = days;
        this.remaining = count;
        this.isInOrder = isInOrder;
        this.tally = tally;
    }

    void add(EspiNode reading) {
        remaining--;
        try {
            Interval interval = Interval.of(reading);
            if (isInOrder) {
                days.add(interval);
            } else {
                kept.add(interval);
            }
        } catch (FeedRefused part) {
            tally.refuse(part.refusal());
        }
        if (remaining == 0) {
            kept.sort(Interval.ORDER);
            kept.forEach(days::add);
            kept = new ArrayList<>(0);
            days.end();
        }
    }
}
