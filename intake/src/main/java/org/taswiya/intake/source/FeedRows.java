package org.taswiya.intake.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.quantity.ExactText;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.intake.feed.FeedCount;
import org.taswiya.intake.feed.FeedDay;
import org.taswiya.intake.feed.FeedFlow;
import org.taswiya.intake.feed.FeedFormat;
import org.taswiya.intake.feed.FeedRefusal;
import org.taswiya.intake.feed.FeedSeries;
import org.taswiya.intake.feed.FeedTally;
import org.taswiya.intake.greenbutton.GreenButtonFile;
import org.taswiya.intake.nem12.Nem12File;

/// A feed as rows: a header, then a row for each day of a register and for each part that is refused, in the order of
/// the feed. The same file gives the same bytes, so that a place between two rows is a place in the feed.
///
/// Readers of feeds push and readers of rows pull, so the feed is read by a thread of its own, a few blocks ahead.
final class FeedRows extends InputStream {
    static final String POINT = "point";
    static final String QUANTITY = "quantity";
    static final String HEADER =
            "line,point,register,service,flow,timeOfUse,among,unit,from,to,quantity,quality,complete,leastHour,"
                    + "fault,found";

    private static final String LEAST_HOUR = "leastHour";

    /// Where fields stand; the point is a usage point or a serial, as the mapping says.
    static final Map<SourceField, String> COLUMNS = columns();

    private static final int BLOCK_LENGTH = 1 << 16;
    private static final int BLOCKS_AHEAD = 4;

    private final BlockingQueue<Block> blocks = new ArrayBlockingQueue<>(BLOCKS_AHEAD);
    private final Thread producer;
    private Block block = new Block(ByteBuffer.allocate(0), false, null);

    /// @param why the feed cannot be read on; null when it can
    private record Block(
            ByteBuffer bytes, boolean isLast, @Nullable Throwable why) {}

    private static Map<SourceField, String> columns() {
        Map<SourceField, String> columns = new EnumMap<>(SourceField.class);
        columns.put(SourceField.REGISTER, "register");
        columns.put(SourceField.TIME_OF_USE, "timeOfUse");
        columns.put(SourceField.FLOW, "flow");
        columns.put(SourceField.AMONG, "among");
        columns.put(SourceField.UNIT, "unit");
        columns.put(SourceField.FROM, "from");
        columns.put(SourceField.TO, "to");
        columns.put(SourceField.QUANTITY, QUANTITY);
        columns.put(SourceField.KIND, "quality");
        columns.put(SourceField.COMPLETE, "complete");
        columns.put(SourceField.LEAST_HOUR, LEAST_HOUR);
        columns.put(SourceField.FAULT, "fault");
        columns.put(SourceField.FOUND, "found");
        return columns;
    }

    private FeedRows(Path path, FeedFormat format, ZoneId elsewhere, boolean hasLeastHour) {
        Writing writing = new Writing(hasLeastHour);
        producer = Thread.ofPlatform().daemon().name("feed").unstarted(() -> writing.all(path, format, elsewhere));
    }

    /// @param header of the rows, as [#HEADER] is or was: an import that an older program began goes on with its rows;
    ///     empty for the newest
    static FeedRows open(Path path, FeedFormat format, ZoneId elsewhere, String header) {
        boolean hasLeastHour = header.isEmpty() || header.contains(LEAST_HOUR);
        FeedRows rows = new FeedRows(path, format, elsewhere, hasLeastHour);
        rows.producer.start();
        return rows;
    }

    /// The thread that reads the feed.
    private final class Writing {
        private final StringBuilder text = new StringBuilder();
        private final boolean hasLeastHour;
        private final Map<String, List<FeedSeries>> ofPoint = new HashMap<>();

        /// Nobody wants more.
        private static final class Closed extends RuntimeException {
            private static final long serialVersionUID = 1L;

            Closed(InterruptedException e) {
                super(e);
            }
        }

        Writing(boolean hasLeastHour) {
            this.hasLeastHour = hasLeastHour;
            text.append(hasLeastHour ? HEADER : HEADER.replace(LEAST_HOUR + ",", ""))
                    .append('\n');
        }

