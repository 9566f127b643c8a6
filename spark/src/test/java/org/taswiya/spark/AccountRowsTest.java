package org.taswiya.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.functions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.taswiya.core.billing.AccountInput;
import org.taswiya.core.billing.AgreementInput;
import org.taswiya.core.billing.Amounts;
import org.taswiya.core.billing.BilledPeriod;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.customer.CustomerClass;
import org.taswiya.core.estimation.ClassUse;
import org.taswiya.core.estimation.EstimateInstruction;
import org.taswiya.core.estimation.EstimationMethod;
import org.taswiya.core.metering.HoldFigures;
import org.taswiya.core.metering.MeterExchange;
import org.taswiya.core.metering.Reading.ActualReading;
import org.taswiya.core.metering.Reading.CustomerReading;
import org.taswiya.core.metering.Reading.EstimatedReading;
import org.taswiya.core.metering.ReadingSuspension;
import org.taswiya.core.metering.Register;
import org.taswiya.core.metering.Usage;
import org.taswiya.core.metering.UsageQuality;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.quantity.Unit;
import org.taswiya.core.tariff.Tariff;
import org.taswiya.spark.billing.Rules;
import org.taswiya.spark.input.AccountColumns;
import org.taswiya.spark.input.AccountReader;
import org.taswiya.spark.input.AccountReader.ReadAccount;
import org.taswiya.spark.input.AccountToBill;
import org.taswiya.spark.input.AccountWriter;
import org.taswiya.spark.input.CycleFile;
import org.taswiya.spark.input.WithheldTable;
import org.taswiya.spark.parquet.TableWriter;
import org.taswiya.store.run.Cycle;
import org.taswiya.store.run.Cycle.Plan;
import org.taswiya.store.run.Withheld;
import scala.Function1;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/// What is written as a row reads back as the equal record, at every edge.
final class AccountRowsTest {
    private static final SparkSession SPARK = LocalSpark.session();
    private static final Configuration CONFIGURATION = SPARK.sparkContext().hadoopConfiguration();
    private static final DateRange MAY = DateRange.of(LocalDate.of(2020, 5, 1), LocalDate.of(2020, 6, 1));
    private static final DateRange LONG_AGO = DateRange.of(LocalDate.of(1912, 3, 30), LocalDate.of(9999, 12, 31));
    private static final Decimal FINE = new Decimal(1, 18);
    private static final Decimal LARGE = new Decimal(-999_999_999_999_999_999L, 0);

    private static final LocalDate DAY = LocalDate.of(2020, 6, 3);
    private static final Cycle CYCLE =
            Cycle.planned(MAY.to(), DAY, null, new Plan("monthly", MAY.to(), DAY.plusDays(20), "late again"));
    private static final EstimateInstruction BY_METHOD = new EstimateInstruction.ByMethod(EstimationMethod.LAST_YEAR);

    private static final ClassUse LEARNT = ClassUse.ofText(MAY.from() + " " + MAY.to()
            + "; per-day 333333; months 1 2 3 4 5 6 7 8 9 10 11 12; factor 750000; spread-of-best 900000 1200000");

    private final Rules rules;

    AccountRowsTest() throws IOException {
        rules = Rules.of(SampleTown.terms("2020-06-01", false));
    }

    @Test
    void everyEdgeReadsBackAsItWas() throws IOException {
        List<AccountToBill> accounts = List.of(
                account("1", CustomerClass.HOUSEHOLD, Set.of(), List.of("x")),
                account("2", CustomerClass.PROFESSIONAL, Set.of("b"), List.of(), full("a"), bare("b")),
                account("3", CustomerClass.MUNICIPALITY, Set.of(), List.of(), bare("c"), usual("u")),
                account(
                        "زبون",
                        CustomerClass.HOUSEHOLD,
                        Set.of("e"),
                        List.of("عقد", "y", "z"),
                        instructed("d"),
                        full("e"),
                        full("f")));
        assertThat(readBack(accounts)).isEqualTo(accounts);
    }

