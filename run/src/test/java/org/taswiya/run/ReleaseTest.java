package org.taswiya.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.taswiya.core.billing.BillChecks;
import org.taswiya.core.billing.BillLimits;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.core.estimation.EstimateInstruction;
import org.taswiya.core.estimation.EstimationMethod;
import org.taswiya.core.metering.HoldReason;
import org.taswiya.core.metering.Reading.ActualReading;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.validation.ReadingChecks;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.DatabaseException;
import org.taswiya.store.Rows;
import org.taswiya.store.books.BooksDigest;
import org.taswiya.store.decision.Cancellations;
import org.taswiya.store.decision.CorrectedReading;
import org.taswiya.store.decision.HoldDecisions;
import org.taswiya.store.decision.HoldDecisions.Decided;
import org.taswiya.store.decision.HoldFilter;
import org.taswiya.store.decision.Holds;
import org.taswiya.store.decision.OpenHold;
import org.taswiya.store.ledger.Ledger;
import org.taswiya.store.run.Cycle;
import org.taswiya.store.run.RunReport;
import org.taswiya.store.run.RunTable;
import org.taswiya.store.validation.ReadingDecisions;

/// What people decide about bills that wait, and the run off the cycle that follows. Agreements of [SampleUtility]:
/// C0000058 has no history, C0000074 shows less in June than in February, C0000082 an unknown tariff.
final class ReleaseTest {
    private static final BillingListener QUIET = new BillingListener() {};
    private static final List<String> SPRING = List.of("2020-03-01", "2020-04-01", "2020-05-01", "2020-06-01");
    private static final LocalDate MARCH = LocalDate.of(2020, 3, 1);
    private static final LocalDate JUNE = LocalDate.of(2020, 6, 1);
    private static final Change CLERK = new Change(Instant.parse("2020-06-10T09:00:00Z"), "clerk", "looked at");
    private static final BillLimits NO_CREDIT = new BillLimits(null, null, null, Money.ZERO, false, null, false);
    private static final BillLimits TOGETHER = new BillLimits(null, null, null, Money.ZERO, false, null, true);

    @Test
    void theWorkListBeginsWithTheMostMoney() {
        Database database = filled(60);
        SPRING.forEach(to -> bill(database, SampleUtility.cycle(to), NO_CREDIT));
        List<OpenHold> open = Holds.open(database);
        assertThat(open).hasSizeGreaterThan(5).extracting(OpenHold::atRisk).isSortedAccordingTo((a, b) -> {
            Money left = a == null ? Money.ofMinor(-1) : a;
            return (b == null ? Money.ofMinor(-1) : b).compareTo(left);
        });
        HoldFilter credits = new HoldFilter(HoldReason.LARGE_CREDIT, 4L, "Maarif", null);
        assertThat(Holds.open(database, credits))
                .hasSizeLessThan(open.size())
                .isNotEmpty()
                .allMatch(hold -> hold.reason().equals("large-credit"));
        assertThat(Holds.open(database, new HoldFilter(null, 3L, null, null))).isEmpty();
        assertThatThrownBy(() -> Holds.open(database, new HoldFilter(null, null, "Anfa", null)))
                .hasMessage("no premise is in an area 'Anfa'");
        assertThatThrownBy(() -> Holds.open(database, new HoldFilter(null, 77L, null, null)))
                .hasMessage("there is no run 77");
    }

