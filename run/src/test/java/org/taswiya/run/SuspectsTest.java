package org.taswiya.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.taswiya.core.billing.BillChecks;
import org.taswiya.core.customer.CustomerClass;
import org.taswiya.core.estimation.EstimateInstruction;
import org.taswiya.core.metering.Reading;
import org.taswiya.core.metering.Reading.ActualReading;
import org.taswiya.core.metering.Reading.CustomerReading;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Unit;
import org.taswiya.core.validation.FindingReason;
import org.taswiya.core.validation.ReadingChecks;
import org.taswiya.core.validation.ReadingLimits;
import org.taswiya.core.validation.ReceivedReading;
import org.taswiya.core.validation.Validation;
import org.taswiya.core.validation.ValidationOutcome.Doubtful;
import org.taswiya.intake.policy.ReadingChecksParser;
import org.taswiya.intake.policy.ValidationReading;
import org.taswiya.store.Change;
import org.taswiya.store.Changes;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.books.BooksDigest;
import org.taswiya.store.run.Cycle;
import org.taswiya.store.run.RunReport;
import org.taswiya.store.validation.KnownRegisters;
import org.taswiya.store.validation.OpenSuspect;
import org.taswiya.store.validation.ReadingDecisions;
import org.taswiya.store.validation.Suspect;
import org.taswiya.store.validation.SuspectDecisions;
import org.taswiya.store.validation.SuspectDecisions.DecidedSuspect;
import org.taswiya.store.validation.SuspectFilter;
import org.taswiya.store.validation.SuspectFinding;
import org.taswiya.store.validation.Suspects;

/// From a reading that is not believed to the bill that settles what it is taken for. Three households used 140, 140
/// and 110 kWh in February 2020.
final class SuspectsTest {
    private static final BillingListener QUIET = new BillingListener() {};
    private static final LocalDate MARCH = LocalDate.of(2020, 3, 1);
    private static final LocalDate APRIL = LocalDate.of(2020, 4, 1);
    private static final Change CLERK =
            new Change(Instant.parse("2020-04-02T09:00:00Z"), "Salma", "as the photo shows");

    @Test
    void aCorrectedReadingSettlesTheEstimateToTheCentime() throws SQLException, IOException {
        Database database = filled();
        bill(database, new Cycle(MARCH, MARCH));
        bill(database, new Cycle(APRIL, APRIL)); // nobody has read: 140 / 29 x 31 = 150 kWh, 164.41 DH
        assertThat(bills(database, "C00001")).last().isEqualTo("estimate 16441");

        OpenSuspect suspect = received(database, "U1", new ActualReading(APRIL, Decimal.of(3113), "round of April"));
        assertThat(suspect.findings()).map(SuspectFinding::reason).containsExactly("misread", "high-use");
        assertThat(suspect.findings().getFirst().figures()).containsEntry("suggested", "1313");
        // 3113 - 1140 - 150 = 1,823 kWh at 164.41 DH for 150
        assertThat(suspect.quantity()).isEqualTo(Decimal.of(1823));
        assertThat(suspect.atRisk()).hasToString("1998.13");
        assertThat(released(database).totals().bills())
                .as("a suspect is no reading")
                .isZero();

        DecidedSuspect done =
                SuspectDecisions.correct(database, "U1", APRIL, Decimal.of(1313), ReadingChecks.NONE, CLERK, false);
        assertThat(done.isNew()).isTrue();
        assertThat(texts(database, "select provenance from reading where usage_point = 'U1' and at = '2020-04-01'"))
                .containsExactly("corrected by Salma: as the photo shows");
        assertThat(released(database).totals().bills()).isEqualTo(1);
        // 173 kWh are 210.86 DH: what was billed less
        assertThat(bills(database, "C00001")).last().isEqualTo("reading 4645");
        assertThat(Suspects.list(database, SuspectFilter.OPEN)).isEmpty();
    }

