package org.taswiya.intake.greenbutton;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.taswiya.intake.feed.FeedFault;
import org.taswiya.intake.feed.FeedRefused;
import org.taswiya.intake.feed.FeedTally;
import org.taswiya.intake.greenbutton.Directory.Resource;

/// The second reading of a file: its intervals become days.
final class Handout implements AtomFeed.Receiver {
    /// How many intervals are kept at once, where they do not come by time.
    static final long KEPT_MAX = 2_000_000;

    private final Survey survey;
    private final ZoneId elsewhere;
    private final FeedTally tally;
    private final Map<String, MeterIntervals> byGroup = new HashMap<>();

    /// @param elsewhere whose days are meant where a feed states no local time
    /// @throws FeedRefused when the intervals are too scattered to be put in order
    Handout(Survey survey, ZoneId elsewhere, FeedTally tally) {
        this.survey = survey;
        this.elsewhere = elsewhere;
        this.tally = tally;
        Map<Resource, BlockGroup> byReading = new LinkedHashMap<>();
        Map<String, Resource> readings = new HashMap<>();
        survey.groups().forEach((group, blocks) -> {
            Resource reading = reading(blocks);
            if (reading != null) {
                readings.put(group, reading);
                BlockGroup before = byReading.putIfAbsent(reading, blocks);
                if (before != null) {
                    before.join(blocks);
                }
            }
        });
        requireRoom(byReading);
        Map<Resource, MeterIntervals> intervals = new LinkedHashMap<>();
        byReading.forEach((reading, blocks) -> {
            MeterIntervals taken = intervals(reading, blocks);
            if (taken != null) {
                intervals.put(reading, taken);
            }
        });
        readings.forEach((group, reading) -> {
            MeterIntervals taken = intervals.get(reading);
            if (taken != null) {
                byGroup.put(group, taken);
            }
        });
    }

    private @Nullable Resource reading(BlockGroup blocks) {
        try {
            return survey.directory().meterReading(blocks);
        } catch (FeedRefused part) {
            tally.refuse(part.refusal());
            return null;
        }
    }

    private @Nullable MeterIntervals intervals(Resource reading, BlockGroup blocks) {
        try {
            Directory directory = survey.directory();
            Resource point = directory.usagePoint(reading);
            SeriesTerms terms = SeriesTerms.of(
                    reading.entry().self(), point.entry().self(), point.content(), directory.readingType(reading));
            DaySums days = new DaySums(terms, clock(point), blocks.timesOfUse(), tally);
            return new MeterIntervals(days, blocks.count(), blocks.isInOrder(), tally);
        } catch (FeedRefused part) {
            tally.refuse(part.refusal());
            return null;
        }
    }

    private LocalClock clock(Resource point) {
        EspiNode stated = survey.directory().localTime(point);
        if (stated != null) {
            return LocalClock.of(stated);
        }
        tally.note("the feed states no local time: its days are those of " + elsewhere);
        return new LocalClock(elsewhere.getRules());
    }

    private static void requireRoom(Map<Resource, BlockGroup> byReading) {
        Map<Long, Long> changes = new TreeMap<>();
        for (BlockGroup blocks : byReading.values()) {
            if (!blocks.isInOrder()) {
                changes.merge(blocks.firstEntry(), blocks.count(), Long::sum);
                changes.merge(blocks.lastEntry() + 1, -blocks.count(), Long::sum);
            }
        }
        long kept = 0;
        for (long change : changes.values()) {
            kept += change;
            if (kept > KEPT_MAX) {
                throw new FeedRefused(
                        1,
                        FeedFault.TOO_LONG,
                        "found " + kept + " intervals that would have to be put in order at once, expected at most "
                                + KEPT_MAX + "; split the feed by usage points");
            }
        }
    }

    @Override
    public void reading(AtomEntry soFar, EspiNode reading) {
        MeterIntervals taken = byGroup.get(survey.groupOf(soFar));
        if (taken != null) {
            taken.add(reading);
        }
    }

    @Override
    public void content(AtomEntry soFar, EspiNode content) {
        // Known from the first reading.
    }

    @Override
    public void end(AtomEntry entry) {
        // Nothing waits for the end of an entry.
    }
}
