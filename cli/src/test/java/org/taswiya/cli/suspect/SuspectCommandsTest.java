package org.taswiya.cli.suspect;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.taswiya.cli.CommandHome;
import org.taswiya.cli.TenCustomers;
import org.taswiya.core.metering.Reading.ActualReading;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.quantity.Unit;
import org.taswiya.core.validation.FindingReason;
import org.taswiya.core.validation.ReadingFinding;
import org.taswiya.core.validation.Severity;
import org.taswiya.core.validation.ValidationOutcome.Doubtful;
import org.taswiya.store.Change;
import org.taswiya.store.Changes;
import org.taswiya.store.Database;
import org.taswiya.store.validation.Suspect;
import org.taswiya.store.validation.Suspects;

/// The work list of readings in one home, from the first look to the last decision.
@TestMethodOrder(OrderAnnotation.class)
final class SuspectCommandsTest {
    private static final LocalDate DAY = LocalDate.of(2020, 6, 15);

    @TempDir
    private static Path folder;

    private static CommandHome home = CommandHome.withItsOwnServer(Path.of("unset"));

    @BeforeAll
    static void fourSuspects() throws SQLException {
        home = CommandHome.onTestServer(folder);
        try (Database database = home.open();
                Connection connection = database.connect()) {
            TenCustomers.fill(database);
            connection.setAutoCommit(false);
            Change why = new Change(Instant.parse("2020-06-15T06:00:00Z"), "import", "round of June");
            Suspects.add(
                    connection,
                    Changes.record(connection, why),
                    List.of(
                            suspect("U1", 9_000, Severity.SUSPECT, 4_000),
                            suspect("U2", 9_100, Severity.SUSPECT, 5_000),
                            suspect("U3", 9_200, Severity.REFUSE, 10),
                            suspect("U4", 9_300, Severity.SUSPECT, 20)));
            connection.commit();
        }
    }

    private static Suspect suspect(String point, long value, Severity severity, long atRisk) {
        ReadingFinding finding = new ReadingFinding(
                severity == Severity.REFUSE ? FindingReason.FUTURE : FindingReason.HIGH_USE,
                severity,
                Map.of("use", Fraction.of(value, 7)),
                value + " is too much");
        return new Suspect(
                point,
                new ActualReading(DAY, Decimal.of(value), "round of June"),
                Unit.KILOWATT_HOUR,
                new Doubtful(List.of(finding), Fraction.of(atRisk)));
    }

    @Test
    @Order(1)
    void whatWaitsIsShown() {
        // Nobody has a bill yet, so nothing is known of money, and points come in their order.
        assertThat(good("list")).isEqualTo("""
                point  day            value  at risk (DH)  agreement  state    reason
                U2     2020-06-15  9100 kWh          0.00  C00002     waiting  high-use
                    9100 is too much
                U1     2020-06-15  9000 kWh          0.00  C00001     waiting  high-use
                    9000 is too much
                U4     2020-06-15  9300 kWh          0.00  C00004     waiting  high-use
                    9300 is too much
                U3     2020-06-15  9200 kWh          0.00  C00003     waiting  future
                    9200 is too much
                4 waiting, 0.00 DH at risk. All that is known of one: suspect show POINT DAY.
                Decide with suspect accept, suspect correct, suspect reread or suspect estimate.
                """);
        assertThat(good("list", "--reason", "future").lines()).hasSize(5);
        assertThat(wrong("list", "--service", "gas")).contains("no usage point is served with 'gas'");
        assertThat(wrong("list", "--area", "Atlantis")).contains("no premise is in an area 'Atlantis'");
        assertThat(wrong("list", "--point", "U99")).contains("there is no usage point 'U99'");
        assertThat(good("list", "--point", "U2", "--json"))
                .contains("\"point\":\"U2\"", "\"quantity\":\"5000\"", "\"figures\":{\"use\":\"1300\"}");
        assertThat(wrong("list", "--reason", "high")).contains("'high' is no reason; expected one of unit, dials");
        assertThat(good("show", "U1", "2020-06-15")).isEqualTo("""
                        U1 on 2020-06-15: 9000 kWh (actual, round of June)
                          electricity in Maarif, agreement C00001
                          at risk: 4000 kWh, 0.00 DH
                          high-use (suspect): 9000 is too much
                              use 9000/7
                          waiting; meanwhile it does not count
                        """);
        assertThat(good("show", "U1", "2020-06-15", "--json")).contains("\"severity\":\"suspect\"");
        assertThat(wrong("show", "U1", "2020-06-16")).contains("no reading of U1 on 2020-06-16 is suspect");
    }

    @Test
    @Order(2)
    void aTrialStoresNothing() {
        assertThat(good("accept", "U1", "2020-06-15", "--why", "seen", "--trial"))
                .isEqualTo("""
                        U1 on 2020-06-15: would be accepted: 9000 counts; nothing stored
                        Its customer would have to be told of abnormal use.
                        """);
        assertThat(good("list")).contains("4 waiting");
    }

    @Test
    @Order(3)
    void eachIsDecidedOnce() {
        assertThat(good("accept", "U1", "2020-06-15", "--why", "a heat pump", "--author", "Salma"))
                .isEqualTo("""
                        U1 on 2020-06-15: accepted: 9000 counts
                        Its customer should be told of abnormal use: ./taswiya notice show 1
                        """);
        assertThat(good("accept", "U1", "2020-06-15", "--why", "a heat pump"))
                .isEqualTo("U1 on 2020-06-15: decided so before, accepted\n");
        assertThat(wrong("reread", "U1", "2020-06-15", "--why", "x")).contains("is decided: accepted");
        assertThat(wrong("accept", "U3", "2020-06-15", "--why", "x")).contains("U3 on 2020-06-15 cannot be accepted");
        assertThat(good("reread", "U3", "2020-06-15", "--why", "wrong day")).isEqualTo("""
                        U3 on 2020-06-15: read again
                        It is on no route, so no round asks for it: lay one past it with route lay.
                        """);
        assertThat(good("correct", "U2", "2020-06-15", "--value", "9010", "--why", "photo"))
                .isEqualTo("""
                        U2 on 2020-06-15: corrected to 9010
                        Its customer should be told of abnormal use: ./taswiya notice show 2
                        """);
        assertThat(wrong("correct", "U4", "2020-06-15", "--value", "many", "--why", "x"))
                .contains("--value is many; expected what the dial shows");
        assertThat(wrong("correct", "U4", "2020-06-15", "--value", "-1", "--why", "x"))
                .contains("--value is -1; expected what the dial shows, as 4711, never below zero");
        assertThat(wrong("estimate", "U4", "2020-06-15", "--method", "guess", "--why", "x"))
                .contains("'guess' is no method");
        assertThat(good("estimate", "U4", "2020-06-15", "--method", "last-year", "--why", "broken"))
                .isEqualTo("U4 on 2020-06-15: estimated\n");
    }

    @Test
    @Order(4)
    void whatIsDecidedIsShownWhenItIsAskedFor() {
        assertThat(good("list")).isEqualTo("0 waiting\n");
        assertThat(good("list", "--decided")).contains("accepted", "corrected to 9010", "re-read", "estimate");
        assertThat(good("show", "U2", "2020-06-15")).contains("corrected to 9010");
    }

    private static String good(String... words) {
        return home.good(suspect(words));
    }

    private static String wrong(String... words) {
        return home.wrong(suspect(words));
    }

    private static String[] suspect(String... words) {
        return Stream.concat(Stream.of("suspect"), Stream.of(words)).toArray(String[]::new);
    }
}