    @Test
    void manyAreReleasedAtOnceAndDoingItAgainIsHarmless() throws SQLException {
        Database database = filled(60);
        SPRING.forEach(to -> bill(database, SampleUtility.cycle(to), NO_CREDIT));
        int credits = Holds.open(database, of(HoldReason.LARGE_CREDIT)).size();
        HoldFilter lastRun = new HoldFilter(null, 4L, null, null);
        Decided trial = HoldDecisions.release(database, List.of(), lastRun, CLERK, true);
        assertThat(trial.done()).hasSize(credits);
        assertThat(texts(database, "select count(*)::text from hold_release")).containsExactly("0");
        Decided first = HoldDecisions.release(database, List.of(), lastRun, CLERK, false);
        assertThat(first).isEqualTo(trial);
        assertThat(first.left()).as("a reading that is too low").isNotEmpty();
        Decided again = HoldDecisions.release(database, List.of(), lastRun, CLERK, false);
        assertThat(again.done()).isEmpty();
        assertThat(again.before()).hasSize(credits);
        assertThat(texts(database, "select count(*)::text from hold_release")).containsExactly("" + credits);
        assertThatThrownBy(() -> HoldDecisions.release(
                        database,
                        List.of("C0000074", first.done().getFirst().agreement()),
                        HoldFilter.ALL,
                        CLERK,
                        false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("C0000074 waits for reading-lower, which needs a correction");
        assertThatThrownBy(() -> HoldDecisions.release(database, List.of("C0000002"), HoldFilter.ALL, CLERK, false))
                .hasMessage("C0000002 does not wait for a person");
    }

    @Test
    void aReadingThatIsPutRightIsBilledOffTheCycle() throws SQLException {
        Database database = filled(60);
        SPRING.forEach(to -> bill(database, SampleUtility.cycle(to), NO_CREDIT));
        assertThat(waiting(database, "C0000074").reason()).isEqualTo("reading-lower");
        long february = Long.parseLong(
                texts(database, "select value::text from reading where usage_point = 'E37' and at = '2020-02-01'")
                        .getFirst());
        ActualReading right = new ActualReading(JUNE, Decimal.of(february + 700), "second look");
        assertThat(ReadingDecisions.correct(database, "C0000074", null, right, ReadingChecks.NONE, CLERK, true)
                        .corrected()
                        .isNew())
                .isTrue();
        assertThat(waiting(database, "C0000074").isRequested()).as("a trial").isFalse();
        assertThat(ReadingDecisions.correct(database, "C0000074", null, right, ReadingChecks.NONE, CLERK, false)
                        .corrected())
                .matches(CorrectedReading::isNew)
                .matches(done -> !done.isReopened(), "no bill rests on it");
        assertThat(waiting(database, "C0000074").isRequested()).isTrue();
        assertThat(ReadingDecisions.correct(database, "C0000074", null, right, ReadingChecks.NONE, CLERK, false)
                        .corrected()
                        .isNew())
                .isFalse();
        assertThat(texts(database, "select max(revision)::text from reading where usage_point = 'E37'"))
                .containsExactly("2");
        assertThatThrownBy(() -> ReadingDecisions.correct(
                        database,
                        "C0000074",
                        null,
                        new ActualReading(JUNE, Decimal.of(100_000), "x"),
                        ReadingChecks.NONE,
                        CLERK,
                        false))
                .hasMessage("The meter at E37 cannot show 100000: it has 5 digits and 0 decimals");
        assertThatThrownBy(() ->
                        ReadingDecisions.correct(database, "C0999999", null, right, ReadingChecks.NONE, CLERK, false))
                .hasMessageContaining("there is no such agreement");

        RunReport off = bill(database, offCycle(JUNE, 5), NO_CREDIT);
        assertThat(off.totals().bills() + off.totals().held()).isEqualTo(1);
        assertThat(Holds.open(database))
                .filteredOn(hold -> hold.agreement().equals("C0000074"))
                .allMatch(hold -> hold.reason().equals("large-credit"));
    }

    @Test
    void whatIsHeldAgainAfterADecisionWaitsAgain() throws SQLException {
        Database database = filled(60);
        SPRING.forEach(to -> bill(database, SampleUtility.cycle(to), NO_CREDIT));
        ActualReading zero = new ActualReading(JUNE, Decimal.ZERO, "still lower");
        ReadingDecisions.correct(database, "C0000074", null, zero, ReadingChecks.NONE, CLERK, false);
        assertThat(waiting(database, "C0000074").isRequested()).isTrue();
        RunReport off = bill(database, offCycle(JUNE, 5), NO_CREDIT);
        assertThat(waiting(database, "C0000074").run()).isEqualTo(off.id());
        assertThat(waiting(database, "C0000074").isRequested()).isFalse();
    }

    @Test
    void anotherEstimateHoldsForOneBillAndTheBooksSayWhoWantedIt() throws SQLException {
        Database database = filled(60);
        bill(database, SampleUtility.cycle("2020-03-01"), NO_CREDIT);
        assertThat(waiting(database, "C0000058").reason()).isEqualTo("no-estimate");
        EstimateInstruction stated = new EstimateInstruction.Stated(Decimal.of(120));
        assertThat(reEstimate(database, stated).done()).hasSize(1);
        assertThat(reEstimate(database, stated).before()).hasSize(1);
        RunReport off = bill(database, offCycle(MARCH, 5), NO_CREDIT);
        assertThat(off.totals().bills()).isEqualTo(1);
        assertThat(texts(database, """
                select b.agreement || ' ' || b.estimation_method || ' ' || s.usage || ' ' || c.author || ' ' || i.usage
                from instructed_estimate i join bill b on b.serial = i.bill join bill_segment s on s.bill = b.serial
                join change c on c.id = i.change""")).containsExactly("C0000058 stated 120 clerk 120");
        RunReport april = bill(database, SampleUtility.cycle("2020-04-01"), NO_CREDIT);
        assertThat(waiting(database, "C0000058").run()).as("said once").isEqualTo(april.id());
        reEstimate(database, stated);
        assertThat(reEstimate(database, new EstimateInstruction.ByMethod(EstimationMethod.LAST_YEAR))
                        .done())
                .as("the last word counts")
                .hasSize(1);
        bill(database, offCycle(LocalDate.of(2020, 4, 1), 5), NO_CREDIT);
        assertThat(waiting(database, "C0000058").found()).contains(" by last-year: have the meter read");
        assertThat(texts(database, "select count(*)::text from instructed_estimate"))
                .containsExactly("1");
    }

    private static Decided reEstimate(Database database, EstimateInstruction instruction) {
        return HoldDecisions.reEstimate(database, List.of("C0000058"), HoldFilter.ALL, instruction, CLERK, false);
    }

    @Test
    void noEstimateHelpsAReadingThatIsTooLow() {
        Database database = filled(60);
        SPRING.forEach(to -> bill(database, SampleUtility.cycle(to), NO_CREDIT));
        EstimateInstruction byClass = new EstimateInstruction.ByMethod(EstimationMethod.CLASS_AVERAGE);
        assertThatThrownBy(() ->
                        HoldDecisions.reEstimate(database, List.of("C0000074"), HoldFilter.ALL, byClass, CLERK, false))
                .hasMessageContaining("which another estimate does not help");
        Decided many =
                HoldDecisions.reEstimate(database, List.of(), of(HoldReason.READING_LOWER), byClass, CLERK, false);
        assertThat(many.done()).isEmpty();
        assertThat(many.left()).isNotEmpty();
    }

    @Test
    void aCancelledBillIsBilledAgainOffTheCycleAndComesToTheSame() throws SQLException {
        Database database = filled(20);
        SPRING.forEach(to -> bill(database, SampleUtility.cycle(to), BillLimits.NONE));
        String ledger = Ledger.balance(database).toString();
        BillNumber june = new BillNumber(
                Long.parseLong(texts(database, "select max(serial)::text from bill where agreement = 'C0000006'")
                        .getFirst()));
        String books = BooksDigest.of(database);
        LocalDate day = LocalDate.of(2020, 6, 10);
        assertThat(Cancellations.cancel(database, june, day, CLERK, true).isNew())
                .isTrue();
        assertThat(BooksDigest.of(database)).isEqualTo(books);
        assertThatThrownBy(() -> Cancellations.cancel(database, june, JUNE, CLERK, false))
                .hasMessageContaining("cannot be cancelled on 2020-06-01");
        assertThat(Cancellations.cancel(database, june, day, CLERK, false).isNew())
                .isTrue();
        String cancelled = BooksDigest.of(database);
        assertThat(Cancellations.cancel(database, june, day.plusDays(1), CLERK, false))
                .matches(again -> !again.isNew() && again.cancelledOn().equals(day));
        assertThat(BooksDigest.of(database)).isEqualTo(cancelled).isNotEqualTo(books);
        assertThat(Ledger.balance(database).toString()).isNotEqualTo(ledger);

        RunReport off = bill(database, offCycle(JUNE, 10), BillLimits.NONE);
        assertThat(off.totals().bills()).isEqualTo(1);
        assertThat(Ledger.balance(database).toString()).isEqualTo(ledger);
    }

    @Test
    void anEstimateThatIsCancelledBetweenEstimatesIsLeftToTheReadingThatSettlesAll() throws SQLException {
        String standing = "select sum(total)::text from bill b where agreement = 'C0000006' and not exists"
                + " (select from cancellation c where c.bill = b.serial)";
        Database untouched = filled(20);
        SPRING.forEach(to -> bill(untouched, SampleUtility.cycle(to), BillLimits.NONE));

        Database database = filled(20);
        SPRING.subList(0, 3).forEach(to -> bill(database, SampleUtility.cycle(to), BillLimits.NONE));
        List<BillNumber> estimates = texts(
                        database,
                        "select b.serial::text from bill b join bill_segment s"
                                + " on s.bill = b.serial where agreement = 'C0000006' and s.kind = 'estimated'"
                                + " order by b.serial")
                .stream()
                .map(serial -> new BillNumber(Long.parseLong(serial)))
                .toList();
        assertThat(estimates).hasSize(3);
        LocalDate may = LocalDate.of(2020, 5, 1);
        LocalDate day = may.plusDays(6);
        assertThat(Cancellations.cancel(database, estimates.getLast(), day, CLERK, true)
                        .isLeftToReading())
                .as("the last one is billed again at once")
                .isFalse();
        assertThat(Cancellations.cancel(database, estimates.getFirst(), day, CLERK, false)
                        .isLeftToReading())
                .isTrue();
        assertThat(bill(database, offCycle(may, 7), BillLimits.NONE).totals().bills())
                .isZero();
        bill(database, SampleUtility.cycle("2020-06-01"), BillLimits.NONE);
        assertThat(texts(database, standing)).isEqualTo(texts(untouched, standing));
    }

    @Test
    void whatWaitedForAnotherServiceLeavesWithIt() throws SQLException {
        Database database = filled(60);
        SPRING.forEach(to -> bill(database, SampleUtility.cycle(to), TOGETHER));
        OpenHold beside = Holds.open(database, of(HoldReason.MISSING_SERVICE)).stream()
                .filter(hold -> hold.run() == 4 && causeOf(database, hold).equals("large-credit"))
                .findFirst()
                .orElseThrow();
        String cause = texts(
                        database,
                        "select reference from service_agreement where account = '" + beside.account()
                                + "' and reference <> '" + beside.agreement() + "'")
                .getFirst();
        HoldDecisions.release(database, List.of(cause), HoldFilter.ALL, CLERK, false);
        RunReport off = bill(database, offCycle(JUNE, 5), TOGETHER);
        assertThat(off.totals().bills()).isEqualTo(2);
        assertThat(off.totals().held()).isZero();
    }

    @Test
    void offTheCycleTooABillWaitsForTheOtherService() {
        Database database = filled(60);
        SPRING.forEach(to -> bill(database, SampleUtility.cycle(to), TOGETHER));
        OpenHold beside = Holds.open(database, of(HoldReason.MISSING_SERVICE)).stream()
                .filter(hold -> hold.run() == 4)
                .findFirst()
                .orElseThrow();
        // Something is put right at the service that waits; the other one still has no bill.
        EstimateInstruction byClass = new EstimateInstruction.ByMethod(EstimationMethod.RECENT_AVERAGE);
        HoldDecisions.reEstimate(database, List.of(beside.agreement()), HoldFilter.ALL, byClass, CLERK, false);
        RunReport off = bill(database, offCycle(JUNE, 5), TOGETHER);
        assertThat(off.totals().bills()).isZero();
        assertThat(off.totals().reasons()).containsOnlyKeys("missing-service");
    }

    private static String causeOf(Database database, OpenHold beside) {
        return Holds.open(database).stream()
                .filter(hold -> hold.account().equals(beside.account())
                        && !hold.agreement().equals(beside.agreement()))
                .map(OpenHold::reason)
                .findFirst()
                .orElse("");
    }

    @Test
    void nothingIsDecidedWhileARunIsAtWork() throws SQLException {
        Database database = filled(20);
        bill(database, SampleUtility.cycle("2020-03-01"), BillLimits.NONE);
        try (Connection running = database.connect()) {
            assertThat(RunTable.lock(running)).isTrue();
            assertThatThrownBy(() ->
                            Cancellations.cancel(database, new BillNumber(1), LocalDate.of(2020, 3, 9), CLERK, false))
                    .isInstanceOf(DatabaseException.class)
                    .hasMessageContaining("A billing run is at work");
        }
        assertThat(texts(database, "select count(*)::text from cancellation")).containsExactly("0");
    }

    @Test
    void aDecisionThatIsCutOffInTheMiddleLeavesNothingAndIsMadeAgain() throws SQLException {
        Database database = filled(20);
        bill(database, SampleUtility.cycle("2020-03-01"), BillLimits.NONE);
        BillNumber first = new BillNumber(1);
        LocalDate day = LocalDate.of(2020, 3, 9);
        String books = BooksDigest.of(database);
        try (Connection blocking = database.connect();
                Connection watching = database.connect();
                Statement block = blocking.createStatement();
                Statement watch = watching.createStatement()) {
            blocking.setAutoCommit(false);
            block.execute("lock table change in exclusive mode");
            CompletableFuture<?> cut =
                    CompletableFuture.runAsync(() -> Cancellations.cancel(database, first, day, CLERK, false));
            while (!isTrue(watch, "select exists (" + WAITING + ")")) {
                watch.execute("select pg_sleep(0.02)");
            }
            watch.execute("select pg_terminate_backend(pid) from (" + WAITING + ") w");
            assertThat(cut)
                    .failsWithin(Duration.ofSeconds(20))
                    .withThrowableThat()
                    .withCauseInstanceOf(DatabaseException.class);
            blocking.rollback();
        }
        assertThat(BooksDigest.of(database)).isEqualTo(books);
        assertThat(Cancellations.cancel(database, first, day, CLERK, false).isNew())
                .isTrue();
    }

    private static final String WAITING = "select pid from pg_stat_activity where datname = current_database()"
            + " and wait_event_type = 'Lock' and query like 'lock table change%'";

    private static boolean isTrue(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            return row.next() && row.getBoolean(1);
        }
    }

    private static Database filled(int accounts) {
        Database database = TestDatabases.fresh();
        new SampleUtility(accounts, 9).fill(database);
        return database;
    }

    private static HoldFilter of(HoldReason reason) {
        return new HoldFilter(reason, null, null, null);
    }

    private static OpenHold waiting(Database database, String agreement) {
        return Holds.open(database).stream()
                .filter(hold -> hold.agreement().equals(agreement))
                .findFirst()
                .orElseThrow();
    }

    private static Cycle offCycle(LocalDate to, int daysAfter) {
        return new Cycle(to, to.plusDays(daysAfter), null, true);
    }

    private static RunReport bill(Database database, Cycle cycle, BillLimits limits) {
        return BillingRun.execute(database, SampleUtility.settings(cycle, BillChecks.all(limits)), QUIET);
    }

    private static List<String> texts(Database database, String sql) throws SQLException {
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement(sql)) {
            return Rows.list(query, row -> row.getString(1));
        }
    }
}
