package org.taswiya.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.taswiya.cli.CommandHome.Said;
import org.taswiya.cli.command.ExitCode;

/// From the bills of seven months to a plan that is kept, reviewed, changed and ended, command by command, by the rules
/// and holidays of Casablanca.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class BudgetCommandTest {
    private static final String ONE = "0000000001";

    @TempDir
    private static Path folder;

    private static CommandTown town = new CommandTown(Path.of("unset"));

    @BeforeAll
    static void sevenMonths() throws IOException {
        town = CommandTown.ofOne(folder, 120, LocalDate.of(2020, 9, 1));
        for (String to : new String[] {"2020-05-01", "2020-08-01", "2020-09-01"}) {
            town.good("bill", "--to", to, "--on", "2020-09-03");
        }
    }

    private static Said budget(String... words) {
        String[] line = new String[words.length + 1];
        line[0] = "budget";
        System.arraycopy(words, 0, line, 1, words.length);
        return town.home().run(line);
    }

    private static String good(String... words) {
        Said said = budget(words);
        assertThat(said.code()).as(said.toString()).isEqualTo(ExitCode.GOOD);
        return said.out().replace('\u00A0', ' ').replace('\u202F', ' ');
    }

    private static String refused(String... words) {
        Said said = budget(words);
        assertThat(said.code()).as(said.toString()).isEqualTo(ExitCode.SOME_REFUSED);
        return said.err();
    }

    @Test
    @Order(1)
    void anOfferIsASimulation() {
        assertThat(good("offer", ONE, "--from", "2020-09-10"))
                .contains("a month, by: C00001: ", " billed for 213 days.")
                .contains("  1  2020-09-21  ", "  12  2021-08-23  ", "its end would bring a credit of ")
                .contains("Nothing was stored.");
        assertThat(good("offer", ONE, "--from", "2020-09-10", "--json")).contains("\"isOffered\":true,\"monthly\":\"");
        assertThat(refused("offer", ONE, "--from", "2020-09-10", "--amount", "99.50"))
                .startsWith("taswiya: wrong-amount: 99.50 a month");
        assertThat(refused("offer", ONE, "--from", "2021-03-01")).startsWith("taswiya: overdue: ");
        assertThat(good("list")).isEqualTo("No budget plans.\n");
        assertThat(budget("offer", ONE, "--amount", "x").err()).contains("'x' is no amount of money");
    }

    @Test
    @Order(2)
    void itIsOpenedAndShownWithItsSubtraction() {
        assertThat(good("open", ONE, "--from", "2020-09-10", "--why", "asked", "--author", "nadia", "--dry-run"))
                .startsWith("Nothing stored; it would be Budget plan 1 of account 0000000001: ");
        assertThat(good("open", ONE, "--from", "2020-09-10", "--amount", "150", "--why", "asked", "--author", "nadia"))
                .isEqualTo("Budget plan 1 of account 0000000001: 150.00 DH a month from 2020-09-10, kept, paid 0.00 DH"
                        + " of 0.00 DH\n");
        assertThat(refused("open", ONE, "--from", "2020-09-10", "--why", "again"))
                .startsWith("taswiya: running: ");
        town.good("pay", ONE, "150", "--by", "cheque", "--on", "2020-09-20");
        assertThat(good("show", "1", "--on", "2020-10-01"))
                .contains("kept, paid 150.00 DH of 150.00 DH\n", "  billed since     0.00 DH\n", "to pay\n")
                .contains("  1  2020-09-21  150.00 DH\n");
        assertThat(good("show", "1", "--json")).contains("\"openedBy\":\"nadia\",\"why\":\"asked\"");
        assertThat(budget("show", "9").code()).isEqualTo(ExitCode.WRONG_USAGE);
    }

    @Test
    @Order(3)
    void aReviewProposesAndChangesNothing() {
        assertThat(good("review", "--on", "2020-10-01"))
                .contains("Budget plan 1 of account 0000000001: 150.00 DH a month drifts, ")
                .contains(" a month is proposed\n1 looked at, 1 drifting.\n");
        assertThat(good("review", "--on", "2020-10-01", "--json")).contains("\"isDrifting\":true");
        assertThat(good("review", "--on", "2020-12-02"))
                .contains("broken since 2020-12-01, ", " to pay by 2020-12-01; for a next year ");
        assertThat(good("list", "--on", "2020-10-01")).contains("150.00 DH a month");
    }

    @Test
    @Order(4)
    void itIsChangedOnlyWhileItRuns() {
        assertThat(refused("change", "1", "200", "--why", "agreed")).startsWith("taswiya: not-running: ");
        assertThat(refused("end", "9", "--why", "x")).startsWith("taswiya: unknown-plan: ");
        assertThat(good("end", "1", "--on", "2020-10-05", "--why", "moves out")).contains(", ended, paid 150.00 DH");
        assertThat(good("review", "--on", "2020-12-02")).contains("ended since 2020-10-05, ", " to pay by 2020-11-04;");
    }

    @Test
    @Order(5)
    void theNoticeTellsOfAPlanThatRuns() {
        LocalDate today = LocalDate.now(ZoneId.systemDefault());
        town.good("pay", ONE, "5000", "--by", "cheque", "--on", "2020-12-03");
        good("open", ONE, "--from", today.toString(), "--amount", "150", "--why", "asked");
        for (String[] told : new String[][] {
            {"en", "You pay by budget plan 2: 150.00 DH by "},
            {"fr", "Vous payez par mensualités égales (plan 2) : 150,00 DH au plus tard le "},
            {"ar", "تؤدون أقساطًا شهرية متساوية"}
        }) {
            assertThat(town.good("bill", "show", "--account", ONE, "--lang", told[0])
                            .replaceAll("[\u2066-\u2069]", "")
                            .replace('\u00A0', ' ')
                            .replace('\u202F', ' '))
                    .contains(told[1]);
        }
        assertThat(town.good("bill", "show", "--account", ONE, "--json"))
                .contains("\"budgetPlans\":[{\"number\":2,\"state\":\"kept\"");
    }

    @Test
    @Order(6)
    void whoLeavesHasNoPlanAnyMore() {
        LocalDate today = LocalDate.now(ZoneId.systemDefault());
        town.good("agreement", "move-out", "C00001", "--on", today.toString(), "--estimate", "--why", "moved");
        assertThat(good("show", "2")).contains(", ended, paid ");
        assertThat(good("review")).contains("Budget plan 2 of account 0000000001: ended since " + today + ", ");
        assertThat(refused("change", "2", "200", "--why", "agreed"))
                .startsWith("taswiya: not-running: budget plan 2 is ended");
        assertThat(refused("offer", ONE, "--from", today.toString()))
                .startsWith("taswiya: left: the last agreement ends on " + today);
    }
}
