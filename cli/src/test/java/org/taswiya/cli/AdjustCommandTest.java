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

/// A bill that was wrong, corrected command by command: revenue and taxes fall together, and the month still ties.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class AdjustCommandTest {
    private static final String ONE = "0000000001";
    private static final String BILL = "0000000001AB";

    @TempDir
    private static Path folder;

    private static CommandTown town = new CommandTown(Path.of("unset"));

    @BeforeAll
    static void aBill() throws IOException {
        town = CommandTown.withABill(folder);
    }

    private static String ask(String amount, String reason, String... more) {
        List<String> asked = List.of(
                "adjust",
                "ask",
                ONE,
                "--amount=" + amount,
                "--reason",
                reason,
                "--evidence",
                "letter 17",
                "--why=error");
        return town.good(asked, more);
    }

    @Test
    @Order(1)
    void aSmallCorrectionIsBookedAtOnceWithItsTaxes() {
        assertThat(ask("-100", "billing-error", "--bill", BILL, "--on", "2020-04-02", "--reference", "L-17"))
                .startsWith("AJ0000000001  booked  0000000001  -100.00 DH  billing-error on bill " + BILL + ", by ");
        assertThat(ask("-100", "billing-error", "--bill", BILL, "--on", "2020-04-02", "--reference", "L-17"))
                .endsWith("; it was so before\n");
        assertThat(town.good("adjust", "show", "AJ0000000001"))
                .contains("value added tax in it: -", "evidence: letter 17");
    }

    @Test
    @Order(2)
    void theMonthTiesByRateAndInAll() {
        String april = town.good("ledger", "month", "2020-04");
        assertThat(april)
                .contains("VAT at 7 %", "VAT at 14 %", "VAT at 20 %", "adjusted")
                .doesNotContain("not told");
        assertThat(town.good("ledger", "check")).doesNotContain("differ from");
        assertThat(town.good("ledger", "balance", "--chart")).contains("4455", "7121");
    }

    @Test
    @Order(3)
    void aLargeOneWaitsForSomebodyElse() {
        assertThat(ask("-250", "goodwill", "--bill", BILL, "--author", "amal"))
                .contains("AJ0000000002  asked")
                .endsWith("by amal; it waits for somebody's approval\n");
        assertThat(town.home()
                        .expect(ExitCode.SOME_REFUSED, "adjust", "approve", "2", "--author", "amal", "--why", "x")
                        .err())
                .startsWith("taswiya: same-person: amal has asked for -250.00, which is not theirs to decide alone");
        assertThat(town.good("adjust", "list", "--waiting", "--json"))
                .contains("\"state\":\"asked\"")
                .hasLineCount(1);
        assertThat(town.good("adjust", "approve", "2", "--author", "badr", "--why", "seen"))
                .startsWith("AJ0000000002  booked");
        assertThat(town.good("adjust", "reverse", "AJ0000000002", "--why", "wrong account"))
                .startsWith("AJ0000000002  reversed");
        assertThat(town.good("adjust", "list", "--waiting")).isEqualTo("No adjustments.\n");
        assertThat(town.good("ledger", "balance", "--chart")).doesNotContain("no place");
    }

    @Test
    @Order(4)
    void whatIsPutOnIsPaidByItsNumber() {
        assertThat(ask("40", "damage", "--on", "2020-05-02"))
                .as("however little it is")
                .contains("AJ0000000003  asked");
        town.good("adjust", "approve", "3", "--author", "badr", "--why", "seen");
        assertThat(town.good("pay", ONE, "40", "--by", "cheque", "--till", "main", "--bill", "AJ0000000003"))
                .contains("40.00");
        assertThat(town.good("pay", "show", "--help")).isNotEmpty();
        assertThat(town.refused("adjust", "show", "AJ0000000009").err()).contains("there is no adjustment");
        assertThat(town.refused("adjust", "show", "bill").err()).contains("expected one as AJ0000000017");
        assertThat(town.home()
                        .expect(ExitCode.SOME_REFUSED, "adjust", "refuse", "3", "--why", "x")
                        .err())
                .contains("already-decided");
    }
}
