package org.taswiya.store.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.taswiya.store.Database;
import org.taswiya.store.TestDatabases;
import org.taswiya.store.lookup.WordSearch.Among;

/// Words that very many have, among three thousand places: whether some are looked at one by one first, or all are
/// found by their index, makes no difference to who is found, but where there are more than a screen of them.
final class WordSearchTest {
    private static final int PLACES = 3_000;
    private static final int SCREEN = 20;

    private static Database database;

    @BeforeAll
    static void filled() throws SQLException {
        database = TestDatabases.fresh();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("insert into change values (1, '2020-01-01', 'test', 'test')");
            statement.execute("insert into customer values ('K', 'household', 'ا', 'Nobody', 'ar', 1)");
            statement.execute("""
                    insert into premise
                    select 'P' || n, n || ', ' || case n % 2 when 0 then 'rue' else 'avenue' end || ' '
                               || case n % 100 when 7 then 'Fatima' else 'Hassan' end, 'quartier ' || n % 40, 1
                    from generate_series(1, 3000) n""");
            statement.execute("insert into customer_account select lpad(n::text, 10, '0'), 'K', 1"
                    + " from generate_series(1, 3000) n");
            statement.execute(
                    "insert into usage_point select 'U' || n, 'P' || n, 'water', 1 from generate_series(1, 3000) n");
            statement.execute("""
                    insert into service_agreement
                    select 'C' || 10000 + n, lpad(n::text, 10, '0'), 'U' || n, 't', 1, '2020-01-01', null, '2020-01-01',
                           1
                    from generate_series(1, 3000) n""");
            SearchIndexes.make(connection);
        }
    }

    private static List<String> found(String key, int veryMany) throws SQLException {
        try (Connection connection = database.connect()) {
            return new WordSearch(connection, veryMany)
                    .byParts(Among.PREMISES, key, SCREEN).stream().sorted().toList();
        }
    }

    /// One of two has the word, and twenty who have it are found among those that are looked at.
    @ParameterizedTest
    @ValueSource(ints = {1, PLACES * 2})
    void whatVeryManyHaveFillsAScreen(int veryMany) throws SQLException {
        assertThat(found("quartier", veryMany)).hasSize(SCREEN);
        assertThat(found("avenue quartier", veryMany))
                .hasSize(SCREEN)
                .allMatch(account -> Integer.parseInt(account) % 2 == 1);
        assertThat(found("hasan 1", veryMany)).hasSize(SCREEN).noneMatch(account -> account.endsWith("07"));
    }

    /// Each word alone is that of very many: what is not among those that are looked at is found by the index.
    @ParameterizedTest
    @ValueSource(
            strings = {"rue avenue", "fatima", "fatima quartier 7", "1507", "2999 avenue quartier", "rue hasan 2940"})
    void whatFewHaveIsFoundAllTheSame(String key) throws SQLException {
        assertThat(found(key, 1)).isEqualTo(found(key, PLACES * 2));
    }

    /// The number of a house, of which no index knows a part.
    @Test
    void aShortWordIsTheBeginningOfOne() throws SQLException {
        assertThat(found("29 fatima", PLACES * 2)).containsExactly("0000002907");
        assertThat(found("07 fatima", PLACES * 2)).isEmpty();
        assertThat(found("27 2907", PLACES * 2))
                .isEqualTo(found("2907", PLACES * 2))
                .hasSize(1);
    }

    private static List<String> alike(String key) throws SQLException {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false); // how alike is said for a transaction
            return new WordSearch(connection, PLACES * 2)
                    .byAlikeWords(Among.PREMISES, key).stream().sorted().toList();
        }
    }

    /// Two letters that change places are too much for a word among others that all have.
    @Test
    void oneWordIsMisspeltAndTheOthersCount() throws SQLException {
        assertThat(alike("1507 ftaima")).containsExactly("0000001507");
        assertThat(alike("avenue ftaima quartier 7"))
                .hasSizeGreaterThan(10)
                .allMatch(account -> account.endsWith("07"));
        assertThat(alike("1507 xyzzyx")).isEmpty();
        assertThat(alike("ftaima")).isEmpty(); // nothing else counts
        assertThat(alike("avenue fatima")).isEmpty(); // nothing is misspelt
    }
}
