package org.taswiya.run.receiving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.taswiya.core.customer.Customer;
import org.taswiya.core.customer.CustomerAccount;
import org.taswiya.core.customer.CustomerClass;
import org.taswiya.core.customer.Language;
import org.taswiya.core.customer.ServiceAgreement;
import org.taswiya.core.metering.Reading.ActualReading;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Unit;
import org.taswiya.core.validation.ReadingChecks;
import org.taswiya.core.validation.UseAlarm.Kind;
import org.taswiya.intake.source.SourceMapping;
import org.taswiya.run.TestDatabases;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.books.BooksDigest;
import org.taswiya.store.population.PopulationWriter;
import org.taswiya.store.receiving.ImportReport;
import org.taswiya.store.validation.NoticeCandidate;
import org.taswiya.store.validation.NoticeCandidates;
import org.taswiya.store.validation.NoticeDecision;
import org.taswiya.store.validation.NoticeDecision.Outcome;
import org.taswiya.store.validation.NoticeDecisions;
import org.taswiya.store.validation.NoticeDecisions.DecidedNotices;
import org.taswiya.store.validation.NoticeFilter;
import org.taswiya.store.validation.ReadingDecisions;
import org.taswiya.store.validation.SuspectDecisions;

/// Two meters that counted 150 kWh a month up to 4050 on 1 April 2020: E1 of a household, E2 of a municipality, which
/// is told nothing. From 240 kWh on a month is a surge, from 450 kWh on it is not believed.
final class NoticeCandidatesTest {
    private static final LocalDate START = LocalDate.of(2018, 1, 1);
    private static final LocalDate MAY = LocalDate.of(2020, 5, 1);
    private static final int MONTHS = 28;
    private static final Change CLERK =
            new Change(Instant.parse("2020-07-02T09:00:00Z"), "Salma", "they have a heat pump");
    private static final String LIMITS = """
            limits:
              - service: electricity
                average: { high: 3, low: 0, leastDifference: 50, referenceDays: 365, estimatedShare: 0.5 }
                alarm: { flowAbove: 0.1, flowDays: 30, scatters: 4, leastShare: 0.6, leastDifference: 50 }
              - service: electricity
                class: municipality
                average: { high: 3, low: 0, leastDifference: 50, referenceDays: 365, estimatedShare: 0.5 }
            """;

    private static final String CUSTOMERS = """
            brings: reading
            columns: { usagePoint: usagePoint, at: at, value: value }
            constants: { kind: customer }
            source: "a portal"
            """;

    private final Database database = TestDatabases.fresh();

    @TempDir
    private Path folder;

    private Town town = new Town(database, Path.of("."));
    private ReadingChecks checks = ReadingChecks.NONE;

    @BeforeEach
    void twoMetersWithAPast() throws IOException {
        town = new Town(database, folder);
        checks = Town.limits(Files.writeString(folder.resolve("validation.yaml"), LIMITS));
        town.build("", 1, 2);
        try (PopulationWriter writer = PopulationWriter.open(database, Town.WHY)) {
            add(writer, 1, CustomerClass.HOUSEHOLD, Language.AR);
            add(writer, 2, CustomerClass.MUNICIPALITY, Language.FR);
            writer.commit();
        }
        StringBuilder past = new StringBuilder(Town.READINGS);
        for (int i = 1; i < MONTHS; i++) {
            past.append("E1,%1$s,%2$d%nE2,%1$s,%2$d%n".formatted(START.plusMonths(i), i * 150));
        }
        assertThat(town.take("readings", past.toString()).totals().added()).isEqualTo(2 * (MONTHS - 1));
    }

    private static void add(PopulationWriter writer, int i, CustomerClass of, Language language) {
        writer.add(new Customer("P" + i, of, "زبون", "Client", language));
        writer.add(new CustomerAccount("000000000" + i, "P" + i));
        writer.add(
                new ServiceAgreement(
                        "C000000" + i, "000000000" + i, "E" + i, "casablanca/electricity-household", 1, START, null),
                START);
    }

    /// A reader's value is a reading as any other; what they only remark is none.
    @Test
    void aVisitThatBringsAValueRaisesOne() throws IOException {
        String head = "POINT;COMPTEUR;DATE;HEURE;INDEX;ANOMALIE;LAT;LON;PHOTO;AGENT\n";
        Path remarked = town.file(head + "E1;;01/05/2020;09:30;;INO;;;;A1\n");
        Path read = town.file(head + "E1;;01/05/2020;10:30;4350;;;;;A1\n");
        SourceMapping visits = Town.shipped("route");
        ImportRun.execute(
                database,
                new ImportSettings(remarked, visits, Town.ON, 10_000, checks, Town.WHY),
                new ImportListener() {});
        assertThat(told()).isEmpty();
        ImportRun.execute(
                database, new ImportSettings(read, visits, Town.ON, 10_000, checks, Town.WHY), new ImportListener() {});
        assertThat(told()).containsExactly("1 E1 surge 2020-04-01..2020-05-01 300");
    }