    /// A settlement claims a difference, and a month in which nothing is used costs nothing a unit: neither says what a
    /// unit costs.
    @Test
    void whatAUnitCostsIsSeenInBillsOfUse() throws SQLException, IOException {
        Database database = filled();
        bill(database, new Cycle(MARCH, MARCH));
        received(database, "U2", new ActualReading(APRIL, Decimal.of(900), "round"));
        SuspectDecisions.estimate(database, "U2", APRIL, new EstimateInstruction.Stated(Decimal.ZERO), CLERK, false);
        bill(database, new Cycle(APRIL, APRIL));
        received(database, "U1", new ActualReading(APRIL, Decimal.of(3113), "round"));
        SuspectDecisions.correct(database, "U1", APRIL, Decimal.of(1313), ReadingChecks.NONE, CLERK, false);
        released(database);
        assertThat(bills(database, "C00001")).last().isEqualTo("reading 4645");
        assertThat(bills(database, "C00002")).last().isEqualTo("estimate 930");

        LocalDate may = LocalDate.of(2020, 5, 1);
        OpenSuspect settled = received(database, "U1", new ActualReading(may, Decimal.of(9313), "round"));
        assertThat(perUnit(settled)).as("173 kWh are due at 210.86").isEqualTo("1.2189");
        OpenSuspect unused = received(database, "U2", new ActualReading(may, Decimal.of(9110), "round"));
        assertThat(perUnit(unused)).as("140 kWh cost 152.76 in February").isEqualTo("1.0911");
    }

    private static String perUnit(OpenSuspect suspect) {
        BigDecimal atRisk = new BigDecimal(suspect.atRisk().toString());
        return atRisk.divide(suspect.quantity().toBigDecimal(), 4, RoundingMode.HALF_UP)
                .toPlainString();
    }

    @Test
    void anAcceptedReadingOfADayThatBillsRestOnSettlesThemAnew() throws SQLException, IOException {
        Database database = filled();
        bill(database, new Cycle(MARCH, MARCH));
        OpenSuspect suspect = received(database, "U2", new ActualReading(MARCH, Decimal.of(1110), "second round"));
        assertThat(suspect.findings()).map(SuspectFinding::reason).containsExactly("duplicate");
        DecidedSuspect done = SuspectDecisions.accept(database, "U2", MARCH, ReadingChecks.NONE, CLERK, false);
        assertThat(done.isReopened()).isTrue();
        released(database, new Cycle(MARCH, MARCH.plusDays(3), null, true));
        long difference = Long.parseLong(billed(database, 3)) - Long.parseLong(billed(database, 2));
        assertThat(difference).isNegative();
        assertThat(bills(database, "C00002")).last().isEqualTo("reading " + difference);
        assertThat(texts(database, "select sum(amount)::text from posting")).containsExactly("0");
    }

    @Test
    void decidingTheSameAgainWritesNothingAndOtherwiseIsRefused() throws SQLException, IOException {
        Database database = filled();
        received(database, "U1", new ActualReading(APRIL, Decimal.of(3113), "round"));
        String before = BooksDigest.of(database);
        SuspectDecisions.correct(database, "U1", APRIL, Decimal.of(1313), ReadingChecks.NONE, CLERK, true);
        assertThat(BooksDigest.of(database)).as("a trial").isEqualTo(before);
        SuspectDecisions.correct(database, "U1", APRIL, Decimal.of(1313), ReadingChecks.NONE, CLERK, false);
        String decided = BooksDigest.of(database);
        assertThat(decided).isNotEqualTo(before);
        assertThat(SuspectDecisions.correct(
                                database, "U1", APRIL, Decimal.parse("1313.0"), ReadingChecks.NONE, CLERK, false)
                        .isNew())
                .isFalse();
        assertThatThrownBy(() -> SuspectDecisions.correct(
                        database, "U1", APRIL, Decimal.of(1331), ReadingChecks.NONE, CLERK, false))
                .hasMessageContaining("U1 on 2020-04-01 is decided: corrected to 1313");
        assertThatThrownBy(() -> SuspectDecisions.accept(database, "U1", APRIL, ReadingChecks.NONE, CLERK, false))
                .hasMessageContaining("is decided");
        assertThatThrownBy(() -> SuspectDecisions.reread(database, "U1", APRIL, CLERK, false))
                .hasMessageContaining("is decided");
        assertThatThrownBy(() -> SuspectDecisions.accept(database, "U2", APRIL, ReadingChecks.NONE, CLERK, false))
                .hasMessageContaining("no reading of U2 on 2020-04-01 is suspect");
        assertThat(BooksDigest.of(database)).isEqualTo(decided);
    }

    /// What counts came later: by a file, from whoever read it again, by a correction.
    @Test
    void whatWasOvertakenCannotBeDecidedByAnybody() throws SQLException, IOException {
        Database database = filled();
        received(database, "U1", new ActualReading(APRIL, Decimal.of(3113), "round"));
        CustomerReading right = new CustomerReading(APRIL, Decimal.of(1313), "portal");
        ReadingDecisions.correct(database, "C00001", null, right, ReadingChecks.NONE, CLERK, false);
        String before = BooksDigest.of(database);
        String found = "U1 on 2020-04-01 waits no more: since then 1313 counts on that day, not 3113";
        assertThatThrownBy(() -> SuspectDecisions.accept(database, "U1", APRIL, ReadingChecks.NONE, CLERK, false))
                .hasMessageContaining(found);
        assertThatThrownBy(() -> SuspectDecisions.correct(
                        database, "U1", APRIL, Decimal.of(1331), ReadingChecks.NONE, CLERK, false))
                .hasMessageContaining(found);
        assertThatThrownBy(() -> SuspectDecisions.reread(database, "U1", APRIL, CLERK, false))
                .hasMessageContaining(found);
        assertThat(BooksDigest.of(database)).isEqualTo(before);
    }

