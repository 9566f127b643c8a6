package org.taswiya.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.taswiya.core.billing.BillChecks;
import org.taswiya.core.billing.BillLimits;
import org.taswiya.core.metering.HoldReason;
import org.taswiya.core.quantity.Money;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.books.BooksDigest;
import org.taswiya.store.decision.HoldDecisions;
import org.taswiya.store.decision.HoldFilter;
import org.taswiya.store.decision.Holds;
import org.taswiya.store.decision.OpenHold;
import org.taswiya.store.run.Cycle;
import org.taswiya.store.run.Cycle.Plan;
import org.taswiya.store.run.RunAccounts;
import org.taswiya.store.run.RunReport;

/// Bills beside the cycles, and cycles as a calendar plans them.
final class OffCycleTest {
    private static final BillingListener QUIET = new BillingListener() {};
    private static final LocalDate MARCH = LocalDate.of(2020, 3, 1);
    private static final LocalDate MID_MARCH = LocalDate.of(2020, 3, 15);
    private static final LocalDate APRIL = LocalDate.of(2020, 4, 1);
    private static final List<String> TWO = List.of("0000000028", "0000000014"); // C0000004, 5 and C0000008, 9
    private static final Change CLERK = new Change(Instant.parse("2020-06-10T09:00:00Z"), "clerk", "asked for");

    @Test
    void accountsThatAreNamedAreBilledAloneAndTheNextCycleBillsWhatIsLeft() throws SQLException {
        Database database = filled();
        bill(database, new Cycle(MARCH, MARCH));
        RunReport off = bill(database, Cycle.ofAccounts(MID_MARCH, MID_MARCH, TWO));
        assertThat(off.totals().accounts()).isEqualTo(2);
        assertThat(off.totals().bills()).isEqualTo(4);
        assertThat(off.cycle().accounts()).containsExactly("0000000014", "0000000028");
        bill(database, new Cycle(APRIL, APRIL));
        assertThat(periods(database, "C0000004"))
                .containsExactly(
                        "1 estimated 2020-02-01 2020-03-01",
                        "2 estimated 2020-03-01 2020-03-15",
                        "3 estimated 2020-03-15 2020-04-01");
        assertThat(periods(database, "C0000006"))
                .containsExactly("1 estimated 2020-02-01 2020-03-01", "3 estimated 2020-03-01 2020-04-01");
        assertThat(texts(database, "select (max(serial) = count(*))::text from bill"))
                .containsExactly("true");
        assertThat(texts(database, "select sum(amount)::text from posting")).containsExactly("0");
    }

    @Test
    void whatIsBilledToTheEndTheCycleSkips() throws SQLException {
        Database database = filled();
        bill(database, new Cycle(MARCH, MARCH));
        bill(database, Cycle.ofAccounts(APRIL, APRIL, TWO));
        RunReport april = bill(database, new Cycle(APRIL, APRIL));
        assertThat(texts(
                        database,
                        "select count(*)::text from bill where run = 3 and agreement in ('C0000004',"
                                + " 'C0000005', 'C0000008', 'C0000009')"))
                .containsExactly("0");
        assertThat(april.totals().accounts()).as("everybody is looked at").isEqualTo(30);
    }

    @Test
    void namingTheSameAccountsAgainChangesNothingAndOthersAreAnotherRun() {
        Database database = filled();
        bill(database, new Cycle(MARCH, MARCH));
        RunReport first = bill(database, Cycle.ofAccounts(MID_MARCH, MID_MARCH, TWO));
        String books = BooksDigest.of(database);
        assertThat(bill(database, Cycle.ofAccounts(MID_MARCH, MID_MARCH, TWO.reversed())))
                .isEqualTo(first);
        assertThat(BooksDigest.of(database)).isEqualTo(books);
        assertThat(bill(database, Cycle.ofAccounts(MID_MARCH, MID_MARCH, List.of("0000000035")))
                        .id())
                .isEqualTo(first.id() + 1);
        assertThat(RunAccounts.unknown(database, List.of("0000000036", "0000000035")))
                .containsExactly("0000000036");
    }

    @Test
    void aRunOffTheCycleThatIsKilledGoesOnWhereItWas() {
        Database database = filled();
        bill(database, new Cycle(MARCH, MARCH));
        Cycle off = Cycle.ofAccounts(MID_MARCH, MID_MARCH, TWO);
        BillingListener breaking = new BillingListener() {
            @Override
            public void committed(Progress progress) {
                throw new IllegalStateException("broken by the test");
            }
        };
        assertThatThrownBy(() -> BillingRun.execute(database, settings(off, 1, BillLimits.NONE), breaking))
                .hasMessage("broken by the test");
        assertThatThrownBy(() -> bill(database, new Cycle(APRIL, APRIL)))
                .isInstanceOf(BillingRefused.class)
                .hasMessageContaining("of 2 named accounts was begun and not finished");
        assertThat(bill(database, off).totals().bills()).isEqualTo(4);
    }

