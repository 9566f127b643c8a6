package org.taswiya.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.taswiya.cli.CommandHome.Said;
import org.taswiya.cli.command.ExitCode;

/// From a bill to an order that cuts a supply and one that gives it back, command by command, by the steps of
/// Casablanca: two households, each with a bill for 320 kWh, due on 21 March 2020.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class DunCommandTest {
    private static final String ONE = "0000000001";

    @TempDir
    private static Path folder;

    private static CommandTown town = new CommandTown(Path.of("unset"));

    @BeforeAll
    static void twoBills() throws IOException {
        town = CommandTown.withBills(folder, 320, 320);
    }

    private static Said dun(String... words) {
        String[] line = new String[words.length + 1];
        line[0] = "dun";
        System.arraycopy(words, 0, line, 1, words.length);
        return town.home().run(line);
    }

    private static String good(String... words) {
        Said said = dun(words);
        assertThat(said.code()).as(said.toString()).isEqualTo(ExitCode.GOOD);
        return said.out();
    }

    @Test
    @Order(1)
    void whatIfSaysWhoWouldGetWhatAndWhatKeepsItBack() {
        assertThat(good("stop", "0000000002", "--for", "dispute", "--from", "2020-03-20", "--why", "doubts it"))
                .startsWith("Stop 1 of account 0000000002: dispute from 2020-03-20, ");
        assertThat(good("--on", "2020-04-01", "--dry-run"))
                .contains("Account 0000000001, overdue ")
                .contains("gets reminder by sms\n")
                .contains("reminder is held, dispute: since 2020-03-20: doubts it\n")
                .endsWith("On 2020-04-01 items would get: reminder 1. Held: dispute 1. Not yet their day: 0."
                        + " Supplies to give back: 0. Nothing was stored.\n");
        assertThat(good("--on", "2020-04-01", "--dry-run", "--json"))
                .contains("\"sent\":\"reminder\",\"channel\":\"sms\"", "\"held\":\"dispute\"");
        assertThat(good("list")).isEqualTo("Nothing was sent.\n");
    }

    @Test
    @Order(2)
    void aRunSendsOnce() {
        assertThat(good("--on", "2020-04-01")).contains("items got: reminder 1.");
        assertThat(good("--on", "2020-04-01")).contains("items got: nothing.").contains("Not yet their day: 1.");
        assertThat(good("list", "--account", ONE))
                .contains("2020-04-01  0000000001  bill 0000000001AB  reminder by sms");
        assertThat(good("list", "--on", "2020-04-01", "--json")).contains("\"letter\":\"reminder\",\"fee\":\"0.00\"");
        assertThat(good("show", ONE, "--on", "2020-04-02")).contains("notice from 2020-04-11 on", "reminder by sms");
        assertThat(dun("--on", "2099-01-01").code()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(dun("show", "0000000009").code()).isEqualTo(ExitCode.WRONG_USAGE);
    }

    @Test
    @Order(3)
    void aDisconnectionIsProposedApprovedAndTakenBack() {
        good("--on", "2020-04-20", "--author", "night");
        good("--on", "2020-05-10", "--author", "night");
        assertThat(good("--on", "2020-06-01", "--author", "night")).contains("items got: disconnection 1.");
        assertThat(good("orders"))
                .startsWith("Order 1: disconnection of account 0000000001, proposed on 2020-06-01")
                .contains("waits for a person");
        assertThat(good("orders", "--json"))
                .startsWith("{\"order\":1,\"account\":\"0000000001\",\"kind\":\"disconnection\",")
                .contains("\"isWaiting\":true}");
        Said own = dun("approve", "1", "--on", "2020-06-02", "--author", "night", "--why", "x");
        assertThat(own.code()).isEqualTo(ExitCode.SOME_REFUSED);
        assertThat(own.err()).startsWith("taswiya: own-approval:");
        assertThat(good("approve", "1", "--on", "2020-06-02", "--author", "chief", "--why", "visited"))
                .contains("approved on 2020-06-02 by chief: visited");
        assertThat(good("orders")).isEqualTo("No orders.\n");
        assertThat(good("orders", "--json")).isEmpty();
        town.good("pay", ONE, "5000", "--by", "transfer", "--on", "2020-06-03");
        assertThat(good("--on", "2020-06-04", "--author", "night")).contains("Supplies to give back: 1.");
        assertThat(good("orders", "--all")).contains("Order 2: reconnection of account 0000000001", "ends order 1");
        assertThat(good("orders", "--all", "--json"))
                .contains("\"ends\":1", "\"isApproved\":true,\"decidedOn\":\"2020-06-02\",\"decidedBy\":\"chief\"");
    }

    @Test
    @Order(4)
    void aStopEnds() {
        assertThat(good("resume", "1", "--on", "2020-06-05", "--why", "settled"))
                .contains("to 2020-06-05");
        assertThat(good("--on", "2020-06-05")).contains("items got: reminder 1.");
        assertThat(dun("resume", "9", "--why", "x").code()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(dun("stop", ONE, "--for", "fun", "--why", "x").err())
                .contains("expected dispute, vulnerable or other");
        assertThat(dun("refuse", "1", "--why", "x").err()).contains("already-decided");
    }
}