    @Test
    void whatNoRegisterCanShowIsNeverAccepted() throws SQLException, IOException {
        Database database = filled();
        received(database, "U1", new CustomerReading(APRIL, Decimal.parse("1313.5"), "portal"));
        assertThatThrownBy(() -> SuspectDecisions.accept(database, "U1", APRIL, ReadingChecks.NONE, CLERK, false))
                .hasMessageContaining("cannot be accepted: value 1313.5 has 1 decimals");
        assertThatThrownBy(() -> SuspectDecisions.correct(
                        database, "U1", APRIL, Decimal.parse("1.5"), ReadingChecks.NONE, CLERK, false))
                .hasMessageContaining("cannot show 1.5");
        SuspectDecisions.correct(database, "U1", APRIL, Decimal.of(1313), ReadingChecks.NONE, CLERK, false);
        assertThat(texts(database, "select kind::text from reading where usage_point = 'U1' and at = '2020-04-01'"))
                .containsExactly("customer");
    }

    @Test
    void reReadsAndEstimatesWriteNoReading() throws SQLException, IOException {
        Database database = filled();
        bill(database, new Cycle(MARCH, MARCH));
        received(database, "U1", new ActualReading(APRIL, Decimal.of(3113), "round"));
        received(database, "U2", new ActualReading(APRIL, Decimal.of(900), "round"));
        SuspectDecisions.reread(database, "U1", APRIL, CLERK, false);
        assertThat(SuspectDecisions.estimate(
                                database, "U2", APRIL, new EstimateInstruction.Stated(Decimal.of(99)), CLERK, false)
                        .billed())
                .as("March's bill does not reach the day")
                .isNull();
        assertThat(texts(database, "select usage_point from reading where at = '2020-04-01'"))
                .isEmpty();
        bill(database, new Cycle(APRIL, APRIL));
        assertThat(texts(
                        database,
                        "select usage::text from bill_segment s join bill b on b.serial = s.bill"
                                + " where b.agreement = 'C00002' and s.from_day = '2020-03-01'"))
                .containsExactly("99");
        assertThat(texts(
                        database,
                        "select usage::text from bill_segment s join bill b on b.serial = s.bill"
                                + " where b.agreement = 'C00001' and s.from_day = '2020-03-01'"))
                .containsExactly("150");
    }

    @Test
    void anEstimateOfADayThatABillHasEstimatedNamesTheBill() throws SQLException, IOException {
        Database database = filled();
        bill(database, new Cycle(MARCH, MARCH));
        received(database, "U2", new ActualReading(APRIL, Decimal.of(900), "round"));
        bill(database, new Cycle(APRIL, APRIL));
        assertThat(SuspectDecisions.estimate(
                                database, "U2", APRIL, new EstimateInstruction.Stated(Decimal.of(99)), CLERK, true)
                        .billed())
                .hasToString(texts(database, "select bill_number(max(serial)) from bill where agreement = 'C00002'")
                        .getFirst());
    }

    @Test
    void theMostMoneyAtRiskComesFirstAndAnotherFileMakesADaySuspectAnew() throws SQLException, IOException {
        Database database = filled();
        bill(database, new Cycle(MARCH, MARCH));
        received(database, "U3", new ActualReading(APRIL, Decimal.of(3111), "round"));
        received(database, "U1", new ActualReading(APRIL, Decimal.of(900), "round"));
        received(database, "U2", new ActualReading(APRIL, Decimal.of(9999), "round"));
        assertThat(points(database, SuspectFilter.OPEN)).containsExactly("U2", "U3", "U1");
        assertThat(points(
                        database,
                        new SuspectFilter(FindingReason.NEGATIVE, null, null, CustomerClass.HOUSEHOLD, null, false)))
                .containsExactly("U1");
        assertThat(points(
                        database,
                        new SuspectFilter(null, null, "electricity", CustomerClass.PROFESSIONAL, null, false)))
                .isEmpty();
        assertThatThrownBy(() -> points(database, new SuspectFilter(null, null, "water", null, null, false)))
                .hasMessage("no usage point is served with 'water'");
        SuspectDecisions.reread(database, "U2", APRIL, CLERK, false);
        assertThat(points(database, SuspectFilter.OPEN)).containsExactly("U3", "U1");
        received(database, "U2", new ActualReading(APRIL, Decimal.of(9998), "read again"));
        assertThat(points(database, SuspectFilter.OPEN)).containsExactly("U2", "U3", "U1");
        assertThat(SuspectDecisions.accept(database, "U2", APRIL, ReadingChecks.NONE, CLERK, false)
                        .isNew())
                .isTrue();
    }

