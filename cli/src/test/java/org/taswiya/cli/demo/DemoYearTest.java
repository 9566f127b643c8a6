package org.taswiya.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taswiya.cli.CommandHome;
import org.taswiya.cli.Hledger;
import org.taswiya.cli.command.ExitCode;

/// The demo with a year of money, played once by forty customers: its books stand before somebody else's program.
final class DemoYearTest {
    @TempDir
    private static Path folder;

    private static CommandHome home = CommandHome.withItsOwnServer(Path.of("unset"));
    private static CommandHome.Said played = new CommandHome.Said(-1, "", "");

    @BeforeAll
    static void playOnce() {
        home = CommandHome.withItsOwnServer(folder.resolve("home"));
        played = home.run("demo", "--accounts", "40", "--year");
    }

    @Test
    void itEndsWithATrialBalanceOfTwelveClosedMonths() {
        assertThat(played.code()).as(played.toString()).isEqualTo(ExitCode.GOOD);
        assertThat(played.out())
                .contains("trial balance on 30 Jun 2020, 12 months closed", "✓ the books as they say")
                .doesNotContain("✗", "FAILED");
        assertThat(home.good("close", "list")
                        .lines()
                        .filter(line -> line.startsWith("2019-") || line.startsWith("2020-")))
                .hasSize(12);
    }

    @Test
    void moneyComesByEveryMeansAndSomeDoesNot() {
        assertThat(played.out())
                .contains("paid by cash", "paid by cheque", "paid by card", "paid by transfer", "paid by direct-debit")
                .contains("paid by collector", "fees of collectors")
                .containsPattern(Pattern.compile("^ +reminder +[1-9]", Pattern.MULTILINE))
                .containsPattern(Pattern.compile("^ +arranged in instalments +[1-9]", Pattern.MULTILINE));
        assertThat(home.good("arrange", "list").lines()).hasSizeGreaterThan(1);
        assertThat(home.good("ledger", "check")).endsWith("all as the books say\n");
    }

    @Test
    void hledgerAcceptsTheJournalOfTheYearAndHasOurBalances() throws IOException, InterruptedException {
        Hledger.require();
        Path journal = folder.resolve("year.journal");
        home.good("ledger", "export", "--format", "hledger", "--out", journal.toString());
        assertThat(Hledger.check(journal)).isEmpty();
        assertThat(home.good("ledger", "balance", "--json")).isEqualTo(Hledger.balances(journal));
    }

    @Test
    void itIsNotPlayedByMetersOfAFile() {
        assertThat(home.run("demo", "--year", "--histories", folder.toString()).code())
                .isEqualTo(ExitCode.WRONG_USAGE);
    }
}
