package org.taswiya.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taswiya.cli.command.ExitCode;

/// The books by the numbers of a country's chart of accounts.
final class LedgerChartTest {
    private static final String[] CHART = {"ledger", "balance", "--chart"};

    @TempDir
    private static Path folder;

    private static CommandTown town = new CommandTown(Path.of("unset"));

    @BeforeAll
    static void billTwoHouseholds() throws IOException {
        town = new CommandTown(folder);
        town.serve(2);
        town.plainMeters(2);
        town.read(1, 100, LocalDate.of(2020, 3, 1));
        town.read(2, 320, LocalDate.of(2020, 3, 1));
        town.bill("2020-03-01");
    }

    @Test
    void debitsAndCreditsStandBesideTheirNumbers() {
        String[] lines =
                town.good("ledger", "balance", "--chart", "--lang", "fr").split("\\R");
        assertThat(lines[0]).matches("3421 +Clients +[0-9.,]+ *");
        assertThat(lines[1]).matches("4455 +État, TVA facturée +[0-9.,]+");
        assertThat(lines[lines.length - 1].strip()).matches("([0-9.,]+) +\\1");
        assertThat(town.good("ledger", "balance", "--chart", "--json"))
                .contains("\"number\":\"7121\",\"kind\":\"revenue\"");
    }

    @Test
    void anAccountThatTheChartForgetsIsNamed() throws IOException {
        Path forgetful = folder.resolve("forgetful");
        Path utility = Files.createDirectories(forgetful.resolve("casablanca"));
        Files.writeString(utility.resolve("ledger.yaml"), """
                accounts:
                  - { number: "3421", kind: asset, names: { en: Customers }, of: [assets] }
                  - { number: "7121", kind: revenue, names: { en: Sales }, of: [revenue] }
                """);
        CommandHome.Said said = town.home().with(forgetful).expect(ExitCode.FAILED, CHART);
        assertThat(said.out()).isEmpty();
        assertThat(said.err()).contains("no place for liabilities:tax:TPPAN (", "liabilities:tax:VAT (");
    }

    @Test
    void aUtilityWithoutAChartIsToldWhichFileIsMissing() throws IOException {
        Path none = Files.createDirectories(folder.resolve("none"));
        assertThat(town.home().with(none).wrong(CHART))
                .contains("ledger.yaml is not there; expected the utility's chart of accounts");
    }
}
