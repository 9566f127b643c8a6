package org.taswiya.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taswiya.cli.command.ExitCode;

/// A household that does not pay, by the rules of Casablanca, which charges no interest, and of a utility beside it
/// that does.
final class InterestCommandTest {
    @TempDir
    private static Path folder;

    private static CommandTown town = new CommandTown(Path.of("unset"));

    @BeforeAll
    static void aBill() throws IOException {
        town = CommandTown.withBills(folder, 120);
    }

    @Test
    void aUtilityThatChargesNoneSaysSo() {
        assertThat(town.good("interest", "2020-06", "--on", "2020-07-01", "--why", "June"))
                .isEqualTo("0.00 DH of interest on 0 items for 2020-06: the utility charges none.\n");
    }

    @Test
    void whoeverPaysLateIsChargedOnce() throws IOException {
        Path utilities = withInterest();
        assertThat(june(utilities, "--dry-run", "--json")).contains("\"days\":30,\"amount\":\"1.06\"}");
        assertThat(june(utilities, "--dry-run")).contains("Nothing stored; it would be 1.06 DH of interest on 1 item");
        assertThat(june(utilities)).contains(": 1.06 DH for 30 days\n", "1.06 DH of interest on 1 item for 2020-06.\n");
        assertThat(june(utilities)).isEqualTo("0.00 DH of interest on 0 items for 2020-06.\n");
        assertThat(town.good("ledger", "balance", "--chart")).contains("7381", "Intérêts et produits assimilés");
    }

    @Test
    void aMonthIsOverAndNamedRightly() {
        assertThat(town.refused("interest", "June", "--why", "x"))
                .satisfies(said -> assertThat(said.err()).contains("'June' is no month; expected one as 2020-09"));
        assertThat(town.refused("interest", "2020-06", "--on", "2020-06-30", "--why", "x")
                        .err())
                .contains("2020-06 is booked after its end and by today");
    }

    private static String june(Path utilities, String... more) {
        Stream<String> june = Stream.of(
                "interest", "2020-06", "--on", "2020-07-01", "--why", "June", "--utilities", utilities.toString());
        String[] words = Stream.concat(june, Stream.of(more)).toArray(String[]::new);
        CommandHome.Said said = town.home().run(words);
        assertThat(said.code()).as(said.toString()).isEqualTo(ExitCode.GOOD);
        return said.out().replace('\u00A0', ' ').replace('\u202F', ' ');
    }

    /// Casablanca with the interest that is its example, for households.
    private static Path withInterest() throws IOException {
        return town.utilities("interest.yaml", _ -> """
                interest:
                  - class: household
                    rates: [{ from: 2020-01-01, yearly: 0.10 }]
                    graceDays: 15
                    least: 0.50
                    dueDays: 18
                """);
    }
}
