package org.taswiya.store.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.TestDatabases;
import org.taswiya.store.access.CountedTries.Limit;

/// How often somebody may try, as all servers of one database count it. A quarter of an hour has 900 seconds.
@SuppressWarnings("NullAway") // the database is made before each test
final class CountedTriesTest {
    private static final Instant NOON = Instant.parse("2020-07-02T12:00:00Z");
    private static final Limit TWO = new Limit("passwords", 2, Duration.ofMinutes(15));

    private Database database;

    @BeforeEach
    void open() {
        database = TestDatabases.fresh();
    }

    @AfterEach
    void close() {
        database.close();
    }

    private boolean isAllowed(Database server, Limit limit, String who, long second) {
        return CountedTries.isAllowed(server, limit, who, NOON.plusSeconds(second));
    }

    private List<String> rows(String column) throws SQLException {
        try (Connection connection = database.connect();
                PreparedStatement query =
                        connection.prepareStatement("select " + column + " from counted_try order by since, 1")) {
            return Rows.list(query, row -> row.getString(1));
        }
    }

    /// At which second somebody tries, and whether they may; two are allowed.
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            asManyAsAllowed    | 0 1 2            | yes yes no
            toTheSecond        | 0 1 900          | yes yes no
            over               | 0 1 901          | yes yes yes
            fromTheFirstOn     | 0 800 901 902    | yes yes yes yes
            refusedAddsNothing | 0 1 2 3 901 902  | yes yes no no yes yes
            aClockSetBack      | 0 1 -900         | yes yes no
            farBack            | 0 1 -901 -900 -1 | yes yes yes yes no
            """)
    void asManyAsAreAllowedAndThenNoneUntilTheTimeIsOver(String trap, String seconds, String expected) {
        String said = Stream.of(seconds.split(" "))
                .map(second -> isAllowed(database, TWO, "10.0.0.1", Long.parseLong(second)) ? "yes" : "no")
                .reduce((one, other) -> one + " " + other)
                .orElseThrow();
        assertThat(said).isEqualTo(expected);
    }

    @Test
    void twoServersOfOneDatabaseCountTogether() {
        try (Database other = Database.at(database.url())) {
            assertThat(isAllowed(database, TWO, "10.0.0.1", 0)).isTrue();
            assertThat(isAllowed(other, TWO, "10.0.0.1", 1)).isTrue();
            assertThat(isAllowed(other, TWO, "10.0.0.1", 2)).isFalse();
            assertThat(isAllowed(database, TWO, "10.0.0.1", 2)).isFalse();
        }
    }

    @Test
    void anotherAddressAndAnotherLimitCountForThemselves() {
        IntStream.range(0, 3).forEach(i -> isAllowed(database, TWO, "10.0.0.1", i));
        assertThat(isAllowed(database, TWO, "10.0.0.2", 3)).isTrue();
        assertThat(isAllowed(database, new Limit("codes", 1, TWO.within()), "10.0.0.1", 3))
                .isTrue();
    }

    @Test
    void manyAtOnceGetNoMore() throws Exception {
        Limit seven = new Limit("codes", 7, TWO.within());
        Callable<Boolean> one = () -> isAllowed(database, seven, "10.0.0.1", 0);
        try (ExecutorService all = Executors.newFixedThreadPool(8)) {
            int allowed = 0;
            for (Future<Boolean> each :
                    all.invokeAll(IntStream.range(0, 40).mapToObj(_ -> one).toList())) {
                allowed += each.get() ? 1 : 0;
            }
            assertThat(allowed).isEqualTo(7);
        }
    }

    /// Whatever is typed as a name is a key, letters that no text of the database can have among them.
    @Test
    void whoTriedStandsNowhere() throws SQLException {
        isAllowed(database, TWO, "a password in the place of the name\0", 0);
        assertThat(rows("counted_try::text")).singleElement().asString().doesNotContain("password");
    }

    @Test
    void whatIsOverGoesWhenOthersTry() throws SQLException {
        IntStream.range(0, 10).forEach(i -> isAllowed(database, TWO, "10.0.1." + i, i));
        IntStream.range(0, 3).forEach(i -> isAllowed(database, TWO, "10.0.2." + i, 950 + i));
        assertThat(rows("tries")).as("only the new ones").hasSize(3);
    }
}
