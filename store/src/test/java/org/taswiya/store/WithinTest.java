package org.taswiya.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.taswiya.store.receivables.BooksTransaction;
import org.taswiya.store.receivables.BooksTransaction.Done;
import org.taswiya.store.run.BooksChange;
import org.taswiya.store.run.BooksChange.Outcome;

/// What others do in a transaction of their own, done in one that somebody has begun.
final class WithinTest {
    private final Database database = TestDatabases.fresh();

    private static Change why(String reason) {
        return new Change(Instant.parse("2020-06-03T12:00:00Z"), "test", reason);
    }

    private void book(Database books, String reason, boolean isWritten) {
        BooksTransaction.make(books, why(reason), false, (_, _) -> new Done<>(reason, isWritten));
    }

    private void change(Database books, String reason, boolean isKept) {
        BooksChange.makeOrLeave(books, connection -> new Outcome<>(Changes.record(connection, why(reason)), isKept));
    }

    private List<String> reasons() throws SQLException {
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement("select reason from change order by id")) {
            return Rows.list(query, row -> row.getString(1));
        }
    }

    @Test
    void itStandsWhenTheWholeDoesAndWhatIsTakenBackDoesNot() throws SQLException {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            Database within = database.within(connection);
            book(within, "booked", true);
            book(within, "looked at", false);
            change(within, "changed", true);
            change(within, "not kept", false);
            assertThat(reasons()).as("while it lasts nobody sees it").isEmpty();
            connection.commit();
        }
        assertThat(reasons()).containsExactly("booked", "changed");
    }

    @Test
    void nothingStandsWhenTheWholeIsTakenBack() throws SQLException {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            book(database.within(connection), "booked", true);
            connection.rollback();
        }
        assertThat(reasons()).isEmpty();
    }

    /// Whoever goes on behind it goes on with what was there before.
    @Test
    void whatEndsByAnExceptionIsTakenBackAlone() throws SQLException {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            Database within = database.within(connection);
            book(within, "booked", true);
            assertThatThrownBy(() -> BooksTransaction.make(within, why("fails"), false, (broken, _) -> {
                        broken.createStatement().execute("select from nothing");
                        return new Done<>("never", true);
                    }))
                    .isInstanceOf(DatabaseException.class);
            connection.commit();
        }
        assertThat(reasons()).containsExactly("booked");
    }

    @Test
    void itIsNeverClosed() throws SQLException {
        try (Connection connection = database.connect()) {
            assertThatThrownBy(database.within(connection)::close).isInstanceOf(IllegalStateException.class);
        }
    }
}
