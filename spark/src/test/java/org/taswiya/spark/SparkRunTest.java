package org.taswiya.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.taswiya.run.BillingListener;
import org.taswiya.run.BillingRun;
import org.taswiya.run.IssuedAccount;
import org.taswiya.spark.billing.BillsDigest;
import org.taswiya.spark.billing.RunInput;
import org.taswiya.spark.billing.RunInput.FromBooks;
import org.taswiya.spark.billing.RunListener;
import org.taswiya.spark.billing.RunReport;
import org.taswiya.spark.billing.SparkRun;
import org.taswiya.spark.export.ExportRun;
import org.taswiya.store.Database;
import org.taswiya.store.billing.AccountRange;
import org.taswiya.store.billing.BillNumbering;
import org.taswiya.store.billing.RunTotals;

/// Bills cycles of the same town by both engines and compares everything.
final class SparkRunTest {
    private static final int ACCOUNTS = 300;
    private static final int ACCOUNTS_PER_RANGE = 64;

    private static Database database = TestBooks.fresh();
    private static SparkSession session = LocalSpark.session();

    @BeforeAll
    static void fill() {
        new SampleTown(ACCOUNTS, 5).fill(database);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2020-03-01", "2020-05-01", "2020-06-01"})
    void bothEnginesMakeTheSameBills(String cycle) throws IOException, SQLException {
        Path accounts = TestBooks.folder("accounts");
        FromBooks books = books();
        long last = lastNumber();
        ExportRun.execute(session, books, SampleTown.terms(cycle, true), last, accounts.toString());
        RunInput files = RunInput.FromFiles.in(session.sparkContext().hadoopConfiguration(), accounts.toString());
        Path fromFiles = TestBooks.folder("from-files");
        Path fromBooks = TestBooks.folder("from-books");
        RunReport byFiles = bill(files, cycle, last, fromFiles);
        RunReport byBooks = bill(books, cycle, last, fromBooks);

        Engine engine = new Engine();
        RunTotals totals =
                BillingRun.execute(database, SampleTown.settings(cycle), engine).totals();
        assertThat(byFiles.digest()).isEqualTo(engine.digest.value());
        assertThat(byBooks.digest()).isEqualTo(byFiles.digest());
        assertThat(byFiles.tally().total()).isEqualTo(totals.total());
    }

    /// Hears the bills of the run on one machine.
    private static final class Engine implements BillingListener {
        private final BillsDigest digest = new BillsDigest();

        @Override
        public void issued(List<IssuedAccount> accounts) {
            accounts.forEach(account -> account.bills().forEach(bill -> digest.add(bill, account.input())));
        }
    }

    private static RunReport bill(RunInput input, String cycle, long last, Path output) throws IOException {
        return SparkRun.execute(
                session, input, SampleTown.terms(cycle, true), last, output.toString(), new RunListener() {});
    }

    private static FromBooks books() throws SQLException {
        try (Connection connection = database.connect()) {
            return new FromBooks(database.url(), database.toString(), AccountRange.cut(connection, ACCOUNTS_PER_RANGE));
        }
    }

    private static long lastNumber() throws SQLException {
        try (Connection connection = database.connect()) {
            return BillNumbering.lastIssued(connection);
        }
    }
}
