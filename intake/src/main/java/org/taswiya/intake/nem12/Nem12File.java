package org.taswiya.intake.nem12;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.taswiya.intake.feed.FeedCount;
import org.taswiya.intake.feed.FeedDay;
import org.taswiya.intake.feed.FeedRefused;
import org.taswiya.intake.feed.FeedTally;

/// A NEM12 file.
public final class Nem12File {
    private final Path path;

    public Nem12File(Path path) {
        this.path = path;
    }

    /// Reads the whole file, twice: the first time hands out nothing, so that a file that does not stand has no days.
    ///
    /// @param each is given one day after the other, in the order of the file
    /// @throws IOException when it cannot be read
    public FeedCount read(Consumer<FeedDay> each) throws IOException {
        return read(new FeedTally(each));
    }

    /// The same, with days and refused parts told to a tally in their order.
    public FeedCount read(FeedTally tally) throws IOException {
        try {
            readOnce(new FeedTally(_ -> {}));
            readOnce(tally);
            return tally.end();
        } catch (FeedRefused whole) {
            return FeedCount.refusedWhole(whole.refusal());
        }
    }

    private void readOnce(FeedTally tally) throws IOException {
        try (RecordLines lines = new RecordLines(path)) {
            Nem12Records records = new Nem12Records(tally);
            for (String line = lines.next(); line != null; line = lines.next()) {
                records.add(line, lines.number());
            }
            records.end(lines.number());
        }
    }
}
