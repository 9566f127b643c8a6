package org.taswiya.intake.greenbutton;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.function.Consumer;
import org.taswiya.intake.feed.FeedCount;
import org.taswiya.intake.feed.FeedDay;
import org.taswiya.intake.feed.FeedRefused;
import org.taswiya.intake.feed.FeedTally;

/// A Green Button file.
public final class GreenButtonFile {
    private final Path path;
    private final ZoneId elsewhere;

    /// @param elsewhere whose days are meant where the feed states no local time
    public GreenButtonFile(Path path, ZoneId elsewhere) {
        this.path = path;
        this.elsewhere = elsewhere;
    }

    /// Reads the whole file, twice: a feed that is refused as a whole hands out no day.
    ///
    /// @param each is given the days of a series earliest first, the series in the order in which the file ends them
    /// @throws IOException when it cannot be read
    public FeedCount read(Consumer<FeedDay> each) throws IOException {
        return read(new FeedTally(each));
    }

    /// The same, with days and refused parts told to a tally in their order.
    public FeedCount read(FeedTally tally) throws IOException {
        try {
            Survey survey = new Survey();
            AtomFeed.read(path, survey);
            AtomFeed.read(path, new Handout(survey, elsewhere, tally));
            return tally.end();
        } catch (FeedRefused whole) {
            return FeedCount.refusedWhole(whole.refusal());
        }
    }
}
