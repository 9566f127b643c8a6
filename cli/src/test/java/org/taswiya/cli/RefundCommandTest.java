package org.taswiya.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.taswiya.cli.CommandHome.Said;
import org.taswiya.cli.command.ExitCode;

/// Credits that go back, command by command: two households, each with one bill of 129.46.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class RefundCommandTest {
    private static final String ONE = "0000000001";
    private static final String IBAN = "GB82WEST12345698765432";

    @TempDir
    private static Path folder;

    private static CommandTown town = new CommandTown(Path.of("unset"));

    @BeforeAll
    static void oneHasACredit() throws IOException {
        town = CommandTown.withBills(folder, 120, 120);
        town.good(
                "bank",
                "add",
                "bmce",
                BankFile.RIB,
                "--bic",
                "BMCEMAMC",
                "--holder",
                "Regie",
                "--refund-limit",
                "50",
                "--why",
                "contract");
        town.good("pay", ONE, "429.46", "--by", "transfer", "--till", "main", "--on", "2020-03-10");
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

    private static String balance(String account) {
        Matcher found =
                Pattern.compile("\"" + account + "\":\"([^\"]*)\"").matcher(town.good("ledger", "balance", "--json"));
        return found.find() ? found.group(1) : "none";
    }

    @Test
    @Order(1)
    void onlyCreditThatNothingIsOwedAgainstCanGo() {
        assertThat(refused("refund", "ask", ONE, "--amount", "300.01", "--bank", "bmce", "--to", IBAN, "--why", "x"))
                .contains("more-than-free-credit");
        assertThat(refused("refund", "ask", "0000000002", "--bank", "bmce", "--to", IBAN, "--why", "x"))
                .contains("more-than-free-credit");
        assertThat(refused("refund", "ask", ONE, "--bank", "bmce", "--why", "x"))
                .contains("no-iban");
        assertThat(refused("refund", "ask", ONE, "--bank", "cih", "--to", IBAN, "--why", "x"))
                .contains("unknown-bank");
        assertThat(town.home()
                        .run("refund", "ask", ONE, "--bank", "bmce", "--to", IBAN + "1", "--why", "x")
                        .code())
                .isEqualTo(ExitCode.WRONG_USAGE);
    }

    @Test
    @Order(2)
    void aboveTheLimitItTakesTwo() {
        assertThat(ask("40")).startsWith("Refund RF0000000001 of 40.00 to GB82...5432 is asked for");
        ask("200");
        ask("100");
        assertThat(refused("refund", "ask", ONE, "--amount", "100", "--bank", "bmce", "--to", IBAN, "--why", "x"))
                .contains("already-asked: RF0000000003 of 100.00 to account " + ONE + " is asked");
        assertThat(town.good("refund", "approve", "1", "--author", "amal", "--why", "small"))
                .contains("is approved");
        assertThat(refused("refund", "approve", "RF0000000002", "--author", "amal", "--why", "x"))
                .contains("same-person");
        assertThat(town.good("refund", "approve", "2", "--author", "badr", "--why", "checked"))
                .contains("approved");
        assertThat(refused("refund", "approve", "3", "--author", "badr", "--why", "x"))
                .contains("more-than-free-credit", "60.00 is free now");
        assertThat(town.good("refund", "refuse", "3", "--author", "badr", "--why", "too much"))
                .contains("refused");
        assertThat(refused("refund", "approve", "2", "--author", "badr", "--why", "x"))
                .contains("already-decided");
        assertThat(balance("liabilities:refunds-to-pay")).isEqualTo("-240.00");
        assertThat(balance("liabilities:customer-credit")).isEqualTo("-60.00");
    }

    private static String ask(String amount) {
        return town.good(
                "refund",
                "ask",
                ONE,
                "--amount",
                amount,
                "--bank",
                "bmce",
                "--to",
                IBAN,
                "--author",
                "amal",
                "--why",
                "moved away");
    }

    @Test
    @Order(3)
    void eachIsSentOnce() throws IOException {
        Path file = folder.resolve("out.xml");
        assertThat(town.good("refund", "send", "--bank", "bmce", "--file", file.toString(), "--why", "weekly"))
                .startsWith("Order TSW0000000001, 2 for 240.00 DH together");
        assertThat(Files.readString(file)).contains("<CtrlSum>240.00</CtrlSum>", "<EndToEndId>RF0000000002<");
        Path next = folder.resolve("next.xml");
        assertThat(refused("refund", "send", "--bank", "bmce", "--file", next.toString(), "--why", "w"))
                .contains("nothing-to-send");
        assertThat(next).doesNotExist();
        town.good("refund", "send", "--again", "TSW0000000001", "--file", next.toString(), "--why", "lost");
        assertThat(next).hasSameTextualContentAs(file);
        assertThat(town.home()
                        .run("refund", "send", "--bank", "bmce", "--file", file.toString(), "--why", "w")
                        .code())
                .isEqualTo(ExitCode.WRONG_USAGE);
    }

    @Test
    @Order(4)
    void theStatementShowsThatOneWentAndOneCameBack() throws IOException {
        BankFile went = new BankFile("S1", "2020-03-20", "500.00")
                .entry("B1", "-240.00", "<Refs><PmtInfId>TSW0000000001</PmtInfId></Refs>");
        assertThat(town.good("reconcile", went.in(folder).toString())).contains("refund: 2, -240.00 DH");
        assertThat(balance("liabilities:refunds-to-pay")).isIn("none", "0.00");
        BankFile back = new BankFile("S2", "2020-03-22", "260.00")
                .entry("B2", "40.00", BankFile.endToEnd("RF0000000001") + BankFile.returned("AC04"));
        assertThat(town.good("reconcile", back.in(folder).toString())).contains("refund-back: 1, 40.00 DH");
        assertThat(balance("liabilities:customer-credit")).isEqualTo("-100.00");
        assertThat(town.good("refund", "list")).contains("RF0000000001  back", "RF0000000002  paid");
        assertThat(town.good("reconcile", "balance", "bmce")).contains("ledger -200.00 DH, difference -500.00 DH");
    }

    @Test
    @Order(5)
    void whatThePersonKnowsToHaveFailedIsACreditAgain() {
        ask("100");
        town.good("refund", "approve", "4", "--author", "badr", "--why", "checked");
        assertThat(refused("refund", "failed", "4", "--why", "x")).contains("unknown-refund");
        town.good(
                "refund",
                "send",
                "--bank",
                "bmce",
                "--file",
                folder.resolve("o2.xml").toString(),
                "--why",
                "w");
        assertThat(town.good("refund", "failed", "4", "--why", "account closed"))
                .contains("a credit again");
        assertThat(balance("liabilities:customer-credit")).isEqualTo("-100.00");
    }

    @Test
    @Order(6)
    void moneyOfNobodyGoesBackToWhereItCameFrom() throws IOException {
        BankFile strange = new BankFile("S3", "2020-03-24", "300.00")
                .entry("B3", "77.00", BankFile.from("Stranger", IBAN) + BankFile.text("hello"));
        town.good("reconcile", strange.in(folder).toString());
        String waiting = town.good("reconcile", "list").lines().findFirst().orElseThrow();
        String number = waiting.substring(0, waiting.indexOf(' '));
        assertThat(town.good("reconcile", "return", number, "--author", "amal", "--why", "not ours"))
                .contains("RF0000000005 of 77.00 to GB82...5432");
        assertThat(refused("reconcile", "return", number, "--author", "amal", "--why", "not ours"))
                .contains("already-asked: RF0000000005 sends transaction");
        town.good("refund", "approve", "5", "--author", "badr", "--why", "checked");
        assertThat(town.good("reconcile", "list")).isEqualTo("Nothing waits.\n");
        assertThat(balance("liabilities:refunds-to-pay")).isEqualTo("-77.00");
        assertThat(town.good("reconcile", "balance", "bmce")).contains("difference -500.00 DH");
    }

    @Test
    @Order(7)
    void theSameAgainIsOnlyAskedForByWhoMeansIt() {
        ask("30");
        assertThat(town.good("refund", "approve", "6", "--author", "badr", "--why", "checked"))
                .contains("approved");
        assertThat(refused("refund", "ask", ONE, "--amount", "30", "--bank", "bmce", "--to", IBAN, "--why", "x"))
                .contains("already-asked: RF0000000006", "is approved", "--another");
        assertThat(town.good(
                        "refund",
                        "ask",
                        ONE,
                        "--amount",
                        "30",
                        "--bank",
                        "bmce",
                        "--to",
                        IBAN,
                        "--another",
                        "--why",
                        "two meters"))
                .contains("RF0000000007 of 30.00");
    }
}
