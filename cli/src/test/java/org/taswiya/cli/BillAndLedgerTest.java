package org.taswiya.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.store.Database;

/// `bill` and `ledger` on a small home: ten customers, three months unread, settled in June.
final class BillAndLedgerTest {
    @TempDir
    private static Path folder;

    private static CommandHome home = CommandHome.withItsOwnServer(Path.of("unset"));
    private static String june = "";

    @BeforeAll
    static void billTheSpring() {
        home = CommandHome.onTestServer(folder.resolve("home"));
        try (Database database = home.open()) {
            TenCustomers.fill(database);
        }
        for (String to : List.of("2020-04-01", "2020-05-01", "2020-06-01")) {
            june = home.good("bill", "--to", to, "--on", to, "--batch", "3", "--json");
        }
    }

    private static final String CREDIT_USED = ",\"creditUsed\":\"161.66\"";

    @Test
    void aCycleIsBilledOnceAndSaysWhatItCameTo() {
        assertThat(june).contains("\"finished\":true", "\"bills\":10", "\"estimated\":0", "\"held\":0");
        // A credit is used once, at the end of the run that made the bills which it settles.
        assertThat(june).contains(CREDIT_USED);
        assertThat(home.good("bill", "--to", "2020-06-01", "--on", "2020-06-01", "--json"))
                .isEqualTo(june.replace("\"billsHere\":10", "\"billsHere\":0")
                        .replace(CREDIT_USED, ",\"creditUsed\":\"0.00\""));
    }

    @Test
    void runsAreListedAndShownAndAFinishedOneCannotBeGivenUp() {
        assertThat(home.good("run", "list").lines())
                .hasSize(4)
                .last()
                .asString()
                .contains("   3  2020-06-01  2020-06-01  finished            10          10");
        assertThat(home.good("run", "list", "--json").lines()).hasSize(3);
        assertThat(home.good("run", "show", "3")).startsWith("run 3, cycle to 2020-06-01");
        assertThat(home.good("run", "show", "3", "--json")).isEqualTo(june.replace(CREDIT_USED, ""));
        assertThat(home.wrong("run", "show", "9")).contains("there is no run 9");
        assertThat(home.wrong("run", "cancel", "3", "--reason", "test")).contains("Run 3 is finished already");
        assertThat(home.good("hold", "list")).isEqualTo("0 waiting\n");
        assertThat(home.wrong("hold", "release", "C00001", "--why", "test"))
                .contains("C00001 does not wait for a person");
        assertThat(home.wrong("hold", "release", "--why", "test")).contains("name agreements, or a file of them");
        assertThat(home.wrong("hold", "release", "--all", "--why", "test"))
                .contains("or --all with --reason, --run, --area or --class");
        assertThat(home.good("run", "resume")).isEmpty();
    }

    @Test
    void figuresCountEstimatesAndSettlementsOnce() {
        assertThat(home.good("figures", "--by", "month,class", "--json").lines())
                .hasSize(3)
                .first()
                .asString()
                .isEqualTo("{\"month\":\"2020-04\",\"class\":\"household\",\"bills\":10,\"estimated\":10,"
                        + "\"longestChain\":1,\"thirdInARow\":0,\"inARow\":[10,0,0,0,0,0],\"charged\":0,"
                        + "\"chargedSum\":\"0.00\",\"credited\":0,\"creditedSum\":\"0.00\",\"even\":0,"
                        + "\"cut\":0,\"writtenOff\":\"0.00\"}");
        String all = home.good("figures", "--by", "service", "--json");
        assertThat(all).contains("\"service\":\"electricity\"", "\"bills\":30", "\"estimated\":20");
        assertThat(home.good("figures", "--from", "2020-06-01", "--by", "service", "--json"))
                .contains("\"bills\":10", "\"estimated\":0", "\"longestChain\":0");
        assertThat(home.good("figures").lines()).hasSize(4);
    }

    @Test
    void theLedgerBalances() {
        String text = home.good("ledger", "balance");
        assertThat(text)
                .contains("assets:receivable", "revenue:electricity:energy")
                .endsWith("0.00\n");
    }

    @Test
    void amountsForAPersonAreGroupedByThousands() {
        String[][] screens = {{"ledger", "balance"}, {"run", "list"}, {"run", "show", "2"}, {"figures"}};
        for (String[] screen : screens) {
            assertThat(home.good(screen))
                    .as(String.join(" ", screen))
                    .containsPattern("[0-9]\\.[0-9]{2}")
                    .doesNotContainPattern("[0-9]{4}\\.[0-9]{2}");
        }
        assertThat(home.good("run", "list")).containsPattern("[0-9],[0-9]{3}\\.[0-9]{2}");
    }

    @Test
    void hledgerAcceptsTheJournalAndHasOurBalances() throws IOException, InterruptedException {
        Hledger.require();
        Path journal = folder.resolve("books.journal");
        home.good("ledger", "export", "--format", "hledger", "--out", journal.toString());
        assertThat(Hledger.check(journal)).isEmpty();
        assertThat(home.good("ledger", "balance", "--json")).isEqualTo(Hledger.balances(journal));
    }

    @Test
    void everyFormatHoldsEveryPostingAndTheSameBytesAgain() throws IOException {
        List<Integer> counts = List.of(
                export("csv").size() - 1,
                export("jsonl").stream()
                        .mapToInt(line -> line.split("\"amount\"").length - 1)
                        .sum(),
                (int) export("hledger").stream()
                        .filter(line -> line.startsWith("    "))
                        .count());
        assertThat(counts).allMatch(count -> count > 100 && count.equals(counts.getFirst()));
        assertThat(export("jsonl")).isEqualTo(export("jsonl"));
    }

    private static List<String> export(String format) throws IOException {
        Path file = folder.resolve("entries." + format);
        home.good("ledger", "export", "--format", format, "--out", file.toString());
        return Files.readAllLines(file);
    }

    @Test
    void aFormatThatIsNotThereAndAHomeThatIsNoneAreNamed() {
        assertThat(home.wrong("ledger", "export", "--format", "xls")).contains("hledger, csv or jsonl");
        CommandHome none = CommandHome.withItsOwnServer(folder.resolve("nothing"));
        assertThat(none.expect(ExitCode.FAILED, "ledger", "balance").err()).contains("is no home of Taswiya");
    }
}