    @Test
    void aFarOneOffIsNoCycleUpToWhichEverybodyIsBilled() {
        Database database = filled();
        bill(database, new Cycle(MARCH, MARCH));
        LocalDate may = LocalDate.of(2020, 5, 1);
        bill(database, Cycle.ofAccounts(may, may, TWO));
        assertThatThrownBy(() -> bill(database, new Cycle(may.plusMonths(2), may.plusMonths(2))))
                .isInstanceOf(BillingRefused.class)
                .hasMessageContaining("more than 3 months after 2020-03-01");
    }

    @Test
    void whatIsReleasedLaterTheSameDayIsAnotherPart() {
        Database database = TestDatabases.fresh();
        new SampleUtility(60, 9).fill(database);
        BillLimits noCredit = new BillLimits(null, null, null, Money.ZERO, false, null, false);
        for (String to : List.of("2020-03-01", "2020-04-01", "2020-05-01", "2020-06-01")) {
            LocalDate end = LocalDate.parse(to);
            BillingRun.execute(database, settings(new Cycle(end, end), 10, noCredit), QUIET);
        }
        LocalDate june = LocalDate.of(2020, 6, 1);
        Cycle off = new Cycle(june, june.plusDays(3), null, true);
        List<OpenHold> credits = Holds.open(database, new HoldFilter(HoldReason.LARGE_CREDIT, null, null, null));
        for (int part = 1; part <= 2; part++) {
            String agreement = credits.get(part).agreement();
            HoldDecisions.release(database, List.of(agreement), HoldFilter.ALL, CLERK, false);
            RunReport run = BillingRun.execute(database, settings(off, 10, noCredit), QUIET);
            assertThat(run.cycle().part()).isEqualTo(part);
            assertThat(run.totals().bills()).isEqualTo(1);
            String books = BooksDigest.of(database);
            assertThat(BillingRun.execute(database, settings(off, 10, noCredit), QUIET))
                    .isEqualTo(run);
            assertThat(BooksDigest.of(database)).isEqualTo(books);
        }
    }

    @Test
    void readingsAfterTheWindowAreTheNextCycles() throws SQLException {
        Database database = filled();
        for (String to : List.of("2020-03-01", "2020-04-01", "2020-05-01")) {
            bill(database, new Cycle(LocalDate.parse(to), LocalDate.parse(to)));
        }
        // Everybody is read on 1 June. To a cycle that ends on 25 May and counts readings to the 28th that is too late.
        LocalDate end = LocalDate.of(2020, 5, 25);
        LocalDate on = LocalDate.of(2020, 6, 3);
        Plan plan = new Plan("early", LocalDate.of(2020, 5, 28), LocalDate.of(2020, 6, 30), null);
        RunReport early = bill(database, Cycle.planned(end, on, null, plan));
        assertThat(early.totals().estimated()).isEqualTo(early.totals().bills()).isPositive();
        assertThat(early.cycle().plan()).isEqualTo(plan);
        assertThat(texts(database, "select distinct due_on::text from bill where run = 4"))
                .containsExactly("2020-06-30");
        RunReport june = bill(database, new Cycle(LocalDate.of(2020, 6, 1), on));
        assertThat(june.totals().estimated()).isZero();
        assertThat(june.totals().bills()).isPositive();
    }

    @Test
    void aRunEndsAsItsCycleWasPlanned() {
        Database database = filled();
        Plan plan = new Plan("monthly", MARCH, MARCH.plusDays(10), "late readers");
        Cycle outside = Cycle.planned(MARCH, MARCH, null, plan);
        RunReport run = bill(database, outside);
        assertThat(run.cycle()).hasToString("cycle to 2020-03-01 billed on 2020-03-01, monthly outside its window");
        assertThat(bill(database, new Cycle(MARCH, MARCH))).isEqualTo(run);
    }

    private static Database filled() {
        Database database = TestDatabases.fresh();
        new SampleUtility(30, 6).fill(database);
        return database;
    }

    private static RunReport bill(Database database, Cycle cycle) {
        return BillingRun.execute(database, settings(cycle, 10, BillLimits.NONE), QUIET);
    }

    private static RunSettings settings(Cycle cycle, int accountsPerBatch, BillLimits limits) {
        RunSettings any = SampleUtility.settings("2020-06-01", accountsPerBatch);
        return new RunSettings(cycle, any.policy(), BillChecks.all(limits), any.tariffs(), accountsPerBatch, any.why());
    }

    private static List<String> periods(Database database, String agreement) throws SQLException {
        return texts(
                database,
                "select b.run || ' ' || s.kind || ' ' || s.from_day || ' ' || s.to_day from bill b"
                        + " join bill_segment s on s.bill = b.serial where b.agreement = '" + agreement
                        + "' order by b.serial, s.ordinal");
    }

    private static List<String> texts(Database database, String sql) throws SQLException {
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement(sql)) {
            return Rows.list(query, row -> row.getString(1));
        }
    }
}