        void all(Path path, FeedFormat format, ZoneId elsewhere) {
            try {
                put(end(path, format, elsewhere));
            } catch (Closed _) {
                // Nobody reads what would come.
            }
        }

        private Block end(Path path, FeedFormat format, ZoneId elsewhere) {
            try {
                FeedTally tally = new FeedTally(this::day, this::refusal);
                FeedCount count = switch (format) {
                    case GREEN_BUTTON -> new GreenButtonFile(path, elsewhere).read(tally);
                    case NEM12 -> new Nem12File(path).read(tally);
                };
                FeedRefusal whole = count.whole();
                return whole == null
                        ? new Block(bytes(), true, null)
                        : new Block(
                                bytes(),
                                true,
                                new SourceRefused(path + ":" + whole.line() + ": "
                                        + whole.fault().code() + ": " + whole.found()));
            } catch (Closed closed) {
                throw closed;
            } catch (IOException | RuntimeException e) {
                return new Block(bytes(), true, e);
            }
        }

        private void day(FeedDay day, long line) {
            FeedSeries series = day.series();
            text.append(line).append(',');
            quoted(series.point()).append(',');
            quoted(series.register()).append(',');
            text.append(series.service().code())
                    .append(',')
                    .append(series.flow().code())
                    .append(',');
            String hours = series.timeOfUse();
            quoted(hours == null ? "" : hours).append(',').append(among(series)).append(',');
            text.append(series.unit().symbol()).append(',');
            text.append(day.days().from()).append(',').append(day.days().to()).append(',');
            text.append(ExactText.of(day.quantity()))
                    .append(',')
                    .append(day.quality().code())
                    .append(',');
            text.append(day.isComplete()).append(',');
            leastHour(day.leastHour());
            text.append(",\n");
            putWhenFull();
        }

        private void leastHour(@Nullable Fraction least) {
            if (hasLeastHour) {
                text.append(least == null ? "" : ExactText.of(least)).append(',');
            }
        }

        /// Of registers that count all that is delivered, which one of its point it is; 1 for all others.
        private int among(FeedSeries series) {
            if (series.flow() != FeedFlow.DELIVERED || series.timeOfUse() != null) {
                return 1;
            }
            List<FeedSeries> met = ofPoint.computeIfAbsent(series.point(), _ -> new ArrayList<>(1));
            if (!met.contains(series)) {
                met.add(series);
            }
            return met.indexOf(series) + 1;
        }

        private void refusal(FeedRefusal refusal) {
            text.append(refusal.line())
                    .append(hasLeastHour ? ",,,,,,,,,,,,,," : ",,,,,,,,,,,,,")
                    .append(refusal.fault().code())
                    .append(',');
            quoted(refusal.found()).append('\n');
            putWhenFull();
        }

        private StringBuilder quoted(String field) {
            String plain = field.replace('\n', ' ').replace('\r', ' ').replace("\"", "\"\"");
            return text.append('"').append(plain).append('"');
        }

        private void putWhenFull() {
            if (text.length() >= BLOCK_LENGTH) {
                put(new Block(bytes(), false, null));
            }
        }

        private ByteBuffer bytes() {
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(text.toString());
            text.setLength(0);
            return bytes;
        }

        private void put(Block full) {
            try {
                blocks.put(full);
            } catch (InterruptedException e) {
                throw new Closed(e);
            }
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
        if (!hasMore()) {
            return -1;
        }
        int count = Math.min(most, block.bytes().remaining());
        block.bytes().get(into, from, count);
        return count;
    }

    /// A feed that is refused as a whole is so before its header is seen.
    private boolean hasMore() throws IOException {
        while (!block.bytes().hasRemaining()) {
            if (block.isLast()) {
                return false;
            }
            try {
                block = blocks.take();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted while a feed was read", e);
            }
            switch (block.why()) {
                case null -> {}
                case IOException unreadable -> throw unreadable;
                case Throwable bug -> throw new IllegalStateException(bug);
            }
        }
        return true;
    }

    @Override
    public void close() {
        producer.interrupt();
    }
}
