package org.taswiya.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What one test has in its database is not in that of the next one.
final class SharedServerTest {
    private static void leaveSomething(Database database) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("create table left_behind ()");
        }
    }

    private static boolean isLeft(Database database) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                var found = statement.executeQuery("select to_regclass('left_behind') is not null")) {
            return found.next() && found.getBoolean(1);
        }
    }

    @Test
    void copiesOfAClassAreApartAndStay() throws SQLException {
        Database first = TestDatabases.fresh();
        leaveSomething(first);
        Database second = TestDatabases.unopened();
        assertThat(isLeft(first)).isTrue();
        assertThat(isLeft(second)).isFalse();
    }

    @Test
    void aHomeIsMadeOnceAndCopied() throws IOException {
        Path homes = TestDatabases.folder("made");
        Path from = Files.writeString(homes.resolve("from"), "one");
        MadeOnce made = new MadeOnce(homes, "thing", List.of(from));
        Path first = made.orMade(SharedServerTest::make);
        assertThat(made.orMade(folder -> {
                    throw new IllegalStateException("made twice");
                }))
                .isEqualTo(first);
        Files.writeString(from, "another");
        assertThat(made.orMade(SharedServerTest::make)).isNotEqualTo(first).isDirectory();
    }

    private static void make(Path folder) {
        assertThat(folder.toFile().mkdirs()).isTrue();
    }
}
