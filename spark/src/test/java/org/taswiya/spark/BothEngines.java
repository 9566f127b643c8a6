package org.taswiya.spark;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.taswiya.core.estimation.EstimateInstruction;
import org.taswiya.core.estimation.EstimationMethod;
import org.taswiya.core.metering.HoldReason;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.intake.tariff.TariffLibrary;
import org.taswiya.run.BillingListener;
import org.taswiya.run.BillingRun;
import org.taswiya.run.BooksInForce;
import org.taswiya.run.IssuedAccount;
import org.taswiya.spark.billing.BillsDigest;
import org.taswiya.spark.billing.RunInput;
import org.taswiya.spark.billing.RunInput.FromBooks;
import org.taswiya.spark.billing.RunInput.FromFiles;
import org.taswiya.spark.billing.RunListener;
import org.taswiya.spark.billing.RunReport;
import org.taswiya.spark.billing.SparkRun;
import org.taswiya.spark.billing.Terms;
import org.taswiya.spark.export.ExportRun;
import org.taswiya.spark.input.BooksFile;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.bill.BillNumbering;
import org.taswiya.store.decision.HoldDecisions;
import org.taswiya.store.decision.HoldFilter;
import org.taswiya.store.decision.Holds;
import org.taswiya.store.decision.OpenHold;
import org.taswiya.store.input.AccountRange;
import org.taswiya.store.pricebook.PriceBooks;
import org.taswiya.store.run.RunTotals;
import org.taswiya.store.run.Withheld;

/// Bills cycles of a town by both engines. People have looked at some of what waited before: they stated quantities,
/// named methods and let bills out.
record BothEngines(Database database, Path utilities) {
    private static final int ACCOUNTS = 300;
    private static final int ACCOUNTS_PER_RANGE = 64;
    private static final Change CLERK = new Change(Instant.parse("2020-04-10T09:00:00Z"), "clerk", "looked at");
    private static final SparkSession SPARK = LocalSpark.session();

    /// By the price books of the project.
    BothEngines(Database database) {
        this(database, SampleTown.UTILITIES);
    }

    /// A cycle as both engines billed it.
    ///
    /// @param files where Spark put the bills of the exported accounts
    /// @param totals of the run on one machine, which comes last
    record Billed(
            Path files,
            Path books,
            RunReport byFiles,
            RunReport byBooks,
            String digest,
            RunTotals totals,
            List<Withheld> withheld) {}

    /// Fills books with a town, bills its first cycles on one machine, and lets people look at what waits.
    static BothEngines before(Database database, List<String> cycles) {
        new SampleTown(ACCOUNTS, 5).fill(database);
        for (String before : cycles) {
            BillingRun.execute(database, SampleTown.settings(before), new BillingListener() {});
        }
        BothEngines engines = new BothEngines(database);
        engines.decide();
        return engines;
    }

    /// People look at half of what waits: state a quantity where nothing was found to estimate from; name a method
    /// where a check held another estimate, and let it out.
    private void decide() {
        List<String> without = halfOf(HoldReason.NO_ESTIMATE);
        HoldDecisions.reEstimate(
                database,
                without,
                HoldFilter.ALL,
                new EstimateInstruction.Stated(Decimal.parse("80.25")),
                CLERK,
                false);
        List<String> often = halfOf(HoldReason.ESTIMATED_OFTEN);
        EstimateInstruction method = new EstimateInstruction.ByMethod(EstimationMethod.LAST_YEAR);
        HoldDecisions.reEstimate(database, often, HoldFilter.ALL, method, CLERK, false);
        HoldDecisions.release(database, often, HoldFilter.ALL, CLERK, false);
    }

    private List<String> halfOf(HoldReason reason) {
        List<OpenHold> open = Holds.open(database, new HoldFilter(reason, null, null, null));
        return open.stream()
                .map(OpenHold::agreement)
                .sorted()
                .limit(open.size() / 2)
                .toList();
    }

    /// Bills a cycle by Spark twice, then on one machine.
    Billed bill(String cycle) throws IOException, SQLException {
        Path accounts = TestBooks.folder("accounts");
        Path files = TestBooks.folder("by-files");
        long last = lastNumber();
        SortedMap<String, String> published = PriceBooks.inUse(database);
        Terms terms = SampleTown.terms(cycle, utilities, true);
        ExportRun.execute(SPARK, books(), terms.with(published), published, last, accounts.toString());
        Configuration configuration = SPARK.sparkContext().hadoopConfiguration();
        RunReport byFiles = billBySpark(
                FromFiles.in(configuration, accounts.toString()),
                terms.with(BooksFile.read(configuration, accounts.toString())),
                last,
                files);
        Path books = TestBooks.folder("by-books");
        RunReport byBooks = billBySpark(books(), terms.with(published), last, books);
        TariffLibrary library = new BooksInForce(database, TariffLibrary.of(utilities)).now();
        BillsDigest digest = new BillsDigest();
        org.taswiya.store.run.RunReport run =
                BillingRun.execute(database, SampleTown.settings(cycle, library), new BillingListener() {
                    @Override
                    public void issued(List<IssuedAccount> issued) {
                        issued.forEach(of -> of.bills().forEach(bill -> digest.add(bill, of.input())));
                    }
                });
        List<Withheld> withheld = org.taswiya.store.run.RunReport.withheld(database, run.id());
        return new Billed(files, books, byFiles, byBooks, digest.value(), run.totals(), withheld);
    }

    private static RunReport billBySpark(RunInput input, Terms terms, long last, Path output) throws IOException {
        return SparkRun.execute(SPARK, input, terms, last, output.toString(), new RunListener() {});
    }

    private FromBooks books() throws SQLException {
        try (Connection connection = database.connect()) {
            return new FromBooks(database.url(), database.toString(), AccountRange.cut(connection, ACCOUNTS_PER_RANGE));
        }
    }

    private long lastNumber() throws SQLException {
        try (Connection connection = database.connect()) {
            return BillNumbering.lastIssued(connection);
        }
    }
}
