package org.taswiya.run.receiving;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.core.validation.ReadingChecks;
import org.taswiya.run.TestDatabases;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.validation.SuspectDecisions;

/// Leaks that feeds show: above 0.1 kWh in every hour, three days in a row.
final class ContinuousFlowImportTest {
    private static final Database DATABASE = TestDatabases.fresh();
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final String CORRECTING = "brings: feed\ncorrects: true\nsource: test\n";
    private static final String LIMITS = """
            limits:
              - service: electricity
                alarm: { flowAbove: 0.1, flowDays: 3, scatters: 4, leastShare: 0.6, leastDifference: 1 }
            """;

    @TempDir
    private Path folder;

    private FlowTown flows = new FlowTown(DATABASE, new Town(DATABASE, Path.of(".")), ReadingChecks.NONE);
    private String point = "";

    /// A point of its own for each test, read as 100 on 1 March 2020.
    @BeforeEach
    void aTown() throws IOException {
        Town town = new Town(DATABASE, folder);
        flows = new FlowTown(DATABASE, town, Town.limits(Files.writeString(folder.resolve("limits.yaml"), LIMITS)));
        point = String.format(Locale.ROOT, "FLOW%06d", COUNT.incrementAndGet());
        new FeedTown(town).meter(point, "5;3;1;ELEC;100");
        town.take("readings", Town.READINGS + point + ",2020-03-01,100\n");
    }