    @Test
    void ofSeveralValuesOfADayOneHasToBeNamed() throws SQLException, IOException {
        Database database = filled();
        received(database, "U1", new ActualReading(APRIL, Decimal.of(3113), "round"));
        received(database, "U1", new ActualReading(APRIL, Decimal.of(3131), "second round"));
        assertThatThrownBy(() -> SuspectDecisions.accept(database, "U1", APRIL, ReadingChecks.NONE, CLERK, false))
                .hasMessageContaining("several values are suspect, 3113 and 3131");
        SuspectDecisions.correct(database, "U1", APRIL, Decimal.of(1313), ReadingChecks.NONE, CLERK, false);
        assertThat(Suspects.list(database, SuspectFilter.OPEN)).isEmpty();
        assertThat(Suspects.list(database, SuspectFilter.at("U1"))).hasSize(2);
    }

    @Test
    void rowsAreNeverChanged() throws SQLException, IOException {
        Database database = filled();
        received(database, "U1", new ActualReading(APRIL, Decimal.of(3113), "round"));
        try (Connection connection = database.connect();
                PreparedStatement update = connection.prepareStatement("update suspect_reading set value = 1313")) {
            assertThatThrownBy(update::executeUpdate).hasMessageContaining("its rows are never changed");
        }
    }

    private static Database filled() {
        Database database = TestDatabases.fresh();
        new FewCustomers(List.of(140L, 140L, 110L)).fill(database);
        return database;
    }

    /// As an import does: what is doubtful is kept.
    private static OpenSuspect received(Database database, String point, Reading reading)
            throws SQLException, IOException {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            var known = Objects.requireNonNull(KnownRegisters.of(connection, List.of(point), LocalDate.of(2014, 1, 1))
                    .get(point));
            Doubtful doubt = (Doubtful) Validation.validate(
                    ReceivedReading.of(known, reading, Unit.KILOWATT_HOUR), limits(), APRIL.plusDays(1));
            long change = Changes.record(
                    connection, new Change(Instant.parse("2020-04-02T06:00:00Z"), "import", "round of April"));
            Suspects.add(connection, change, List.of(new Suspect(point, reading, Unit.KILOWATT_HOUR, doubt)));
            connection.commit();
        }
        return Suspects.list(database, SuspectFilter.at(point)).getLast();
    }

    private static ReadingLimits limits() throws IOException {
        Path file = Path.of("..", "utilities", "casablanca", "validation.yaml");
        return ((ValidationReading.Read) ReadingChecksParser.parse(file))
                .checks()
                .of("electricity", CustomerClass.HOUSEHOLD);
    }

    private static RunReport released(Database database) {
        return released(database, new Cycle(APRIL, APRIL.plusDays(3), null, true));
    }

    private static RunReport released(Database database, Cycle cycle) {
        return bill(database, cycle);
    }

    private static RunReport bill(Database database, Cycle cycle) {
        RunSettings any = FewCustomers.settings(BillChecks.NONE);
        return BillingRun.execute(
                database, new RunSettings(cycle, any.policy(), BillChecks.NONE, any.tariffs(), 2, any.why()), QUIET);
    }

    private static List<String> points(Database database, SuspectFilter filter) {
        List<String> points = new ArrayList<>();
        Suspects.list(database, filter).forEach(suspect -> points.add(suspect.usagePoint()));
        return points;
    }

    /// What a household was first billed.
    private static String billed(Database database, int household) throws SQLException {
        return texts(
                        database,
                        "select total::text from bill where agreement = 'C0000" + household + "' order by serial")
                .getFirst();
    }

    private static List<String> bills(Database database, String agreement) throws SQLException {
        return texts(
                database,
                "select basis || ' ' || total from bill where agreement = '" + agreement + "' order by serial");
    }

    private static List<String> texts(Database database, String sql) throws SQLException {
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement(sql)) {
            return Rows.list(query, row -> row.getString(1));
        }
    }
}
