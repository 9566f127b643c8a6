package org.taswiya.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taswiya.bench.Bench.BenchListener;
import org.taswiya.core.billing.AllocationPolicy;
import org.taswiya.core.billing.BillingPolicy;
import org.taswiya.core.estimation.EstimationMethod;
import org.taswiya.core.utility.UtilityProfile;
import org.taswiya.deliver.print.PrintForm;
import org.taswiya.deliver.print.PrintTerms;
import org.taswiya.intake.policy.UtilityProfileParser;
import org.taswiya.intake.policy.UtilityProfileReading;
import org.taswiya.intake.tariff.TariffLibrary;
import org.taswiya.store.Database;
import org.taswiya.store.TestDatabases;

/// The measurement on a town of a street: that the rival's bills are ours, bill by bill, is what makes it pass. Times
/// are not looked at.
final class BenchTest {
    private static final int ACCOUNTS = 400;

    @TempDir
    private Path folder;

    @Test
    void theRivalBillsTheSameAndEverythingIsMeasured() throws IOException, InterruptedException {
        BillingPolicy policy =
                new BillingPolicy(new AllocationPolicy.ByDays(), List.of(EstimationMethod.TWO_YEARS), 6, null, null);
        try (Database database = Database.openEmbedded(TestDatabases.home("bench"), 0)) {
            BenchReport report = Bench.measure(
                    new Bench.Order(
                            ACCOUNTS,
                            2,
                            true,
                            true,
                            new PrintTerms(profile(), PrintForm.BILINGUAL, _ -> Map.of()),
                            0.02,
                            policy,
                            TariffLibrary.of(utilities())::tariff,
                            folder),
                    database,
                    new Silent());
            assertThat(report.rows())
                    .extracting(BenchRow::name)
                    .containsExactly(
                            "plain",
                            "trial",
                            "best",
                            "shadow",
                            "bill",
                            "readings",
                            "settle",
                            "age",
                            "pay",
                            "close",
                            "rate",
                            "best-memory",
                            "settle-memory",
                            "totals",
                            "totals-bands",
                            "paper",
                            "sheets",
                            "chain");
            assertThat(report.rows()).allMatch(row -> row.perSecond() > 0);
            assertThat(report.rows())
                    .filteredOn(row -> row.name().equals("bill") || row.name().equals("settle"))
                    .allMatch(row -> row.overFloor() != null && row.overSql() != null);
            assertThat(report.shape().bills()).isEqualTo(6L * ACCOUNTS);
        }
        assertThat(folder.resolve("floor")).doesNotExist();
        assertThat(folder.resolve("chain")).doesNotExist();
        assertThat(folder.resolve("sheets.pdf")).doesNotExist();
        assertThat(folder).isEmptyDirectory();
    }

    private static UtilityProfile profile() throws IOException {
        Path file = utilities().resolve("casablanca").resolve("utility.yaml");
        return ((UtilityProfileReading.Read) UtilityProfileParser.parse("casablanca", file)).profile();
    }

    private static Path utilities() {
        return Path.of("..", "utilities");
    }

    private static final class Silent implements BenchListener {
        @Override
        public void stage(String name, long of) {}

        @Override
        public void done(long more) {}
    }
}
