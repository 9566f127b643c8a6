package org.taswiya.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.taswiya.core.billing.BillChecks;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.core.billing.BillingPolicy;
import org.taswiya.core.estimation.EstimationMethod;
import org.taswiya.core.ledger.LedgerAccount;
import org.taswiya.core.metering.Reading.ActualReading;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Money;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.books.BooksDigest;
import org.taswiya.store.decision.Cancellations;
import org.taswiya.store.decision.ReadingCorrections;
import org.taswiya.store.ledger.Ledger;
import org.taswiya.store.population.PopulationWriter;
import org.taswiya.store.run.Cycle;
import org.taswiya.store.run.RunReport;
import org.taswiya.store.run.RunState;
import org.taswiya.store.run.RunTable;
import org.taswiya.store.run.RunTotals;
import org.taswiya.store.run.Withheld;

final class BillingRunTest {
    private static final BillingListener QUIET = new BillingListener() {};
    private static final List<String> SPRING = List.of("2020-03-01", "2020-04-01", "2020-05-01", "2020-06-01");
    private static final Change CLERK = new Change(Instant.parse("2020-06-10T09:00:00Z"), "clerk", "misread");

    @Test
    void springOf2020IsEstimatedSettledAndBooked() throws SQLException {
        Database database = TestDatabases.fresh();
        new SampleUtility(120, 1).fill(database);
        List<RunTotals> totals = bill(database, SPRING);
        assertThat(totals.subList(0, 3)).allSatisfy(month -> {
            assertThat(month.estimated()).isEqualTo(month.bills()).isPositive();
            assertThat(month.reasons()).containsOnlyKeys("no-estimate", "unknown-tariff");
        });
        assertThat(totals.getLast().estimated()).isZero();
        assertThat(totals.getLast().reasons()).containsOnlyKeys("reading-lower", "unknown-tariff");
        assertThat(Ledger.balance(database).sum()).isEqualTo(Money.ZERO);
        assertThat(texts(database, UNEQUAL)).isEmpty();
        assertThat(texts(database, "select count(*)::text from settlement")).doesNotContain("0");
    }

    /// Or whoever looks at a bill in the morning waits until all pages of the night are read.
    @Test
    void linesAndPostingsAreInRangesWhenARunHasEnded() throws SQLException {
        Database database = TestDatabases.fresh();
        new SampleUtility(1_000, 1).fill(database);
        bill(database, SPRING);
        assertThat(texts(
                        database,
                        "select (min(pg_relation_size(c)) / 8192 > 64)::text"
                                + " from unnest('{charge_line, posting}'::regclass[]) c"))
                .as("more pages than are in a range")
                .containsExactly("true");
        for (String index : List.of("charge_line_bill", "posting_entry", "reading_change")) {
            assertThat(texts(database, "select brin_summarize_new_values('" + index + "')::text"))
                    .as(index)
                    .containsExactly("0");
        }
    }

    /// Periods of which the bills that stand do not claim together what the last of them says is due.
    private static final String UNEQUAL = """
            select b.agreement || ' ' || s.from_day || ' ' || m.code || ': ' || sum(m.claimed)
            from bill b join bill_segment s on s.bill = b.serial
            join claimed_amount m on m.bill = s.bill and m.segment = s.ordinal
            where not exists (select from cancellation c where c.bill = b.serial)
            group by b.agreement, s.from_day, s.to_day, m.is_tax, m.code
            having sum(m.claimed) <> (array_agg(m.due order by b.serial desc))[1]""";

    @Test
    void afterTheSettlementTheBooksAreThoseOfReadingEveryMonth() {
        List<EstimationMethod> chain = new ArrayList<>(SampleUtility.POLICY.estimation());
        chain.add(EstimationMethod.CLASS_AVERAGE);
        BillingPolicy policy = new BillingPolicy(SampleUtility.POLICY.allocation(), chain, 6, null, null);
        List<Database> books = new ArrayList<>();
        for (boolean readEveryMonth : new boolean[] {false, true}) {
            Database database = TestDatabases.fresh();
            new SampleUtility(120, 5, readEveryMonth, true).fill(database);
            for (String to : SPRING) {
                RunTotals totals = BillingRun.execute(database, SampleUtility.settings(to, 50, policy), QUIET)
                        .totals();
                assertThat(totals.held()).isZero();
            }
            books.add(database);
        }
        assertThat(revenueAndTaxes(books.getFirst()))
                .isEqualTo(revenueAndTaxes(books.getLast()))
                .isNotEmpty();
    }

