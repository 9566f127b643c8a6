package org.taswiya.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.taswiya.cli.CommandHome.Said;
import org.taswiya.cli.command.ExitCode;

/// February of a household that used 120 kWh and is billed in March, command by command.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class CloseCommandTest {
    private static final String ONE = "0000000001";

    @TempDir
    private static Path folder;

    private static CommandTown town = new CommandTown(Path.of("unset"));

    @BeforeAll
    static void oneBill() throws IOException {
        town = CommandTown.withBills(folder, 120);
    }

    private static String journal() throws IOException {
        Path file = folder.resolve("books.journal");
        town.good("ledger", "export", "--out", file.toString());
        return Files.readString(file);
    }

    @Test
    @Order(1)
    void aTrialSaysWhatWouldBeBookedAndStoresNothing() {
        assertThat(town.good("close", "2020-02", "--why", "books", "--dry-run"))
                .startsWith("2020-02 would be closed; nothing stored\n")
                .containsPattern("together +113\\.30\n")
                .contains("0 bills would have been made at its end");
        assertThat(town.good("close", "list")).isEqualTo("No month is closed.\n");
    }

    @Test
    @Order(2)
    void aClosedMonthIsListedAndItsAccrualIsTakenBack() throws IOException {
        assertThat(town.good("close", "2020-02", "--why", "books", "--author", "amina", "--json"))
                .contains("\"isStored\":true", "\"total\":\"113.30\"", "\"withheld\":0");
        assertThat(town.good("close", "list")).containsPattern("2020-02 +113\\.30 +0 +0 +amina: books");
        assertThat(journal())
                .contains("2020-02-29 (close/2020-02)", "2020-03-01 (close/2020-02/reversed)", "assets:unbilled");
        assertThat(town.good("ledger", "balance", "--chart", "--on", "2020-02-29"))
                .contains("3427", "113.30");
        assertThat(town.good("ledger", "balance", "--on", "2020-03-01")).containsPattern(" 0\\.00  assets:unbilled");
    }

    @Test
    @Order(3)
    void theMonthSaysWhatOfItIsClosingAndWhatBills() {
        assertThat(town.good("ledger", "month", "2020-02"))
                .containsPattern("closing: supplied and not billed, less taken back +113\\.30\n")
                .containsPattern("in the ledger +113\\.30\n");
        assertThat(town.good("ledger", "month", "2020-03"))
                .containsPattern("electricity energy, block 1 +84\\.96 +84\\.96\n")
                .containsPattern("less taken back +-113\\.30\n")
                .containsPattern("in the ledger +0\\.00\n")
                .containsPattern("VAT at 14 % +105\\.40 +14\\.76\n")
                .containsPattern("VAT in the ledger +16\\.16\n");
        assertThat(town.good("ledger", "month", "2020-03", "--json"))
                .contains("{\"rate\":\"0.14\",\"base\":\"105.40\",\"tax\":\"14.76\"}", "\"taxNotToldApart\":\"0.00\"");
        assertThat(town.home().run("ledger", "month", "June").err()).contains("'June' is no month");
    }

    @Test
    @Order(4)
    void moneyOfAClosedMonthIsBookedOnTheFirstOpenDay() throws IOException {
        town.good("close", "2020-03", "--why", "books");
        town.good("pay", ONE, "10", "--by", "transfer", "--on", "2020-03-30");
        assertThat(journal()).contains("2020-04-01 (payment/R0000000001AB)");
        assertThat(town.good("ledger", "check")).isNotEmpty();
    }

    @Test
    @Order(5)
    void whatCannotBeClosedIsRefusedWithTheReason() {
        Said again = town.home().run("close", "2020-02", "--why", "books");
        assertThat(again.code()).isEqualTo(ExitCode.SOME_REFUSED);
        assertThat(again.err()).contains("closed-already: 2020-02 is closed already");
        Said early = town.home().run("close", "2999-01", "--why", "books");
        assertThat(early.code()).isEqualTo(ExitCode.SOME_REFUSED);
        assertThat(early.err()).contains("not-over: 2999-01 ends on 2999-01-31");
        Said wrong = town.home().run("close", "June", "--why", "books");
        assertThat(wrong.code()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(wrong.err()).contains("'June' is no month; expected one as 2020-06");
    }

    @Test
    @Order(6)
    void aMonthThatNobodyClosedByItselfIsShownAsClosedWithTheNextOne() {
        town.good("close", "2020-06", "--why", "books");
        assertThat(town.good("close", "list").lines().map(line -> line.strip().split(" ")[0]))
                .containsSubsequence("2020-06", "2020-05", "2020-04", "2020-03", "2020-02");
        assertThat(town.good("close", "list")).containsPattern("2020-04 +- +- +- +not by itself, with 2020-06");
        assertThat(town.good("close", "list", "--json")).contains("{\"month\":\"2020-05\",\"closedWith\":\"2020-06\"}");
    }
}