    @Test
    void whatTheCycleIsReadsBackAsItWas() throws IOException {
        for (Cycle cycle : List.of(
                CYCLE,
                new Cycle(MAY.to(), DAY),
                Cycle.planned(MAY.to(), DAY, null, new Plan("monthly", DAY, null, null)))) {
            String folder = TestBooks.folder("cycle").toString();
            assertThat(CycleFile.read(CONFIGURATION, folder)).isEmpty();
            new CycleFile(cycle, 12).write(CONFIGURATION, folder);
            assertThat(CycleFile.read(CONFIGURATION, folder)).contains(new CycleFile(cycle, 12));
        }
    }

    /// Only the class, the arrears and the agreements, as files had it before checks asked more.
    @Test
    void aFileFromBeforeIsRefused() throws IOException {
        Path older = rewritten(rows -> rows.drop("customerClass", "missing"));
        assertThatThrownBy(() -> read(older, reader()))
                .hasMessageContaining("Account 1 has no customerClass")
                .hasMessageContaining("Export the accounts again");
    }

    /// As another system's files are, with a column more than is asked for.
    @Test
    void aFileThatSparkWroteHasItsColumns() throws IOException {
        requireColumns(rewritten(rows -> rows.withColumn("more", functions.lit(1))));
    }

    @Test
    void aColumnThatIsNotThereOrIsAnotherOneIsNamed() throws IOException {
        Path withoutArrears = rewritten(rows -> rows.drop("arrears"));
        assertThatThrownBy(() -> requireColumns(withoutArrears))
                .hasMessageEndingWith(" has no column arrears. Export the accounts again.");
        Path withoutHistory = rewritten(rows -> ofAgreements(rows, of -> of.dropFields(names("history"))));
        assertThatThrownBy(() -> requireColumns(withoutHistory))
                .hasMessageContaining(" has no column agreements.history.");
        Path withText = rewritten(rows -> ofAgreements(rows, of -> of.withField("history", functions.lit("31=180"))));
        assertThatThrownBy(() -> requireColumns(withText))
                .hasMessageContaining(" has a column agreements.history of string, expected struct<from:date,");
    }

    private static Dataset<Row> ofAgreements(Dataset<Row> rows, Function1<Column, Column> change) {
        return rows.withColumn("agreements", functions.transform(rows.col("agreements"), change));
    }

    private static Seq<String> names(String... names) {
        return CollectionConverters.asScala(List.of(names)).toSeq();
    }