    private String told() {
        return String.join(", ", flows.told(point));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            aTapThatDrips         | fff                  | flow 03-01..03-04 36 1/2
            twoDaysOfIt           | ff                   | ''
            aNightOfRest          | ffnff                | ''
            restsForHalfAnHour    | ppp                  | flow 03-01..03-04 36 1/2
            atTheLimit            | llll                 | ''
            aDayThatIsEstimated   | ffeff                | ''
            behindAnEstimate      | ffeffff              | flow 03-05..03-08 36 1/2
            forWeeksOnce          | ffffffffffffffffffff | flow 03-01..03-04 36 1/2
            mendedAndLeakingAgain | fffnfgf              | flow 03-01..03-04 36 1/2, flow 03-05..03-08 37 1/2
            """)
    void aFeedTellsOfALeak(String trap, String letters, String expected) throws IOException {
        flows.feed(point, 1, letters);
        assertThat(told()).isEqualTo(expected);
    }

    @Test
    void aMissingDayIsNoFlowAndIsOneWhenItComes() throws IOException {
        flows.feed(point, 1, "ff-ffff");
        assertThat(told()).isEmpty();
        flows.feed(point, 3, "f");
        assertThat(told()).isEqualTo("flow 03-01..03-04 36 1/2");
    }

    @Test
    void theDayOnWhichAMeterIsInstalledBeginsWithNoReading() throws IOException {
        String other = point.replace("FLOW", "FLEW");
        new FeedTown(flows.town()).meter(other, "5;3;1;ELEC;100");
        flows.feed(other, 1, "ffff");
        assertThat(flows.told(other)).containsExactly("flow 03-02..03-05 36 1/2");
    }

    @Test
    void anEstimatedDayThatIsReadAfterAllJoinsWhatItDivided() throws IOException {
        flows.feed(point, 1, "feffff");
        assertThat(told()).isEqualTo("flow 03-04..03-07 36 1/2");
        flows.feed(point, 2, "f");
        assertThat(told()).isEqualTo("flow 03-01..03-04 36 1/2, flow 03-04..03-07 36 1/2 overtaken");
    }

    @Test
    void aCorrectedDayEndsTheRun() throws IOException {
        flows.feed(point, 1, "fffff");
        assertThat(told()).isEqualTo("flow 03-01..03-04 36 1/2");
        flows.take(Town.mapping(CORRECTING), FeedTown.feed(FlowTown.stream(point, 2, "nfff")), 10_000);
        assertThat(told()).isEqualTo("flow 03-01..03-04 36 1/2 overtaken, flow 03-03..03-06 36 1/2");
    }

    /// The day used as much, but an hour of it rested.
    @Test
    void anHourThatIsPutRightEndsTheRun() throws IOException {
        flows.feed(point, 1, "fff");
        assertThat(told()).isEqualTo("flow 03-01..03-04 36 1/2");
        flows.take(
                Town.mapping(CORRECTING), FeedTown.feed(FeedTown.stream(point, "E1", FeedTown.day(2, "12"))), 10_000);
        assertThat(flows.town().counting(point)).last().asString().endsWith("2020-03-04 actual 136");
        assertThat(told()).isEqualTo("flow 03-01..03-04 36 1/2 overtaken");
    }

    /// All later values move, what was used does not.
    @ParameterizedTest
    @CsvSource({"10000", "1"})
    void aCorrectedDayBeforeTheRunChangesNothing(int rowsPerBatch) throws IOException {
        flows.feed(point, 1, "nfff");
        assertThat(told()).isEqualTo("flow 03-02..03-05 36 1/2");
        String text = FeedTown.feed(FeedTown.stream(
                point, "E1", FeedTown.day(1, "20"), FlowTown.day(2, 'f'), FlowTown.day(3, 'f'), FlowTown.day(4, 'f')));
        flows.take(Town.mapping(CORRECTING), text, rowsPerBatch);
        assertThat(flows.town().counting(point)).last().asString().endsWith("2020-03-05 actual 156");
        assertThat(told()).isEqualTo("flow 03-02..03-05 36 1/2");
    }

    @ParameterizedTest
    @CsvSource({"10000", "1"})
    void aCorrectedDayOfTheRunThatLeaksMoreIsToldAnew(int rowsPerBatch) throws IOException {
        flows.feed(point, 1, "ffff");
        flows.take(Town.mapping(CORRECTING), FeedTown.feed(FlowTown.stream(point, 2, "gff")), rowsPerBatch);
        assertThat(told()).isEqualTo("flow 03-01..03-04 36 1/2 overtaken, flow 03-01..03-04 37 1/2");
    }

    @Test
    void aReadingThatSomebodyPutsInPlaceOfADayHasNoHours() throws IOException {
        flows.feed(point, 1, "fff");
        flows.take(Town.shipped("corrections"), Town.READINGS + point + ",2020-03-03,123\n", 10);
        assertThat(told()).isEqualTo("flow 03-01..03-04 36 1/2 overtaken");
    }

    /// The reading that is there stays as it is.
    @Test
    void aDayWhoseEndSomebodyReadBeforeHasNoHours() throws IOException {
        flows.town().take("readings", Town.READINGS + point + ",2020-03-03,124\n");
        flows.feed(point, 1, "fff");
        assertThat(leastHours(point))
                .containsExactly("2020-03-01 none", "2020-03-02 0.5", "2020-03-03 none", "2020-03-04 0.5");
        assertThat(told()).isEmpty();
    }

    @Test
    void theSameFileAgainTellsNothingNew() throws IOException {
        flows.feed(point, 1, "ffff");
        flows.feed(point, 1, "ffff");
        flows.feed(point, 2, "fff");
        assertThat(flows.told(point)).hasSize(1);
    }

    @Test
    void aSingleDayIsNoSurge() throws IOException {
        StringBuilder days = new StringBuilder();
        for (int day = 1; day <= 60; day++) {
            days.append(FeedTown.day(day, day == 60 ? "90" : "3"));
        }
        flows.take(Town.shipped("feed"), FeedTown.feed(FeedTown.stream(point, "E1", days.toString())), 10_000);
        assertThat(flows.town().counting(point)).hasSize(61);
        assertThat(told()).isEmpty();
    }

    /// What is kept is never more than what flowed, in units after the multiplier.
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            asItIs            | 0.25       | 0.5
            roundedDown       | 0.12345699 | 0.246913
            rested            | 0          | 0
            """)
    void theSmallestHourIsKeptWithTheReading(String trap, String value, String kept) throws IOException {
        String other = point.replace("FLOW", "KEPT");
        new FeedTown(flows.town()).meter(other, "5;3;40;ELEC;100");
        String days = FeedTown.running(1, "A", value) + FeedTown.running(2, "E52", value);
        flows.take(Town.shipped("feed"), FeedTown.feed(FeedTown.stream(other, "E1", days)), 10);
        assertThat(leastHours(other)).containsExactly("2020-03-02 " + kept, "2020-03-03 none");
    }

    private List<String> leastHours(String of) {
        return flows.town()
                .query("select at || ' ' || coalesce(trim_scale(least_hour)::text, 'none') from reading"
                        + " where usage_point = '" + of + "' order by at, revision");
    }

    @Test
    void aDoubtfulDayKeepsItUntilItIsAccepted() throws IOException {
        String doubting = LIMITS + "    inactiveUse: 100\n";
        FlowTown doubted = new FlowTown(
                DATABASE, flows.town(), Town.limits(Files.writeString(folder.resolve("doubts.yaml"), doubting)));
        doubted.feed(point, 1, "ff");
        String burst = FeedTown.feed(FeedTown.stream(point, "E1", FeedTown.running(3, "A", "5")));
        assertThat(doubted.take(Town.shipped("feed"), burst, 10).totals().doubtful())
                .isOne();
        Change why = new Change(Instant.parse("2020-07-02T08:00:00Z"), "Salma", "a pipe burst");
        SuspectDecisions.accept(DATABASE, point, LocalDate.of(2020, 3, 4), doubted.checks(), why, false);
        assertThat(leastHours(point)).last().isEqualTo("2020-03-04 10");
        assertThat(told()).isEqualTo("flow 03-01..03-04 264 1/2");
    }
}