    private static List<String> revenueAndTaxes(Database database) {
        List<String> balances = new ArrayList<>();
        Ledger.balance(database).balances().forEach((account, sum) -> {
            if (!account.name().startsWith("assets:")
                    && !account.equals(new LedgerAccount("liabilities:customer-credit"))) {
                balances.add(account + " " + sum);
            }
        });
        return balances;
    }

    @Test
    void aCorrectedReadingAndACancelledBillAreSettledAnewByTheNextRun() throws SQLException {
        Database database = TestDatabases.fresh();
        new SampleUtility(30, 6).fill(database);
        bill(database, SPRING);
        String before = balance(database, "revenue:electricity:energy");
        Decimal misread = new Decimal(
                Long.parseLong(texts(
                                database,
                                "select value::text from reading where usage_point = 'E2' and at = '2020-06-01'")
                        .getFirst()),
                0);
        ReadingCorrections.add(
                database,
                "E2",
                new ActualReading(LocalDate.of(2020, 6, 1), misread.plus(Decimal.of(400)), "second look"),
                CLERK);
        String june = texts(
                        database,
                        "select max(serial)::text from bill where agreement = 'C0000006' and basis = 'reading'")
                .getFirst();
        BillNumber wrong = new BillNumber(Long.parseLong(june));
        Cancellations.cancel(database, wrong, LocalDate.of(2020, 6, 10), CLERK);
        assertThatThrownBy(() -> Cancellations.cancel(database, wrong, LocalDate.of(2020, 6, 11), CLERK))
                .hasMessageContaining("cancelled already");
        assertThat(Ledger.balance(database).sum()).isEqualTo(Money.ZERO);

        bill(database, List.of("2020-07-01"));
        assertThat(texts(database, """
                select b.agreement || ' ' || b.basis || ' ' || b.gap_from || ' ' || b.next_gap_from
                from bill b join billing_run r on r.id = b.run
                where r.bill_to = '2020-07-01' and b.agreement in ('C0000004', 'C0000006', 'C0000008') order by 1"""))
                .containsExactly(
                        "C0000004 reading 2020-02-01 2020-06-01",
                        "C0000006 reading 2020-02-01 2020-06-01",
                        "C0000008 estimate 2020-06-01 2020-06-01");
        assertThat(texts(database, UNEQUAL)).isEmpty();
        assertThat(balance(database, "revenue:electricity:energy")).isNotEqualTo(before);
        assertThat(texts(database, "select sum(amount)::text from posting")).containsExactly("0");
        // Settled anew once is settled: the run after has the gap of everybody else.
        bill(database, List.of("2020-08-01"));
        assertThat(texts(database, """
                select distinct b.gap_from::text from bill b join billing_run r on r.id = b.run
                where r.bill_to = '2020-08-01'""")).containsExactly("2020-06-01");
    }

    @Test
    void aReadingInsideABilledMonthIsSettledOnceAndBillingGoesOn() throws SQLException {
        Database database = TestDatabases.fresh();
        new SampleUtility(30, 6).fill(database);
        bill(database, SPRING);
        bill(database, List.of("2020-07-01"));
        Decimal value = new Decimal(
                Long.parseLong(texts(
                                database,
                                "select value::text from reading where usage_point = 'E2' and at = '2020-06-01'")
                        .getFirst()),
                0);
        try (PopulationWriter writer = PopulationWriter.open(database, CLERK)) {
            writer.add("E2", new ActualReading(LocalDate.of(2020, 6, 20), value.plus(Decimal.of(31)), "round"));
            writer.commit();
        }
        bill(database, List.of("2020-08-01", "2020-09-01", "2020-10-01"));
        assertThat(texts(database, """
                select b.run || ' ' || s.kind || ' ' || s.from_day || ' ' || s.to_day || ' ' || sign(sum(m.claimed))
                from bill b join bill_segment s on s.bill = b.serial
                    join claimed_amount m on m.bill = s.bill and m.segment = s.ordinal
                where b.agreement = 'C0000004' and s.from_day >= '2020-06-01'
                group by b.run, s.bill, s.ordinal order by b.run, s.ordinal"""))
                .containsExactly(
                        "5 estimated 2020-06-01 2020-07-01 1",
                        "6 true-up 2020-06-01 2020-07-01 -1",
                        "7 estimated 2020-07-01 2020-08-01 1",
                        "7 estimated 2020-08-01 2020-09-01 1",
                        "8 estimated 2020-09-01 2020-10-01 1");
    }

