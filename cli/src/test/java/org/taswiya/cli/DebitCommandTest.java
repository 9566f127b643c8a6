package org.taswiya.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.taswiya.cli.CommandHome.Said;
import org.taswiya.cli.command.ExitCode;

/// Direct debits, command by command: four households, each with one bill of 129.46, three of them with a mandate.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class DebitCommandTest {
    private static final String IBAN = "GB82WEST12345698765432";
    private static final String FIRST = "DD0000000001-1";
    private static final String SECOND = "DD0000000001-2";

    @TempDir
    private static Path folder;

    private static CommandTown town = new CommandTown(Path.of("unset"));

    @BeforeAll
    static void threeMandates() throws IOException {
        town = CommandTown.withBills(folder, 120, 120, 120, 120);
        bank();
        mandate("M1", "0000000001");
        mandate("M2", "0000000002");
        mandate("M3", "0000000003", "--limit", "129.45");
    }

    private static void bank(String... more) {
        String[] words = {
            "bank", "add", "bmce", BankFile.RIB, "--bic", "BMCEMAMC", "--holder", "Regie", "--why", "contract"
        };
        String[] all = Arrays.copyOf(words, words.length + more.length);
        System.arraycopy(more, 0, all, words.length, more.length);
        town.good(all);
    }

    private static Said add(String name, String account, String iban, String... more) {
        String[] words = {
            "mandate", "add", name, account, iban, "--holder", "A. Alami", "--signed", "2020-02-01", "--why", "form"
        };
        String[] all = Arrays.copyOf(words, words.length + more.length);
        System.arraycopy(more, 0, all, words.length, more.length);
        return town.home().run(all);
    }

    private static void mandate(String name, String account, String... more) {
        assertThat(add(name, account, IBAN, more).out()).startsWith("Kept: mandate " + name);
    }

    @AfterEach
    void theBooksHold() {
        assertThat(town.good("ledger", "check")).isNotEmpty();
    }

    private static String refused(String... words) {
        Said said = town.home().run(words);
        assertThat(said.code()).as(said.toString()).isEqualTo(ExitCode.SOME_REFUSED);
        return said.err();
    }

    private static Said collect(String file) {
        return town.home()
                .run(
                        "debit",
                        "collect",
                        "--bank",
                        "bmce",
                        "--due",
                        "2020-12-31",
                        "--file",
                        folder.resolve(file).toString(),
                        "--why",
                        "march");
    }

    @Test
    @Order(1)
    void aMandateHoldsOrIsRefused() {
        assertThat(add("M4", "0000000001", IBAN).err()).contains("mandate-not-free");
        assertThat(add("M1", "0000000004", IBAN).err()).contains("mandate-not-free");
        assertThat(add("M4", "0000000009", IBAN).err()).contains("unknown-account");
        assertThat(add("M4", "0000000004", IBAN + "0").code()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(add("M4", "0000000004", "011519000001205000534922").code()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(town.good("mandate", "list"))
                .contains("0000000001  M1  GB82...5432")
                .doesNotContain(IBAN);
    }

    @Test
    @Order(2)
    void eachItemIsCollectedOnce() throws IOException {
        assertThat(collect("a.xml").err()).contains("no-creditor");
        bank("--creditor", "MA12ZZZ0001");
        assertThat(collect("a.xml").out()).startsWith("Order TSW0000000001, 2 for 258.92 DH together");
        assertThat(Files.readString(folder.resolve("a.xml")))
                .contains("<NbOfTxs>2</NbOfTxs>", "<CtrlSum>258.92</CtrlSum>", "<EndToEndId>" + FIRST)
                .contains("<SeqTp>FRST</SeqTp>", "bill 0000000001AB, account 0000000001");
        assertThat(town.good("debit", "list").lines()).hasSize(2);
        assertThat(collect("b.xml").err()).contains("nothing-to-send"); // the third is above its limit
    }

    @Test
    @Order(3)
    void theStatementShowsWhatWasCollected() throws IOException {
        BankFile whole = new BankFile("S1", "2020-03-20", "0")
                .entry("B1", "258.92", "<Refs><PmtInfId>TSW0000000001</PmtInfId></Refs>");
        assertThat(town.good("reconcile", whole.in(folder).toString()))
                .contains("collection: 2, 258.92 DH", "difference 0.00 DH");
        assertThat(town.good("pay", "list")).contains("129.46 DH by direct-debit on 2020-03-20");
        assertThat(town.good("debit", "list")).isEqualTo("Nothing is in collection.\n");
    }

    @Test
    @Order(4)
    void whatComesBackIsOpenAgainAndMayBeCollectedAgain() throws IOException {
        BankFile back = new BankFile("S2", "2020-03-24", "258.92")
                .entry("B2", "-129.46", BankFile.endToEnd(SECOND) + BankFile.returned("AM04"));
        assertThat(town.good("reconcile", back.in(folder).toString())).contains("reversal: 1, -129.46 DH");
        assertThat(collect("c.xml").out()).startsWith("Order TSW0000000002, 1 for 129.46 DH together");
        assertThat(Files.readString(folder.resolve("c.xml"))).contains("<SeqTp>RCUR</SeqTp>");
        BankFile again = new BankFile("S3", "2020-03-25", "129.46")
                .entry("B3", "-129.46", BankFile.endToEnd(FIRST) + BankFile.returned("AM04"))
                .entry("B4", "-129.46", BankFile.endToEnd(FIRST) + BankFile.returned("AM04"));
        assertThat(town.good("reconcile", again.in(folder).toString()))
                .contains("reversal: 1, -129.46 DH", "waiting: 1, -129.46 DH"); // no payment comes back twice
    }

    @Test
    @Order(5)
    void whatWasNeverCollectedIsFreeAgain() {
        assertThat(town.good("debit", "returned", "DD0000000002-1", "--why", "account closed"))
                .contains("free again");
        assertThat(refused("debit", "returned", "DD0000000002-1", "--why", "x")).contains("not-in-collection");
        town.good("mandate", "end", "M2", "--why", "revoked");
        assertThat(refused("mandate", "end", "M2", "--why", "revoked")).contains("mandate-not-free");
        assertThat(collect("d.xml").out()).startsWith("Order TSW0000000003, 1 for 129.46 DH together"); // the first's
    }

    @Test
    @Order(6)
    void paidAtATillMeanwhileItIsACredit() throws IOException {
        town.good("pay", "0000000001", "129.46", "--by", "card", "--till", "anfa", "--on", "2020-03-26");
        BankFile late =
                new BankFile("S4", "2020-03-27", "-129.46").entry("B5", "129.46", BankFile.endToEnd("DD0000000003-1"));
        assertThat(town.good("reconcile", late.in(folder).toString())).contains("collection: 1, 129.46 DH");
        assertThat(town.good("pay", "list", "--account", "0000000001", "--json"))
                .contains("\"by\":\"direct-debit\"", "\"credit\":\"129.46\"");
    }
}