    private ImportReport take(String mapping, String... rows) throws IOException {
        return take(Town.shipped(mapping), checks, 10_000, rows);
    }

    private ImportReport take(SourceMapping mapping, @Nullable ReadingChecks by, int rowsPerBatch, String... rows)
            throws IOException {
        Path file = town.file(Town.READINGS + String.join("\n", rows) + "\n");
        ImportSettings settings = new ImportSettings(file, mapping, Town.ON, rowsPerBatch, by, Town.WHY);
        return ImportRun.execute(database, settings, new ImportListener() {});
    }

    /// `1 E1 surge 2020-04-01..2020-05-01 300`, with a mark where its days have been read otherwise since, and what
    /// became of it.
    private List<String> told() {
        return NoticeCandidates.list(database, NoticeFilter.ALL).stream()
                .map(one ->
                        one.number() + " " + one.usagePoint() + " " + one.kind().code() + " "
                                + one.range().from() + ".." + one.range().to() + " "
                                + one.figures().get("use") + (one.isOvertaken() ? " overtaken" : "")
                                + (one.decision() == null
                                        ? ""
                                        : " " + one.decision().outcome().code()))
                .toList();
    }

    @Test
    void aLeakThatIsBelievedRaisesOne() throws IOException {
        take("readings", "E1,2020-05-01,4350", "E2,2020-05-01,4350");
        assertThat(told()).containsExactly("1 E1 surge 2020-04-01..2020-05-01 300");
        NoticeCandidate candidate =
                NoticeCandidates.list(database, NoticeFilter.OPEN).getFirst();
        assertThat(candidate.agreement())
                .isEqualTo(new NoticeCandidate.Served("C0000001", "0000000001", CustomerClass.HOUSEHOLD, Language.AR));
        assertThat(candidate.reading().value()).isEqualTo(Decimal.of(4350));
        assertThat(candidate.unit()).isEqualTo(Unit.KILOWATT_HOUR);
        assertThat(candidate.isOfSuspect()).isFalse();
        assertThat(candidate.figures()).hasToString("{use=300, usual=150, limit=240}");
    }

