package org.taswiya.run;

import java.io.IOException;
import java.nio.file.Path;
import org.taswiya.store.Database;
import org.taswiya.store.Home;

/// What tests of `store` have, for those of runs.
public final class TestDatabases {
    private TestDatabases() {}

    public static Home home(String name) {
        return org.taswiya.store.TestDatabases.home(name);
    }

    public static Path folder(String name) throws IOException {
        return org.taswiya.store.TestDatabases.folder(name);
    }

    public static Database fresh() {
        return org.taswiya.store.TestDatabases.fresh();
    }
}
