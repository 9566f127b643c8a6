package org.taswiya.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.taswiya.core.quantity.Money;
import org.taswiya.spark.BothEngines.Billed;
import org.taswiya.spark.billing.RunRefused;
import org.taswiya.spark.billing.RunReport;
import org.taswiya.spark.billing.Terms;
import org.taswiya.spark.load.LoadRun;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.run.Cycle;
import org.taswiya.store.run.Withheld;

/// Bills two cycles of a town by both engines, one on estimates and one that settles them, and compares everything.
final class SparkRunTest {
    private static final String ESTIMATED = "2020-05-01";
    private static final String SETTLED = "2020-06-01";

    private static final Database DATABASE = TestBooks.fresh();
    private static final SparkSession SPARK = LocalSpark.session();
    private static final Map<String, Billed> BY_CYCLE = new TreeMap<>();

    @BeforeAll
    static void billByBothEngines() throws IOException, SQLException {
        BothEngines engines = BothEngines.before(DATABASE, List.of("2020-03-01", "2020-04-01"));
        for (String cycle : List.of(ESTIMATED, SETTLED)) {
            BY_CYCLE.put(cycle, engines.bill(cycle));
        }
    }

    private static Billed billed(String cycle) {
        return Objects.requireNonNull(BY_CYCLE.get(cycle));
    }

    @ParameterizedTest
    @ValueSource(strings = {ESTIMATED, SETTLED})
    void everyBillIsThatOfTheRunOnOneMachine(String cycle) {
        Billed billed = billed(cycle);
        assertThat(billed.byFiles().digest()).isEqualTo(billed.digest());
        assertThat(billed.byBooks().digest()).isEqualTo(billed.digest());
    }

