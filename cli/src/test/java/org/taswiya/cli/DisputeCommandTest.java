package org.taswiya.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.taswiya.cli.command.ExitCode;

/// A bill of 538.26 that is disputed, command by command, and what dunning makes of it.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class DisputeCommandTest {
    private static final String ONE = "0000000001";
    private static final String BILL = "0000000001AB";
    private static final List<String> OPEN = List.of(
            "dispute",
            "open",
            ONE,
            "--bill",
            BILL,
            "--reason",
            "meter-fault",
            "--evidence",
            "letter 17",
            "--why",
            "no");

    @TempDir
    private static Path folder;

    private static CommandTown town = new CommandTown(Path.of("unset"));

    @BeforeAll
    static void aBill() throws IOException {
        town = CommandTown.withABill(folder);
    }

    private static String open(String... more) {
        return town.good(OPEN, more);
    }

    @Test
    @Order(1)
    void whatIsDisputedIsNotDunned() {
        assertThat(open("--on", "2020-03-25"))
                .isEqualTo("Dispute 1 of account 0000000001: open, 538.26 DH of bill " + BILL
                        + ", meter-fault, since 2020-03-25, to be answered by 2020-04-24\n");
        assertThat(town.good("dun", "--on", "2020-04-01", "--dry-run"))
                .contains("reminder is held, dispute: dispute 1 of 538.26 since 2020-03-25");
        assertThat(town.good("dispute", "list", "--late", "--json")).contains("\"late\":true");
    }

    @Test
    @Order(2)
    void rejectedDunningGoesOnWhereItWas() {
        town.good("dispute", "resolve", "1", "--rejected", "--on", "2020-04-01", "--why", "tested, right");
        assertThat(town.good("dun", "--on", "2020-04-03", "--dry-run")).doesNotContain("gets reminder");
        assertThat(town.good("dun", "--on", "2020-04-04", "--dry-run")).contains("gets reminder");
        assertThat(town.good("dispute", "show", "1")).contains("answered by ", ": tested, right");
    }

    @Test
    @Order(3)
    void upheldItIsAdjusted() {
        open("--amount", "120", "--on", "2020-04-05");
        assertThat(town.refused("dispute", "resolve", "2", "--why", "x").err()).contains("--upheld");
        assertThat(town.good("dispute", "resolve", "2", "--upheld", "--on", "2020-04-06", "--why", "8 % too fast"))
                .contains("Dispute 2 of account 0000000001: settled, ");
        assertThat(town.good("adjust", "list", "--account", ONE)).contains("AJ0000000001  booked", "-120.00 DH");
        assertThat(town.home()
                        .expect(ExitCode.SOME_REFUSED, "dispute", "resolve", "2", "--rejected", "--why", "x")
                        .err())
                .contains("already-decided");
        assertThat(town.good("dispute", "list", "--open")).isEqualTo("No disputes.\n");
        assertThat(town.refused("dispute", "show", "9").err()).contains("there is no dispute 9");
        assertThat(town.good("ledger", "check")).doesNotContain("differ from");
    }

    @Test
    @Order(4)
    void whatIsNoItemIsRefusedInTheClerksWords() {
        String line = "dispute open " + ONE + " --bill XX --reason meter-fault --evidence letter --why no";
        CommandHome.Said mistyped = town.home().expect(ExitCode.SOME_REFUSED, line.split(" "));
        assertThat(mistyped.out()).isEmpty();
        assertThat(mistyped.err())
                .isEqualTo("taswiya: unknown-item: account 0000000001 has neither a bill nor any other item XX; check"
                        + " the number: a bill's has ten digits and the two letters that go with them\n");
    }
}
