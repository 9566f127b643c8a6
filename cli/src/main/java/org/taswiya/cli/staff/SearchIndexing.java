package org.taswiya.cli.staff;

import java.io.PrintWriter;
import java.util.List;
import org.taswiya.store.Database;
import org.taswiya.store.lookup.SearchIndexes;

/// What the first of the staff has made: where it takes long, whoever waits is told of each step.
public final class SearchIndexing {
    /// With more customers than these somebody who waits wonders why.
    private static final int LONG = 20_000;

    private SearchIndexing() {}

    public static void make(Database database, PrintWriter err) {
        SearchIndexes.makeLong(database, LONG, one -> {
            err.println("taswiya: making the index by which " + one.words() + " are found, once (step "
                    + (List.of(SearchIndexes.values()).indexOf(one) + 1) + " of " + SearchIndexes.values().length
                    + ")");
            err.flush();
        });
    }
}
