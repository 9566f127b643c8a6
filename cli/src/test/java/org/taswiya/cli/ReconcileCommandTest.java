package org.taswiya.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.taswiya.cli.CommandHome.Said;
import org.taswiya.cli.command.ExitCode;

/// A bank's statements, command by command: four households, each with one bill of 129.46.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class ReconcileCommandTest {
    private static final String PAYER = "MA64011519000001205000534921";

    @TempDir
    private static Path folder;

    private static CommandTown town = new CommandTown(Path.of("unset"));

    @BeforeAll
    static void fourBills() throws IOException {
        town = CommandTown.withBills(folder, 120, 120, 120, 120);
        town.good("bank", "add", "bmce", BankFile.RIB, "--bic", "BMCEMAMC", "--holder", "Regie", "--why", "contract");
    }

    @AfterEach
    void theBooksHold() {
        assertThat(town.good("ledger", "check")).isNotEmpty();
        Said balance = town.home().run("reconcile", "balance", "bmce");
        assertThat(balance.code()).as(balance.toString()).isIn(ExitCode.GOOD, ExitCode.WRONG_USAGE);
    }

    private static BankFile first() {
        return new BankFile("S1", "2020-03-20", "1000.00")
                .entry(
                        "B1",
                        "129.46",
                        BankFile.endToEnd("E1")
                                + BankFile.from("Alami", PAYER)
                                + BankFile.text("facture 0000 000 001 AB merci"))
                .entry("B2", "100.00", BankFile.text("client ٠٠٠٠-٠٠٠-٠٠٢"))
                .entry("B3", "129.46", BankFile.from("M. Client 3", PAYER) + BankFile.text("eau mars"))
                .entry("B4", "77.00", BankFile.text("0000000001 et 0000000002"))
                .entry("B5", "-12.00", BankFile.text("frais de tenue"));
    }

    private static Said reconcile(Path file, String... more) {
        String[] words = new String[more.length + 2];
        words[0] = "reconcile";
        words[1] = file.toString();
        System.arraycopy(more, 0, words, 2, more.length);
        return town.home().run(words);
    }

    @Test
    @Order(1)
    void aTrialStoresNothing() throws IOException {
        Said said = reconcile(first().in(folder), "--dry-run");
        assertThat(said.out())
                .startsWith("Nothing stored; new entries would be 5")
                .contains("payment: 2, 229.46 DH");
        assertThat(town.good("pay", "list")).isEqualTo("No payments.\n");
    }

    @Test
    @Order(2)
    void whatIsNamedIsPaidAndAllElseWaits() throws IOException {
        Said said = reconcile(first().in(folder), "--account", "bmce");
        assertThat(said.code()).as(said.toString()).isEqualTo(ExitCode.GOOD);
        assertThat(said.out())
                .startsWith("New entries: 5, in the books before: 0\n")
                .contains("  payment: 2, 229.46 DH\n", "  waiting: 3, 194.46 DH\n")
                .contains("statement 1,423.92 DH, ledger 423.92 DH, difference -1,000.00 DH")
                .contains("  -1,000.00 DH: on the account before statement S1\n");
        assertThat(town.good("pay", "list", "--account", "0000000001")).contains("129.46 DH by transfer on 2020-03-20");
    }

    @Test
    @Order(3)
    void theSameStatementAgainChangesNothing() throws IOException {
        assertThat(reconcile(first().in(folder), "--batch", "1").out())
                .startsWith("New entries: 0, in the books before: 5\n");
        assertThat(town.good("pay", "list").lines()).hasSize(2);
    }

    @Test
    @Order(4)
    void aStatementThatOverlapsBringsWhatIsNew() throws IOException {
        BankFile both = first().entry("B6", "29.46", BankFile.text("0000000002"));
        Files.writeString(folder.resolve("S1b.xml"), both.toString());
        assertThat(reconcile(folder.resolve("S1b.xml")).out()).startsWith("New entries: 1, in the books before: 5\n");
    }

    @Test
    @Order(5)
    void proposalsAreRankedByWhatSpeaksForThem() {
        assertThat(town.good("reconcile", "list").lines())
                .containsExactly(
                        "3  2020-03-20  129.46 DH  M. Client 3  0000000001 (same-payer, similar-name)",
                        "4  2020-03-20  77.00 DH  -  0000000001 (named)",
                        "5  2020-03-20  -12.00 DH  -  no proposal",
                        "Waiting: 3, in 206.46 DH, out -12.00 DH");
        assertThat(town.good("reconcile", "show", "3"))
                .contains("its account: MA64...4921", "perhaps 0000000001 (same-payer, similar-name)")
                .contains("perhaps 0000000003 (similar-name)");
    }

    @Test
    @Order(6)
    void aPersonDecides() {
        assertThat(town.good("reconcile", "assign", "3", "0000 000 003", "--why", "she called"))
                .isEqualTo("Transaction 3: payment R0000000004AE of account 0000000003\n");
        assertThat(town.good("reconcile", "assign", "5", "expenses:bank", "--why", "charges"))
                .isEqualTo("Transaction 5: booked to expenses:bank\n");
        Said again = town.home().run("reconcile", "assign", "3", "0000000003", "--why", "again");
        assertThat(again.code()).isEqualTo(ExitCode.SOME_REFUSED);
        assertThat(again.err()).contains("not-waiting");
        Said wrong = town.home().run("reconcile", "assign", "4", "expences", "--why", "x");
        assertThat(wrong.code()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(town.good("ledger", "balance")).contains("expenses:bank", "liabilities:bank-suspense");
    }

    @Test
    @Order(7)
    void aReturnReversesThePaymentThatItNames() throws IOException {
        BankFile next = new BankFile("S2", "2020-03-22", first().closing().toString())
                .entry("B7", "-129.46", BankFile.endToEnd("E1") + BankFile.returned("AC04"))
                .entry("B8", "-5.00", BankFile.endToEnd("E9") + BankFile.returned("AC04"));
        Said said = reconcile(next.in(folder));
        assertThat(said.out()).contains("reversal: 1, -129.46 DH", "waiting: 1, -5.00 DH");
        assertThat(said.out()).contains("  29.46 DH: in statements of the bank, and in none");
        assertThat(town.good("pay", "show", "R0000000001AB")).containsPattern("annulé le 22.mars.2020");
    }

    @Test
    @Order(8)
    void wrongFilesAreRefusedAndWriteNothing() throws IOException {
        String good = first().toString().replace("B1<", "N1<");
        refused(good.replace(BankFile.RIB, "011780000000000000000000"), "other-account", 4);
        refused(good.replace("2020-03-20</Dt></Book", "2999-03-20</Dt></Book"), "future-day", 8);
        refused(good.replace("\"MAD\"", "\"EUR\""), "other-currency", 6);
        refused(good.substring(0, good.length() / 2), "truncated", 9);
        Path file = Files.writeString(folder.resolve("x.xml"), good);
        assertThat(reconcile(file, "--account", "other").err()).contains("other-account");
    }

    private static void refused(String text, String reason, long line) throws IOException {
        Said said = reconcile(Files.writeString(folder.resolve("x.xml"), text));
        assertThat(said.code()).as(said.toString()).isEqualTo(ExitCode.SOME_REFUSED);
        assertThat(said.err()).contains("line " + line + ": " + reason + ": found");
    }

    @Test
    @Order(9)
    void theSameReferenceOnAnotherDayIsNotBooked() throws IOException {
        BankFile odd = new BankFile("S9", "2020-03-25", "0").entry("B1", "129.46", BankFile.text("0000000001"));
        Said said = reconcile(odd.in(folder));
        assertThat(said.code()).isEqualTo(ExitCode.SOME_REFUSED);
        assertThat(said.err()).contains("line 8: other-day: entry B1 of 129.46");
        assertThat(said.out()).startsWith("New entries: 0");
    }
}