    @Test
    void aFinishedRunChangesNothing() {
        Database database = TestDatabases.fresh();
        new SampleUtility(60, 2).fill(database);
        RunTotals first = bill(database, List.of("2020-03-01")).getFirst();
        String books = BooksDigest.of(database);
        assertThat(BillingRun.execute(database, SampleUtility.settings("2020-03-01", 10), QUIET)
                        .totals())
                .isEqualTo(first);
        assertThat(BooksDigest.of(database)).isEqualTo(books);
    }

    @Test
    void aCycleThatCanOnlyBeASlipIsRefused() {
        Database database = TestDatabases.fresh();
        new SampleUtility(2, 2).fill(database);
        assertRefused(database, "2020-03-01", "2020-02-28", "before the end of what they bill");
        assertRefused(database, "2099-01-01", "2099-01-03", "more than 3 months after 2020-02-01");
        bill(database, List.of("2020-03-01"));
        assertRefused(database, "2020-03-02", "2020-03-02", "there are bills of 2020-03-03 already");
        assertRefused(database, "2020-06-02", "2020-06-03", "more than 3 months after 2020-03-01");
        bill(database, List.of("2020-06-01", "2020-03-01"));
    }

    private static void assertRefused(Database database, String billTo, String billedOn, String because) {
        Cycle cycle = new Cycle(LocalDate.parse(billTo), LocalDate.parse(billedOn));
        assertThatThrownBy(() -> BillingRun.execute(database, SampleUtility.settings(cycle, BillChecks.NONE), QUIET))
                .isInstanceOf(BillingRefused.class)
                .hasMessageContaining(because);
        assertThatThrownBy(() ->
                        TrialRun.execute(database, SampleUtility.settings(cycle, BillChecks.NONE), QUIET, _ -> {}))
                .as("a trial promises nothing that the real run refuses")
                .isInstanceOf(BillingRefused.class)
                .hasMessageContaining(because);
    }

    @Test
    void batchesThatAreTakenBackLeaveNoGapInTheNumbers() throws SQLException {
        Database database = TestDatabases.fresh();
        new SampleUtility(40, 3).fill(database);
        BillingListener breaking = new BillingListener() {
            private int batches;

            @Override
            public void issued(List<IssuedAccount> accounts) {
                if (++batches == 3) {
                    throw new IllegalStateException("broken by the test");
                }
            }
        };
        assertThatThrownBy(() -> BillingRun.execute(database, SampleUtility.settings("2020-03-01", 10), breaking))
                .hasMessage("broken by the test");
        assertThatThrownBy(() -> bill(database, List.of("2020-04-01")))
                .isInstanceOf(BillingRefused.class)
                .hasMessageContainingAll("cycle to 2020-03-01", "./taswiya run resume", "./taswiya run cancel");
        assertThatThrownBy(() -> TrialRun.execute(database, SampleUtility.settings("2020-04-01", 10), QUIET, _ -> {}))
                .isInstanceOf(BillingRefused.class)
                .hasMessageContaining("cycle to 2020-03-01");
        RunTotals totals = BillingRun.execute(database, SampleUtility.settings("2020-03-01", 10), QUIET)
                .totals();
        assertThat(totals.accounts()).isEqualTo(40);
        assertThat(texts(database, "select (max(serial) = count(*) and min(serial) = 1)::text from bill"))
                .containsExactly("true");
        assertThat(texts(database, "select (max(serial) = " + totals.bills() + ")::text from bill"))
                .containsExactly("true");
    }

    @Test
    void aTrialSaysWhatTheRealRunComesToAndStoresNothing() {
        Database database = TestDatabases.fresh();
        new SampleUtility(60, 9).fill(database);
        for (String cycle : SPRING) {
            String books = BooksDigest.of(database);
            List<Withheld> withheld = new ArrayList<>();
            RunTotals trial = TrialRun.execute(database, SampleUtility.settings(cycle, 37), QUIET, withheld::add);
            assertThat(BooksDigest.of(database)).isEqualTo(books);
            RunReport real = BillingRun.execute(database, SampleUtility.settings(cycle, 37), QUIET);
            assertThat(trial).isEqualTo(real.totals());
            assertThat(withheld).containsExactlyInAnyOrderElementsOf(RunReport.withheld(database, real.id()));
        }
    }

