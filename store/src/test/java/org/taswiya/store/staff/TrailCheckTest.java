package org.taswiya.store.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.TestDatabases;
import org.taswiya.store.staff.StaffTrail.Kind;
import org.taswiya.store.staff.TrailCheck.Head;

/// What somebody whom no trigger stops does to the trail, and that it is found.
final class TrailCheckTest {
    private static final Instant DAY = Instant.parse("2020-06-03T08:00:00.123456Z");
    private static final int ROWS = 8;

    private Database database;

    @BeforeEach
    void eightRows() {
        database = TestDatabases.fresh();
        Staff.add(database, "amina", StaffRole.AGENT, "ticket", new Change(DAY, "test", "for trials"));
        for (int i = 0; i < ROWS; i++) {
            write(i);
        }
    }

    private void write(int second) {
        Kind kind = second % 2 == 0 ? Kind.SIGNED_IN : Kind.REFUSED;
        StaffTrail.write(database, kind, "amina", "10.0.0." + second, DAY.plusSeconds(second));
    }

    private void asSuperuser(String... statements) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica"); // no trigger runs
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private String faults(Head... kept) {
        return TrailCheck.of(database, List.of(kept)).faults().stream()
                .map(fault -> fault.row() + " " + fault.reason().code())
                .collect(Collectors.joining(", "));
    }

    private Head head() {
        return Objects.requireNonNull(TrailCheck.of(database, List.of()).head());
    }

    @Test
    void whatWasWrittenFits() {
        TrailCheck check = TrailCheck.of(database, List.of(head()));
        assertThat(check.isGood()).isTrue();
        assertThat(check.rows()).isEqualTo(ROWS);
        assertThat(head().row()).isEqualTo(ROWS);
        assertThat(Head.parse(head().toString())).isEqualTo(head());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "a name      | update staff_event set staff = null, kind = 'refused' where id = 3 | 3 digest",
                "a moment    | update staff_event set at = at + interval '1 microsecond' where id = 1 | 1 digest",
                "an address  | update staff_event set address = '10.0.0.9' where id in (2, 8) | 2 digest, 8 digest",
                "a digest    | update staff_event set digest = sha256('') where id = 4 | 4 digest, 5 digest",
                "no digest   | alter table staff_event alter digest drop not null; update staff_event set digest = null"
                        + " where id = 4 | 4 digest, 5 digest",
                "one gone    | delete from staff_event where id = 5 | 5 gap, 6 digest",
                "first gone  | delete from staff_event where id < 3 | 1 gap, 3 digest",
                "closed up   | delete from staff_event where id = 7; update staff_event set id = 7 where id = 8"
                        + " | 7 digest",
                "one put in  | update staff_event set id = 9 where id = 8; insert into staff_event select 8, at, kind,"
                        + " staff, address, account, place, digest from staff_event where id = 1 | 8 digest, 9 digest",
                "two swapped | update staff_event set id = 99 where id = 3; update staff_event set id = 3 where id = 4;"
                        + " update staff_event set id = 4 where id = 99 | 3 digest, 4 digest, 5 digest",
                "a column    | alter table staff_event add column more text default 'x' | 1 digest, 2 digest, 3 digest,"
                        + " 4 digest, 5 digest, 6 digest, 7 digest, 8 digest"
            })
    void whatIsDoneToItIsFound(String name, String done, String found) throws SQLException {
        asSuperuser(done.split(";"));
        assertThat(faults()).isEqualTo(found);
    }

    /// A column of later that is empty leaves the rows before it as they are.
    @Test
    void aNewColumnBreaksNothing() throws SQLException {
        asSuperuser("alter table staff_event add column more text");
        write(9);
        assertThat(faults()).isEmpty();
    }

    @Test
    void whatTheChainAloneDoesNotShowAKeptHeadDoes() throws SQLException {
        Head kept = head();
        asSuperuser("delete from staff_event where id = 8");
        assertThat(faults()).isEmpty();
        assertThat(faults(kept)).isEqualTo("8 head-missing");
        write(9);
        assertThat(faults(kept)).isEqualTo("8 head-differs");
    }

    @Test
    void aChainThatWasComputedAnewHasAnotherHead() throws SQLException {
        Head kept = head();
        asSuperuser("update staff_event set address = '10.9.9.9' where id = 2", """
                do $$
                declare e staff_event; last bytea := '';
                begin
                    for e in select * from staff_event order by id loop
                        last := staff_event_digest(last, e);
                        update staff_event set digest = last where id = e.id;
                    end loop;
                end $$""");
        assertThat(faults()).isEmpty();
        assertThat(faults(kept)).isEqualTo("8 head-differs");
    }

    @Test
    void anEmptyTrailIsWholeUnlessItHadAHead() throws SQLException {
        Head kept = head();
        asSuperuser("delete from staff_event");
        assertThat(TrailCheck.of(database, List.of()).head()).isNull();
        assertThat(faults()).isEmpty();
        assertThat(faults(kept)).isEqualTo("8 head-missing");
    }

    /// Numbers and digests are given by the database, whoever writes and whatever they say.
    @Test
    void whoeverWritesOtherwiseIsChainedToo() throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("insert into staff_event (id, at, kind, address, digest)"
                    + " values (77, now(), 'refused', '', sha256(''))");
            assertThatThrownBy(() -> statement.execute("update staff_event set address = ''"))
                    .hasMessageContaining("never changed");
        }
        assertThat(faults()).isEmpty();
        assertThat(head().row()).isEqualTo(ROWS + 1);
    }

    @Test
    void manyWriteAtOnceAndStandInOneRow() throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            threads.add(Thread.ofVirtual().start(() -> {
                for (int n = 0; n < 50; n++) {
                    write(n);
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        TrailCheck check = TrailCheck.of(database, List.of());
        assertThat(check.faults()).isEmpty();
        assertThat(check.rows()).isEqualTo(ROWS + 8 * 50);
    }
}
