package org.taswiya.cli.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taswiya.cli.CommandHome;
import org.taswiya.cli.TenCustomers;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.decision.Cancellations;

/// Ten customers, three months unread and settled in June, one bill of July taken back: a book is compared with another
/// on what stands billed.
final class BilledUsesTest {
    private static final Path BOOK = Path.of("..", "utilities", "casablanca", "tariffs", "electricity-household.yaml");
    private static final String ID = "casablanca/electricity-household";

    @TempDir
    private static Path folder;

    private static CommandHome home = CommandHome.withItsOwnServer(Path.of("unset"));
    private static String renewed = "";

    @BeforeAll
    static void bill() throws IOException {
        home = CommandHome.onTestServer(folder.resolve("home"));
        try (Database database = home.open()) {
            TenCustomers.fill(database);
        }
        List.of("2020-04-01", "2020-05-01", "2020-06-01").forEach(to -> home.good("bill", "--to", to));
        try (Database database = home.open()) {
            Cancellations.cancel(
                    database,
                    new BillNumber(23),
                    LocalDate.of(2020, 6, 10),
                    new Change(Instant.parse("2020-06-10T09:00:00Z"), "clerk", "misread"));
        }
        String text = Files.readString(BOOK);
        renewed = Files.writeString(folder.resolve("new.yaml"), text.replace("perMonth: 6.50", "perMonth: 7.50"))
                .toString();
    }

    /// A bill that was taken back stands no more; of a period that was estimated and settled the last bill counts.
    @Test
    void ofAnAccountEveryPeriodOnce() {
        String said = home.good("tariff", "compare", ID, renewed, "--account", "0000000001", "--on", "2020-03-01");
        assertThat(said)
                .containsOnlyOnce("C00001 2020-03-01 to 2020-04-01")
                .containsOnlyOnce("C00001 2020-04-01 to 2020-05-01")
                .containsOnlyOnce("C00001 2020-05-01 to 2020-06-01")
                .containsPattern("together .*\\+3\\.60")
                .containsPattern("maintenance +19\\.50 +22\\.50 +\\+3\\.00")
                .containsPattern("tax VAT .*\\+0\\.60");
    }

    @Test
    void ofAClassWhoPaysMoreAndWhatEachPartBringsIn() {
        String said = home.good("tariff", "compare", ID, renewed, "--class", "household", "--on", "2020-03-01");
        assertThat(said)
                .contains("of 10 accounts")
                .containsPattern("more +10 +100\\.0 +\\+")
                .containsPattern("the last +\\+3\\.60")
                .containsPattern("maintenance +\\d+\\.\\d\\d ")
                .containsPattern("0000000001 +3 ");
        String json = home.good("tariff", "compare", ID, renewed, "--everybody", "--on", "2020-03-01", "--json");
        assertThat(json).contains("\"accounts\":10,", "\"100\":\"3.60\"");
        assertThat(home.good("tariff", "compare", ID, renewed, "--class", "municipality"))
                .contains("nobody was billed by the old book in these days");
    }

    /// By the book in use, what they would come to is what they were billed.
    @Test
    void ofAClassTriedWithTheBookInUseWhatWasBilled() {
        String tried = home.good(
                "tariff", "try", ID, "--everybody", "--on", "2020-03-01", "--from", "2020-03-01", "--to", "2020-04-01");
        assertThat(tried)
                .startsWith("prices as on 2020-03-01, whatever the days of the bills\n")
                .contains("10 bills of 10 accounts, ")
                .containsPattern("energy, block \\d");
    }

    @Test
    void nobodyWithoutABill() {
        assertThat(home.wrong("tariff", "compare", ID, renewed, "--account", "9999999999"))
                .contains("was billed for nothing");
        String bands = Path.of("src/test/resources/lines/utilities/sampletown/tariffs/time-of-use.yaml")
                .toString();
        assertThat(home.good("tariff", "compare", bands, bands, "--everybody", "--on", "2020-07-01"))
                .contains("nobody was billed by the old book in these days");
    }
}
