package org.taswiya.run.receiving;

import java.io.IOException;
import java.nio.file.Path;
import java.time.YearMonth;
import org.taswiya.core.validation.ReadingChecks;
import org.taswiya.intake.feed.FeedFormat;
import org.taswiya.store.Database;
import org.taswiya.store.Home;

/// Loads of intervals in a process of its own, and what packs them, to be killed. It says on standard output when it is
/// at work.
///
/// Its arguments are a home and the feeds to load, one after another.
final class IntervalChild {
    private IntervalChild() {}

    public static void main(String[] args) throws IOException {
        try (Database database = Database.openEmbedded(Home.at(Path.of(args[0])), 0)) {
            for (int i = 1; i < args.length; i++) {
                System.out.println("at work");
                IntervalLoad.execute(
                        database,
                        new IntervalOrder(
                                Path.of(args[i]),
                                FeedFormat.NEM12,
                                IntervalTown.MARKET,
                                FeedPoints.BY_USAGE_POINT,
                                null,
                                false,
                                ReadingChecks.NONE,
                                Town.ON,
                                Town.WHY));
            }
            System.out.println("at work");
            IntervalPack.execute(database, YearMonth.of(2020, 3), Town.WHY);
            System.out.println("finished");
        }
    }
}
