package org.taswiya.store.rounds;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.taswiya.store.Database;
import org.taswiya.store.TestDatabases;

/// When a customer is told that a reader comes.
final class NextReadingTest {
    private static final LocalDate TODAY = LocalDate.of(2020, 6, 10);

    private Database database;

    @BeforeEach
    void filled() {
        database = TestDatabases.fresh();
        run("insert into change values (1, '2020-01-01', 'test', 'test')");
        run("insert into customer values ('K1', 'household', 'ا', 'A', 'ar', 1)");
        run("insert into customer_account values ('0000000001', 'K1', 1)");
        run("insert into premise values ('P1', '1, rue', 'Maarif', 1)");
        for (String service : List.of("water", "electricity")) {
            String point = "U-" + service;
            run("insert into usage_point values ('" + point + "', 'P1', '" + service + "', 1)");
            run("insert into service_agreement values ('C0000" + service.length() + "', '0000000001', '" + point
                    + "', 't', 1, '2020-01-01', null, '2020-01-01', 1)");
            run("insert into meter (usage_point, installed_at, serial, decimals, multiplier, unit, first_value, change)"
                    + " values ('" + point + "', '2020-01-01', 'S" + service + "', 0, 1, 'm3', 0, 1)");
        }
    }

    private void run(String sql) {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
    }

    private void round(int id, String from, String to, String... services) {
        run("insert into reading_round values (" + id + ", 'R1', '" + from + "', '" + to + "', 1)");
        for (int i = 0; i < services.length; i++) {
            run("insert into round_order values (" + id + ", " + (i + 1) + ", 'U-" + services[i] + "')");
        }
    }

    private List<String> next() {
        return NextReading.of(database, List.of("0000000001"), TODAY).stream()
                .map(next -> next.service() + " " + next.days().from() + " "
                        + next.days().to())
                .toList();
    }

    @Test
    void nothingIsPlanned() {
        assertThat(next()).isEmpty();
    }

    @Test
    void theFirstThatIsNotOverOfEachMeter() {
        round(1, "2020-06-01", "2020-06-10", "water", "electricity");
        round(2, "2020-07-01", "2020-07-03", "water", "electricity");
        round(3, "2020-06-20", "2020-06-22", "water");
        assertThat(next()).containsExactly("water 2020-06-20 2020-06-22", "electricity 2020-07-01 2020-07-03");
    }

    @Test
    void aRoundThatIsUnderwayUntilTheMeterWasRead() {
        round(1, "2020-06-09", "2020-06-12", "water");
        assertThat(next()).containsExactly("water 2020-06-09 2020-06-12");
        run("insert into reading (usage_point, at, revision, kind, value, provenance, change)"
                + " values ('U-water', '2020-06-10', 1, 'actual', 5, 'test', 1)");
        assertThat(next()).isEmpty();
    }

    @Test
    void nobodyComesWhereAnOrderStopsReading() {
        round(1, "2020-06-20", "2020-06-22", "water");
        run("insert into suspension (reference, activities, area, from_day, legal_reference, change)"
                + " values ('S1', '{reading}', 'Maarif', '2020-06-15', 'D1', 1)");
        assertThat(next()).isEmpty();
    }

    @Test
    void nobodyComesToWhoHasLeft() {
        round(1, "2020-06-20", "2020-06-22", "water");
        run("update service_agreement set to_day = '2020-06-15'");
        assertThat(next()).isEmpty();
    }
}