    @Test
    void aRunThatIsGivenUpLetsTheNextCycleBegin() {
        Database database = TestDatabases.fresh();
        new SampleUtility(40, 3).fill(database);
        BillingListener breaking = new BillingListener() {
            @Override
            public void committed(Progress progress) {
                throw new IllegalStateException("broken by the test");
            }
        };
        assertThatThrownBy(() -> BillingRun.execute(database, SampleUtility.settings("2020-03-01", 10), breaking))
                .hasMessage("broken by the test");
        assertThat(RunReport.all(database).getFirst().state()).isEqualTo(RunState.UNFINISHED);
        RunTable.abandon(database, 1, CLERK);
        assertThatThrownBy(() -> RunTable.abandon(database, 1, CLERK)).hasMessageContaining("abandoned already");
        assertThatThrownBy(() -> RunTable.abandon(database, 2, CLERK)).hasMessageContaining("no run 2");
        assertThatThrownBy(() -> bill(database, List.of("2020-03-01"))).hasMessageContaining("given up");
        RunTotals april = bill(database, List.of("2020-04-01")).getFirst();
        assertThat(april.accounts()).isEqualTo(40);
        assertThat(RunReport.all(database))
                .extracting(RunReport::state)
                .containsExactly(RunState.ABANDONED, RunState.FINISHED);
    }

    @Test
    void aRunEndsAsItBegan() {
        Database database = TestDatabases.fresh();
        new SampleUtility(10, 3).fill(database);
        BillingPolicy other = new BillingPolicy(SampleUtility.POLICY.allocation(), List.of(), 1, null, null);
        RunSettings changed = SampleUtility.settings("2020-03-01", 10, other);
        cutOff(database);
        assertThatThrownBy(() -> BillingRun.execute(database, changed, QUIET))
                .isInstanceOf(BillingRefused.class)
                .hasMessage("The cycle to 2020-03-01 billed on 2020-03-03 was begun with another policy: estimation was"
                        + " two-years, last-year, recent-average, is none; estimates-in-a-row-most was 6, is 1;"
                        + " instalments-multiple-of-usual was 1.5, is none; instalments-most was 6, is none. A run ends"
                        + " as it began: put back in policies.yaml what was, or name with --utility whose policies it"
                        + " was begun with, and go on; or give the run up with `./taswiya run cancel 1` and bill what"
                        + " it left with another day --on.");
        RunTotals finished = bill(database, List.of("2020-03-01")).getFirst();
        assertThat(BillingRun.execute(database, changed, QUIET).totals()).isEqualTo(finished);
    }

    @Test
    void aRunWhosePoliciesWereKeptInAnotherFormSaysSo() throws SQLException {
        Database database = TestDatabases.fresh();
        new SampleUtility(10, 3).fill(database);
        String before = "BillingPolicy[allocation=ByDays[]] BillChecks[byClass={}]";
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            RunTable.start(connection, SampleUtility.cycle("2020-03-01"), before, 4, CLERK);
            connection.commit();
        }
        assertThatThrownBy(() -> bill(database, List.of("2020-03-01")))
                .isInstanceOf(BillingRefused.class)
                .hasMessageContainingAll("by an earlier Taswiya", "`./taswiya run cancel 1`")
                .hasMessageNotContaining("[");
    }

    private static void cutOff(Database database) {
        assertThatThrownBy(() ->
                        BillingRun.execute(database, SampleUtility.settings("2020-03-01", 4), new BillingListener() {
                            @Override
                            public void committed(Progress progress) {
                                throw new IllegalStateException("cut off");
                            }
                        }))
                .hasMessageContaining("cut off");
    }

    @Test
    void ofTwoRunsAtOnceOneWaitsAndNothingIsBilledTwice() {
        Database alone = TestDatabases.fresh();
        Database together = TestDatabases.fresh();
        new SampleUtility(60, 8).fill(alone);
        new SampleUtility(60, 8).fill(together);
        bill(alone, List.of("2020-03-01"));
        CompletableFuture<?> first = CompletableFuture.runAsync(() -> billInTens(together));
        CompletableFuture<?> second = CompletableFuture.runAsync(() -> billInTens(together));
        CompletableFuture.allOf(first, second).join();
        Database tens = TestDatabases.fresh();
        new SampleUtility(60, 8).fill(tens);
        billInTens(tens);
        assertThat(BooksDigest.of(together)).isEqualTo(BooksDigest.of(tens));
        assertThat(Ledger.balance(together)).isEqualTo(Ledger.balance(alone));
    }

    private static void billInTens(Database database) {
        BillingRun.execute(database, SampleUtility.settings("2020-03-01", 10), QUIET);
    }

    private static List<RunTotals> bill(Database database, List<String> cycles) {
        return cycles.stream()
                .map(to -> BillingRun.execute(database, SampleUtility.settings(to, 37), QUIET)
                        .totals())
                .toList();
    }

    private static String balance(Database database, String account) {
        return String.valueOf(Ledger.balance(database).balances().get(new LedgerAccount(account)));
    }

    private static List<String> texts(Database database, String sql) throws SQLException {
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement(sql)) {
            return Rows.list(query, row -> row.getString(1));
        }
    }
}
