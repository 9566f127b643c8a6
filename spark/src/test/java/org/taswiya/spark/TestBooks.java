package org.taswiya.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.taswiya.store.Database;
import org.taswiya.store.TestDatabases;

/// What tests of `store` have, for those of the module: Spark takes whole paths, and connects anew each time.
final class TestBooks {
    private TestBooks() {}

    /// A new folder, deleted with `target`.
    static Path folder(String name) {
        try {
            return TestDatabases.folder(name).toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Database fresh() {
        return TestDatabases.unopened();
    }
}