    @ParameterizedTest
    @ValueSource(strings = {ESTIMATED, SETTLED})
    void filesAreTheSameWhereverTheAccountsCameFrom(String cycle) throws IOException {
        Billed billed = billed(cycle);
        for (String name : List.of("bills", "rates", "withheld")) {
            try (Stream<Path> files = Files.list(billed.files().resolve(name))) {
                assertThat(files.toList())
                        .isNotEmpty()
                        .allSatisfy(file -> assertThat(Files.mismatch(
                                        file, billed.books().resolve(name).resolve(file.getFileName())))
                                .isEqualTo(-1));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {ESTIMATED, SETTLED})
    void theReportsSayTheSame(String cycle) {
        Billed billed = billed(cycle);
        for (RunReport report : List.of(billed.byFiles(), billed.byBooks())) {
            assertThat(report.tally().bills()).isEqualTo(billed.totals().bills());
            assertThat(report.tally().estimated()).isEqualTo(billed.totals().estimated());
            assertThat(report.tally().held()).isEqualTo(billed.totals().held());
            assertThat(report.tally().failed()).isEqualTo(billed.totals().failed());
            assertThat(report.tally().total()).isEqualTo(billed.totals().total());
            assertThat(report.tally().reasons()).isEqualTo(billed.totals().reasons());
        }
    }

    @Test
    void theTownHasEverythingThatMakesBillingHard() {
        assertThat(billed(ESTIMATED).totals().reasons())
                .containsOnlyKeys("above-usual", "estimated-often", "missing-service", "no-estimate", "unknown-tariff");
        assertThat(billed(SETTLED).totals().reasons())
                .containsOnlyKeys("above-usual", "large-credit", "missing-service", "reading-lower", "unknown-tariff");
        assertThat(texts(SETTLED, "select cast(count(*) > 9 as string) from bills where total < 0"))
                .containsExactly("true");
        assertThat(texts(SETTLED, "select cast(count(*) > 9 as string) from bills where instalments is not null"))
                .containsExactly("true");
    }

    @Test
    void estimatesAreMadeAsPeopleWantThem() {
        assertThat(texts(ESTIMATED, """
                select distinct concat_ws(' ', estimate.method, estimate.onEstimates)
                from bills where estimate.instructed order by 1""")).containsExactly("last-year false", "stated false");
        assertThat(texts(SETTLED, "select agreement from bills where estimate.instructed"))
                .isEmpty();
    }

    @Test
    void whatTheCalendarSaysHolds() {
        assertThat(texts(SETTLED, "select distinct cast(dueOn as string) from bills"))
                .containsExactly("2020-07-01");
        assertThat(texts(SETTLED, "select cast(count(*) > 5 as string) from bills where basis = 'estimate'"))
                .as("read a day after the cycle's last one")
                .containsExactly("true");
        assertThat(texts(ESTIMATED, "select distinct cast(dueOn as string) from bills"))
                .doesNotContain("2020-07-01");
    }

    @Test
    void whatDoesNotBillEverybodyIsRefused() {
        LocalDate day = LocalDate.of(2020, 6, 1);
        for (Cycle cycle : List.of(
                new Cycle(day, day, "Maarif", false),
                new Cycle(day, day, null, true),
                Cycle.ofAccounts(day, day, List.of("0000000007")))) {
            assertThatThrownBy(() -> Terms.of(cycle, Path.of("..", "utilities"), "casablanca", false))
                    .isInstanceOf(RunRefused.class)
                    .hasMessageContaining(cycle.toString())
                    .hasMessageContaining("./taswiya bill");
        }
    }

    /// Everybody who got no bill, with all reasons, what was found and what is at risk.
    @ParameterizedTest
    @ValueSource(strings = {ESTIMATED, SETTLED})
    void theSameAgreementsAreWithheldForTheSameReasons(String cycle) {
        List<String> found = texts(cycle, """
                select concat_ws('|', agreement, outcome, r.reason, r.found,
                    coalesce(cast(atRisk as string), 'unknown'))
                from withheld lateral view posexplode(reasons) e as i, r""");
        assertThat(found)
                .containsExactlyInAnyOrderElementsOf(billed(cycle).withheld().stream()
                        .flatMap(of -> of.reasons().stream()
                                .map(reason -> String.join(
                                        "|",
                                        of.agreement(),
                                        of.outcome().code(),
                                        reason.code(),
                                        reason.found(),
                                        atRisk(of))))
                        .toList());
        assertThat(found).anyMatch(row -> row.endsWith("|unknown")).anyMatch(row -> !row.endsWith("|unknown"));
    }

    private static String atRisk(Withheld of) {
        Money amount = of.atRisk();
        return amount == null ? "unknown" : Long.toString(amount.minorUnits());
    }

    @ParameterizedTest
    @ValueSource(strings = {ESTIMATED, SETTLED})
    void numbersFollowTheLastOnesWithoutGaps(String cycle) throws SQLException {
        long last = billed(cycle).byFiles().lastBefore();
        long bills = billed(cycle).totals().bills();
        assertThat(texts(cycle, "select concat_ws(' ', min(serial), max(serial), count(distinct number)) from bills"))
                .containsExactly((last + 1) + " " + (last + bills) + " " + bills);
        assertThat(texts(cycle, "select agreement from bills order by account, agreement"))
                .isEqualTo(texts(cycle, "select agreement from bills order by serial"));
    }

    /// By what anybody can ask of the files and of the books in SQL.
    @ParameterizedTest
    @ValueSource(strings = {ESTIMATED, SETTLED})
    void linesAmountsAndPostingsAreThoseOfTheBooks(String cycle) throws SQLException {
        long from = billed(cycle).byFiles().lastBefore();
        long to = from + billed(cycle).totals().bills();
        assertThat(texts(cycle, """
                select concat_ws(' ', r.component, r.block, l.quantityScale, count(*), sum(l.quantity), sum(l.amount))
                from (select explode(s.lines) as l from bills lateral view explode(segments) s as s)
                join (select distinct * from rates) r on r.rate = l.rate
                group by r.component, r.block, l.quantityScale""")).containsExactlyInAnyOrderElementsOf(books("""
                select concat_ws(' ', component, block, scale(quantity), count(*),
                    trim_scale(sum(quantity * power(10::numeric, scale(quantity)))), sum(amount))
                from priced_line where bill > %d and bill <= %d
                group by component, block, scale(quantity)""".formatted(from, to)));
        assertThat(texts(cycle, """
                select concat_ws(' ', a.isTax, a.code, sum(a.due), sum(a.claimed))
                from bills lateral view explode(segments) s as s lateral view explode(s.amounts) a as a
                group by a.isTax, a.code""")).containsExactlyInAnyOrderElementsOf(books("""
                select concat_ws(' ', case when is_tax then 'true' else 'false' end, code, sum(due), sum(claimed))
                from claimed_amount where bill > %d and bill <= %d group by is_tax, code""".formatted(from, to)));
        List<String> postings = texts(cycle, """
                select concat_ws(' ', p.account, sum(p.amount))
                from bills lateral view explode(postings) p as p group by p.account""");
        assertThat(postings).containsExactlyInAnyOrderElementsOf(books("""
                select concat_ws(' ', a.name, sum(p.amount)) from posting p
                join journal_entry e on e.id = p.entry join ledger_account a on a.id = p.account
                where e.bill > %d and e.bill <= %d group by a.name""".formatted(from, to)));
    }

    @Test
    void theTotalIsTheSumOfTheBills() {
        long total = billed(SETTLED).totals().total();
        assertThat(texts(SETTLED, "select cast(sum(total) as string) from bills"))
                .containsExactly(Long.toString(total));
        assertThat(Money.ofMinor(total).isZero()).isFalse();
    }

    /// Loaded twice, the second time with a file missing: nothing is doubled, nothing is left out.
    @Test
    void loadedTablesAreThoseOfTheBooks() throws IOException, SQLException {
        String output = billed(SETTLED).files().toString();
        assertThat(LoadRun.execute(SPARK, output, DATABASE, "cluster")).isPositive();
        List<String> first = books(LOADED);
        for (String table : List.of("loaded", "posting")) {
            update("delete from cluster." + table + " where "
                    + (table.equals("loaded") ? "table_name = 'posting'" : "true"));
        }
        LoadRun.execute(SPARK, output, DATABASE, "cluster");
        assertThat(books(LOADED)).isEqualTo(first);
        long from = billed(SETTLED).byFiles().lastBefore();
        String lines =
                "select concat_ws(' ', bill, segment, ordinal, component, block, unit, quantity, price, tax_rate,"
                        + " amount) from %s where bill > %d order by bill, segment, ordinal";
        assertThat(books(lines.formatted("cluster.charge_line", from)))
                .isEqualTo(books(lines.formatted("priced_line", from)));
        String bills = "select concat_ws(' ', serial, number, account, %s, total) from %s order by serial";
        assertThat(books(bills.formatted("due_on", "cluster.bill")))
                .isEqualTo(texts(SETTLED, bills.formatted("dueOn", "bills")));
        assertThat(books("select sum(amount)::text from cluster.posting")).containsExactly("0");
        String withheld = "select concat_ws(' ', agreement, ordinal, outcome, reason, found, at_risk) from %s"
                + " order by agreement, ordinal";
        assertThat(books(withheld.formatted("cluster.withheld")))
                .isEqualTo(books(withheld.formatted("held_agreement where run = (select max(id) from billing_run)")));
    }

    private static final String LOADED = """
            select md5(string_agg(t::text, ' ' order by t::text)) from (
                select 'bill', b::text from cluster.bill b
                union all select 'segment', s::text from cluster.bill_segment s
                union all select 'amount', a::text from cluster.claimed_amount a
                union all select 'line', l::text from cluster.charge_line l
                union all select 'posting', p::text from cluster.posting p
                union all select 'withheld', w::text from cluster.withheld w) t""";

    @Test
    void aSchemaTakesNoOtherRun() throws IOException, SQLException {
        LoadRun.execute(SPARK, billed(ESTIMATED).files().toString(), DATABASE, "estimated");
        assertThatThrownBy(() -> LoadRun.execute(SPARK, billed(SETTLED).files().toString(), DATABASE, "estimated"))
                .isInstanceOf(RunRefused.class)
                .hasMessageContaining("--schema");
    }

    private static void update(String statement) throws SQLException {
        try (Connection connection = DATABASE.connect();
                PreparedStatement update = connection.prepareStatement(statement)) {
            update.execute();
        }
    }

    /// What a query of the files of a cycle gives: one text for each row.
    private static List<String> texts(String cycle, String query) {
        Path files = billed(cycle).files();
        for (String table : List.of("bills", "rates", "withheld")) {
            SPARK.read().parquet(files.resolve(table).toString()).createOrReplaceTempView(table);
        }
        return SPARK.sql(query).collectAsList().stream()
                .map(row -> row.getString(0))
                .toList();
    }

    private static List<String> books(String query) throws SQLException {
        try (Connection connection = DATABASE.connect();
                PreparedStatement statement = connection.prepareStatement(query)) {
            return Rows.list(statement, row -> row.getString(1));
        }
    }
}
