package org.taswiya.core.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.taswiya.core.calendar.TimeBands.BandWindow;

/// The band of every interval between moments that follow each other. Made once for all registers with the same
/// intervals.
public final class BandGrid {
    private static final byte NONE = -1;
    private static final byte DIVIDED = -2;
    private static final long MINUTE = 60;
    private static final long DAY = TimeBands.DAY_MINUTES * MINUTE;

    private final List<String> names;
    private final long[] edges;
    private final byte[] bands;

    private BandGrid(TimeBands bands, long[] edges) {
        this.names = bands.bands();
        this.edges = edges.clone();
        this.bands = new byte[edges.length - 1];
    }

    /// @param edges seconds since 1970 at which intervals begin, and at last that at which the last has ended; rising
    public static BandGrid of(TimeBands bands, long[] edges) {
        BandGrid grid = new BandGrid(bands, edges);
        Arrays.fill(grid.bands, NONE);
        ZoneRules rules = bands.zone().getRules();
        long start = edges[0];
        long last = edges[edges.length - 1];
        int at = 0;
        while (start < last) {
            ZoneOffsetTransition moved = rules.nextTransition(Instant.ofEpochSecond(start));
            long end = moved == null ? last : Math.min(last, moved.toEpochSecond());
            ZoneOffset offset = rules.getOffset(Instant.ofEpochSecond(start));
            at = grid.between(bands, start, end, offset.getTotalSeconds(), at);
            start = end;
        }
        return grid;
    }

    /// Between two moments at which clocks are moved every window is what the wall clock shows of it.
    private int between(TimeBands bands, long start, long end, long offset, int first) {
        int at = first;
        long last = Math.floorDiv(end - 1 + offset, DAY);
        for (long day = Math.floorDiv(start + offset, DAY); day <= last; day++) {
            long midnight = day * DAY - offset;
            for (BandWindow window : bands.windows(LocalDate.ofEpochDay(day))) {
                long opens = Math.max(start, midnight + window.from() * MINUTE);
                long closes = Math.min(end, midnight + window.to() * MINUTE);
                if (opens < closes) {
                    at = mark((byte) names.indexOf(window.band()), opens, closes, at);
                }
            }
        }
        return at;
    }

    /// Marks what touches the seconds from one to another.
    ///
    /// @param first an interval before which none does
    /// @return one before which none touches what comes later
    private int mark(byte band, long from, long to, int first) {
        int at = first;
        while (at < bands.length && edges[at + 1] <= from) {
            at++;
        }
        for (int i = at; i < bands.length && edges[i] < to; i++) {
            bands[i] = bands[i] == NONE || bands[i] == band ? band : DIVIDED;
        }
        return at;
    }

    /// The names of all bands.
    public List<String> names() {
        return names;
    }

    /// How many intervals there are.
    public int size() {
        return bands.length;
    }

    /// The seconds since 1970 at which an interval begins.
    public long edge(int interval) {
        return edges[interval];
    }

    /// Which of the names is that of an interval's band; less than zero when it lies in two.
    public int band(int interval) {
        return bands[interval];
    }

    /// Where the first interval begins that lies in two bands: it cannot be told how much of it is in which.
    public Optional<Instant> divided() {
        for (int i = 0; i < bands.length; i++) {
            if (bands[i] < 0) {
                return Optional.of(Instant.ofEpochSecond(edges[i]));
            }
        }
        return Optional.empty();
    }
}