    private static void requireColumns(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(of -> of.toString().endsWith(".parquet")).toList()) {
                AccountColumns.require(CONFIGURATION, new org.apache.hadoop.fs.Path(file.toString()));
            }
        }
    }

    /// An account whose file somebody else wrote.
    private Path rewritten(UnaryOperator<Dataset<Row>> change) throws IOException {
        Path file = write(List.of(account("1", CustomerClass.HOUSEHOLD, Set.of(), List.of(), full("a"))));
        Path folder = TestBooks.folder("rewritten").resolve("rows");
        change.apply(SPARK.read().parquet(file.toString())).write().parquet(folder.toString());
        return folder;
    }

    /// More rows than a page, a batch and a group of rows each hold, with more different numbers than a dictionary.
    @Test
    void manyRowsReadBackAsTheyWere() throws IOException {
        List<AccountToBill> accounts = new ArrayList<>();
        CustomerClass[] classes = CustomerClass.values();
        for (int i = 0; i < 9_000; i++) {
            AgreementInput agreement = i % 3 == 0 ? full("a" + i) : bare("b" + i);
            AccountInput input = new AccountInput(
                    Integer.toString(1_000_000 + i),
                    CYCLE.billTo(),
                    CYCLE.billedOn(),
                    rules.policy().of(classes[i % classes.length]),
                    Money.ofMinor(i < 6_000 ? i / 2_000 : i * 7_919L - 1),
                    Collections.nCopies(i % 4, agreement),
                    CYCLE.dueOn());
            List<String> missing = Collections.nCopies(i % 5 == 0 ? 2 : 0, "m" + i);
            accounts.add(new AccountToBill(input, classes[i % classes.length], Set.of(), missing));
        }
        assertThat(readBack(accounts)).isEqualTo(accounts);
    }

    @Test
    void anUnknownTariffWithholdsItsAgreementAlone() throws IOException {
        Path file =
                write(List.of(account("1", CustomerClass.HOUSEHOLD, Set.of(), List.of("x"), usual("a"), full("b"))));
        AccountReader reader = new AccountReader(
                CYCLE, rules.policy(), id -> id.endsWith("water-household") ? rules.tariff(id) : Optional.empty());
        ReadAccount read = read(file, reader).getFirst();
        assertThat(read.account().missing()).containsExactly("x", "a");
        assertThat(read.account().input().agreements())
                .extracting(AgreementInput::agreement)
                .containsExactly("b");
        assertThat(read.withheld())
                .containsExactly(Withheld.failed(
                        "a",
                        "unknown-tariff",
                        "tariff casablanca/electricity-household is no price book in use",
                        Money.ofMinor(12_345)));
    }

    @Test
    void withheldAgreementsReadBackAsTheyWere() throws IOException {
        List<Withheld> withheld = List.of(
                Withheld.failed("a", "no-meter", "لا عداد", null),
                new Withheld(
                        "b",
                        Withheld.Outcome.HELD,
                        List.of(
                                new Withheld.Reason("x", "one", HoldFigures.NONE),
                                new Withheld.Reason("y", "two", HoldFigures.NONE)),
                        Money.ofMinor(Long.MAX_VALUE)),
                Withheld.failed("c", "no-meter", "none", Money.ZERO));
        var file = new org.apache.hadoop.fs.Path(TestBooks.folder("withheld") + "/w.parquet");
        try (TableWriter writer = new TableWriter(WithheldTable.TABLE, CONFIGURATION, file)) {
            WithheldTable rows = new WithheldTable(writer);
            for (Withheld agreement : withheld) {
                rows.write(agreement);
            }
            writer.finish(Map.of());
        }
        assertThat(WithheldTable.read(CONFIGURATION, file)).isEqualTo(withheld);
    }

    @Test
    void aMissingValueIsFoundBeforeItIsWritten() throws IOException {
        var file = new org.apache.hadoop.fs.Path(TestBooks.folder("broken") + "/b.parquet");
        try (TableWriter writer = new TableWriter(WithheldTable.TABLE, CONFIGURATION, file)) {
            writer.row().text("agreement").put("a");
            var outcome = writer.row().word("outcome");
            var reasons = writer.row().list("reasons");
            reasons.word("reason");
            reasons.text("found");
            reasons.empty();
            writer.row().big("atRisk").none();
            writer.endRow();
            assertThatThrownBy(() -> writer.finish(Map.of()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("outcome has 0 values for 1 slots");
            assertThat(outcome).isNotNull();
        }
    }

    private List<AccountToBill> readBack(List<AccountToBill> accounts) throws IOException {
        return read(write(accounts), reader()).stream()
                .map(ReadAccount::account)
                .toList();
    }

    private AccountReader reader() {
        return new AccountReader(CYCLE, rules.policy(), rules::tariff);
    }

    private static Path write(List<AccountToBill> accounts) throws IOException {
        Path file = TestBooks.folder("rows").resolve("a.parquet");
        try (TableWriter writer =
                new TableWriter(AccountWriter.TABLE, CONFIGURATION, new org.apache.hadoop.fs.Path(file.toString()))) {
            AccountWriter rows = new AccountWriter(writer);
            for (AccountToBill account : accounts) {
                rows.write(account);
            }
            writer.finish(Map.of());
        }
        return file;
    }

    private static List<ReadAccount> read(Path file, AccountReader reader) {
        List<ReadAccount> read = new ArrayList<>();
        SPARK.read()
                .schema(AccountWriter.TABLE.columns())
                .parquet(file.toString())
                .queryExecution()
                .toRdd()
                .toJavaRDD()
                .map(InternalRow::copy)
                .toLocalIterator()
                .forEachRemaining(row -> read.add(reader.read(row)));
        return read;
    }

    private AccountToBill account(
            String reference,
            CustomerClass of,
            Set<String> released,
            List<String> missing,
            AgreementInput... agreements) {
        AccountInput input = new AccountInput(
                reference,
                CYCLE.billTo(),
                CYCLE.billedOn(),
                rules.policy().of(of),
                Money.ofMinor(Long.MIN_VALUE + 1),
                List.of(agreements),
                CYCLE.dueOn());
        return new AccountToBill(input, of, released, missing);
    }

    private Tariff tariff(String name) {
        return rules.tariff("casablanca/" + name).orElseThrow();
    }

    /// Everything that may be missing is.
    private AgreementInput bare(String reference) {
        return bare(reference, null, null);
    }

    private AgreementInput usual(String reference) {
        return bare(reference, Money.ofMinor(12_345), null);
    }

    private AgreementInput instructed(String reference) {
        return bare(reference, null, new EstimateInstruction.Stated(FINE));
    }

    private AgreementInput bare(
            String reference, @Nullable Money usualBill, @Nullable EstimateInstruction instruction) {
        return new AgreementInput(
                reference,
                tariff("electricity-household"),
                1,
                Register.simple(Unit.KILOWATT_HOUR),
                List.of(),
                List.of(),
                List.of(BilledPeriod.actual(MAY, Decimal.ZERO, null)),
                usualBill == null ? List.of() : List.of(new Usage(MAY, LARGE, UsageQuality.ACTUAL)),
                List.of(),
                List.of(),
                null,
                usualBill == null ? LARGE : null,
                usualBill,
                null,
                instruction);
    }

    /// Days in between of which nothing is known, days that come again, all qualities.
    private static List<Usage> history() {
        DateRange april = DateRange.of(MAY.from().minusMonths(1), MAY.from());
        return List.of(
                new Usage(MAY, FINE, UsageQuality.CUSTOMER),
                new Usage(LONG_AGO, Decimal.ONE, UsageQuality.ACTUAL),
                new Usage(april, Decimal.ZERO, UsageQuality.ACTUAL),
                new Usage(MAY, Decimal.parse("-0.5"), UsageQuality.ESTIMATED));
    }

    private AgreementInput full(String reference) {
        return new AgreementInput(
                reference,
                tariff("water-household"),
                Integer.MAX_VALUE,
                new Register(12, 6, FINE, Unit.CUBIC_METRE),
                List.of(
                        new ActualReading(MAY.from(), Decimal.ZERO, ""),
                        new CustomerReading(LONG_AGO.from(), FINE, "هاتف"),
                        new EstimatedReading(LONG_AGO.to(), LARGE, "two-years")),
                List.of(
                        new MeterExchange(MAY.to(), LARGE, FINE),
                        new MeterExchange(
                                MAY.to(), LARGE, FINE, new Register(4, 3, Decimal.parse("0.125"), Unit.CUBIC_METRE)),
                        new MeterExchange(
                                MAY.to(), LARGE, FINE, new Register(null, 0, Decimal.of(40), Unit.CUBIC_METRE))),
                billed(),
                history(),
                List.of(LONG_AGO, MAY),
                List.of(new ReadingSuspension(MAY, "مرسوم 2.20.293"), new ReadingSuspension(LONG_AGO, "decree")),
                LEARNT,
                FINE,
                Money.ofMinor(-1),
                "asked for in writing",
                BY_METHOD,
                SampleAskedFor.full(history()));
    }

    /// Parts known, known to be none, unknown.
    private static List<BilledPeriod> billed() {
        Money some = Money.ofMinor(-5);
        TreeMap<String, Money> parts = new TreeMap<>(Map.of("energy", some, "rental", Money.ZERO));
        return List.of(
                BilledPeriod.estimated(MAY, FINE, Amounts.itemised(parts, Map.of("VAT", some))),
                BilledPeriod.estimated(MAY, FINE, Amounts.ZERO),
                BilledPeriod.estimated(MAY, FINE, Amounts.totals(some, some)),
                new BilledPeriod(LONG_AGO, LARGE, UsageQuality.CUSTOMER, new Amounts(some, some, parts, null)),
                new BilledPeriod(
                        LONG_AGO, LARGE, UsageQuality.ACTUAL, new Amounts(some, Money.ZERO, null, new TreeMap<>())));
    }
}
