package org.taswiya.intake.nem12;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.taswiya.intake.feed.FeedFault;
import org.taswiya.intake.feed.FeedRefusal;
import org.taswiya.intake.feed.FeedRefused;
import org.taswiya.intake.feed.FeedSeries;
import org.taswiya.intake.feed.FeedTally;
import org.taswiya.intake.json.Quoted;

/// Takes one record after the other. A day is handed out when the record after it shows that it is whole.
final class Nem12Records {
    private static final Pattern VERSION = Pattern.compile("NEM[0-9]{2}");

    private final FeedTally tally;

    private final Map<FeedSeries, SeenDays> seen = new HashMap<>();

    private @Nullable Nem12Stream stream;

    /// Below a stream that is refused, its days are no fault of their own.
    private boolean isStreamRefused;

    private @Nullable Nem12Day day;

    /// Below a day that is refused, its qualities are no fault of their own.
    private boolean isDayRefused;

    private @Nullable LocalDate before;
    private boolean hasBegun;
    private boolean hasEnded;

    Nem12Records(FeedTally tally) {
        this.tally = tally;
    }

    /// @throws FeedRefused when the whole file does not stand
    void add(String text, long line) {
        List<String> fields =
                Arrays.stream(text.split(",", -1)).map(String::strip).toList();
        String kind = fields.getFirst();
        if (!hasBegun) {
            begin(fields, line);
        } else if (hasEnded || kind.equals("100")) {
            throw new FeedRefused(
                    line,
                    FeedFault.OUT_OF_ORDER,
                    "found " + Quoted.of(kind) + (hasEnded ? " after the end" : " again"));
        } else {
            record(kind, fields, line);
        }
    }

    private void begin(List<String> fields, long line) {
        String version = fields.size() > 1 ? fields.get(1) : "";
        if (!fields.getFirst().equals("100") || !VERSION.matcher(version).matches()) {
            throw new FeedRefused(
                    line,
                    FeedFault.NOT_A_FEED,
                    "found " + Quoted.of(String.join(",", fields)) + ", expected a header such as"
                            + " 100,NEM12,202401310000,FROM,TO");
        }
        if (!version.equals("NEM12")) {
            throw new FeedRefused(line, FeedFault.UNKNOWN_VERSION, "found " + version + ", expected NEM12");
        }
        hasBegun = true;
    }

    private void record(String kind, List<String> fields, long line) {
        try {
            switch (kind) {
                case "200" -> stream(fields, line);
                case "300" -> day(fields, line);
                case "400" -> quality(fields, line);
                case "500" -> requireDay(line, kind);
                case "900" -> {
                    endDay();
                    hasEnded = true;
                }
                default ->
                    throw new FeedRefused(
                            line,
                            FeedFault.UNEXPECTED_ELEMENT,
                            "found a record " + Quoted.of(kind) + ", expected 200, 300, 400, 500 or 900");
            }
        } catch (FeedRefused part) {
            tally.refuse(part.refusal());
        }
    }

    private void stream(List<String> fields, long line) {
        endDay();
        isDayRefused = false;
        before = null;
        stream = null;
        isStreamRefused = true;
        stream = Nem12Stream.of(fields, line);
        isStreamRefused = false;
    }

    private void day(List<String> fields, long line) {
        endDay();
        if (isStreamRefused) {
            return;
        }
        isDayRefused = true;
        if (stream == null) {
            throw new FeedRefused(line, FeedFault.OUT_OF_ORDER, "found a 300 record before any 200");
        }
        LocalDate date = Nem12Day.day(fields, line);
        if (before != null && date.isBefore(before)) {
            throw new FeedRefused(
                    line, FeedFault.OUT_OF_ORDER, "found " + date + " after " + before + ", expected days in order");
        }
        Nem12Day next = new Nem12Day(stream, date, fields, line);
        before = date;
        day = next;
        isDayRefused = false;
    }

    private void quality(List<String> fields, long line) {
        if (isStreamRefused || isDayRefused) {
            return;
        }
        Nem12Day open = requireDay(line, "400");
        try {
            if (open != null) {
                open.quality(fields, line);
            }
        } catch (FeedRefused refusal) {
            day = null;
            isDayRefused = true;
            throw refusal;
        }
    }

    private @Nullable Nem12Day requireDay(long line, String kind) {
        if (day == null && !isStreamRefused && !isDayRefused) {
            throw new FeedRefused(line, FeedFault.OUT_OF_ORDER, "found a " + kind + " record before any 300");
        }
        return day;
    }

    /// Hands out the open day. What is wrong with it is its own fault, not that of the record that comes next.
    private void endDay() {
        Nem12Day open = day;
        day = null;
        if (open == null || stream == null) {
            return;
        }
        SeenDays days = seen.computeIfAbsent(stream.series(), _ -> new SeenDays());
        if (days.has(open.day())) {
            tally.refuse(new FeedRefusal(
                    open.line(),
                    FeedFault.DUPLICATE_DAY,
                    "found " + open.day() + " of " + stream.series().point() + " "
                            + stream.series().register() + " again"));
            return;
        }
        try {
            tally.day(open.end(), open.line());
            days.add(open.day());
        } catch (FeedRefused part) {
            tally.refuse(part.refusal());
        }
    }

    /// @throws FeedRefused when the file has no end
    void end(long line) {
        if (!hasBegun) {
            throw new FeedRefused(line, FeedFault.NOT_A_FEED, "found nothing, expected a header 100,NEM12,...");
        }
        if (!hasEnded) {
            throw new FeedRefused(line, FeedFault.TRUNCATED, "found the end of the file, expected a 900 record");
        }
    }
}