    @Test
    void theSameFileAgainRaisesNoneNorDoesTheSameReadingInAnother() throws IOException {
        take("readings", "E1,2020-05-01,4350");
        String before = BooksDigest.of(database);
        take("readings", "E1,2020-05-01,4350");
        assertThat(told()).hasSize(1);
        take("readings", "E1,2020-05-01,4350.0", "E1,2020-05-01,4350");
        assertThat(told()).hasSize(1);
        assertThat(BooksDigest.of(database)).isNotEqualTo(before); // the imports are kept
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            readings    | E1,2020-05-01,4280 | 0
            readings    | E1,2020-05-01,4350 | 1
            readings    | E1,2020-05-01,4800 | 0
            readings    | E1,2020-05-01,4000 | 0
            readings    | E2,2020-05-01,4350 | 0
            corrections | E1,2020-05-01,4350 | 1
            corrections | E1,2020-05-01,4800 | 1
            corrections | E1,2020-04-01,4000 | 0
            corrections | E1,2020-04-01,4200 | 1
            """)
    void onlyWhatCountsAndIsAbnormalIsRaised(String mapping, String row, int raised) throws IOException {
        take(mapping, row);
        assertThat(told()).hasSize(raised);
    }

    @Test
    void thePastOfAnotherSystemRaisesNone() throws IOException {
        take(Town.shipped("readings"), null, 10_000, "E1,2020-05-01,4350");
        assertThat(told()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 10_000})
    void howAFileIsDividedIntoBatchesChangesNothing(int rowsPerBatch) throws IOException {
        take(
                Town.shipped("readings"),
                checks,
                rowsPerBatch,
                "E1,2020-07-01,4750",
                "E1,2020-05-01,4340",
                "E1,2020-06-01,4500",
                "E2,2020-05-01,4340");
        // 700 kWh in three months are no surge; of April, 290 kWh are one.
        assertThat(told()).containsExactly("1 E1 surge 2020-04-01..2020-05-01 290");
    }

    @Test
    void daysThatAreDividedLaterAreMarked() throws IOException {
        take("readings", "E1,2020-06-01,4650");
        assertThat(told()).containsExactly("1 E1 surge 2020-04-01..2020-06-01 600");
        take("readings", "E1,2020-05-01,4200");
        assertThat(told())
                .containsExactly(
                        "1 E1 surge 2020-04-01..2020-06-01 600 overtaken", "2 E1 surge 2020-05-01..2020-06-01 450");
    }

    @Test
    void anAcceptedSuspectRaisesOneThatSaysSo() throws IOException {
        take("readings", "E1,2020-05-01,4800");
        assertThat(told()).as("a suspect is no reading").isEmpty();
        assertThat(SuspectDecisions.accept(database, "E1", MAY, checks, CLERK, true)
                        .notices())
                .containsExactly(1L);
        assertThat(told()).as("a trial").isEmpty();
        SuspectDecisions.accept(database, "E1", MAY, checks, CLERK, false);
        assertThat(told()).containsExactly("1 E1 surge 2020-04-01..2020-05-01 750");
        assertThat(NoticeCandidates.list(database, NoticeFilter.OPEN).getFirst().isOfSuspect())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"4200, 0", "4350, 1"})
    void aCorrectedSuspectIsLookedAtAsItWasCorrected(long value, int raised) throws IOException {
        take("readings", "E1,2020-05-01,4800");
        assertThat(SuspectDecisions.correct(database, "E1", MAY, Decimal.of(value), checks, CLERK, false)
                        .notices())
                .hasSize(raised);
        assertThat(told()).hasSize(raised);
    }

    @Test
    void aReadingThatIsPutRightRaisesOneAndMarksWhatWasRaisedBefore() throws IOException {
        take("readings", "E1,2020-05-01,4350");
        ActualReading right = new ActualReading(MAY, Decimal.of(4450), "corrected by Salma");
        assertThat(ReadingDecisions.correct(database, "C0000001", null, right, checks, CLERK, false)
                        .notices())
                .containsExactly(2L);
        assertThat(ReadingDecisions.correct(database, "C0000001", null, right, checks, CLERK, false)
                        .notices())
                .isEmpty();
        assertThat(told())
                .containsExactly(
                        "1 E1 surge 2020-04-01..2020-05-01 300 overtaken", "2 E1 surge 2020-04-01..2020-05-01 400");
    }

    @Test
    void dismissedStaysDismissed() throws IOException {
        take(Town.mapping(CUSTOMERS), checks, 10_000, "E1,2020-05-01,4350");
        assertThat(told()).containsExactly("1 E1 surge 2020-04-01..2020-05-01 300");
        NoticeDecisions.decide(database, List.of(1L), Outcome.DISMISSED, CLERK, true);
        assertThat(NoticeCandidates.list(database, NoticeFilter.OPEN))
                .as("a trial")
                .hasSize(1);
        NoticeDecisions.decide(database, List.of(1L), Outcome.DISMISSED, CLERK, false);
        take("readings", "E1,2020-05-01,4350"); // the utility reads the same
        assertThat(told()).containsExactly("1 E1 surge 2020-04-01..2020-05-01 300 dismissed");
        assertThat(NoticeCandidates.list(database, NoticeFilter.OPEN)).isEmpty();
        assertThat(NoticeCandidates.list(database, NoticeFilter.ALL).getFirst().decision())
                .isEqualTo(new NoticeDecision(Outcome.DISMISSED, CLERK));
    }

    @Test
    void decidingTheSameAgainWritesNothingAndOtherwiseIsRefused() throws IOException {
        take("readings", "E1,2020-05-01,4350", "E1,2020-06-01,4750");
        assertThat(told()).hasSize(2);
        NoticeDecisions.decide(database, List.of(2L), Outcome.SENT, CLERK, false);
        String decided = BooksDigest.of(database);
        DecidedNotices again = NoticeDecisions.decide(database, List.of(2L), Outcome.SENT, CLERK, false);
        assertThat(again.done()).isEmpty();
        assertThat(again.before()).hasSize(1);
        assertThatThrownBy(() -> NoticeDecisions.decide(database, List.of(1L, 2L), Outcome.DISMISSED, CLERK, false))
                .hasMessage("notice 2 is decided: sent by Salma");
        assertThatThrownBy(() -> NoticeDecisions.decide(database, List.of(1L, 3L), Outcome.DISMISSED, CLERK, false))
                .hasMessage("there is no notice 3");
        assertThat(BooksDigest.of(database)).isEqualTo(decided);
    }

    @Test
    void theyAreFilteredByWhatTheyAre() throws IOException {
        take("readings", "E1,2020-05-01,4350");
        assertThat(List.of(
                        new NoticeFilter(Kind.SURGE, "Maarif", "electricity", CustomerClass.HOUSEHOLD, "E1", false),
                        new NoticeFilter(Kind.CONTINUOUS_FLOW, null, null, null, null, false),
                        new NoticeFilter(null, null, null, CustomerClass.PROFESSIONAL, null, false),
                        new NoticeFilter(null, null, null, null, "E2", false)))
                .extracting(filter -> NoticeCandidates.list(database, filter).size())
                .containsExactly(1, 0, 0, 0);
        assertThatThrownBy(
                        () -> NoticeCandidates.list(database, new NoticeFilter(null, "Anfa", null, null, null, false)))
                .hasMessage("no premise is in an area 'Anfa'");
        assertThatThrownBy(
                        () -> NoticeCandidates.list(database, new NoticeFilter(null, null, "water", null, null, false)))
                .hasMessage("no usage point is served with 'water'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"update notice_candidate set used = 0", "delete from notice_decision"})
    void rowsAreNeverChanged(String sql) {
        assertThatThrownBy(() -> town.query(sql + " returning number::text"))
                .hasStackTraceContaining("its rows are never changed");
    }
}
