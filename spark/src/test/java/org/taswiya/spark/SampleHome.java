package org.taswiya.spark;

import java.nio.file.Path;
import java.util.List;
import org.taswiya.run.BillingListener;
import org.taswiya.run.BillingRun;
import org.taswiya.store.Database;
import org.taswiya.store.Home;

/// Fills a home to measure on, by hand: `SampleHome FOLDER ACCOUNTS CYCLE...`, on the class path of the tests; the
/// cycles are billed.
final class SampleHome {
    private SampleHome() {}

    public static void main(String[] args) {
        Home home = Home.at(Path.of(args[0])).create("sample");
        try (Database database = Database.openEmbedded(home, 0)) {
            new SampleTown(Integer.parseInt(args[1]), 1).fill(database);
            for (String cycle : List.of(args).subList(2, args.length)) {
                System.err.println(BillingRun.execute(database, SampleTown.settings(cycle), new BillingListener() {})
                        .totals());
            }
        }
    }
}
