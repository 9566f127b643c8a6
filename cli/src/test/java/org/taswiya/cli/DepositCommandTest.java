package org.taswiya.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.taswiya.cli.command.ExitCode;

/// A household that came before deposits were asked for: it is asked, pays, leaves and has it back.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class DepositCommandTest {
    private static final String ONE = "0000000001";

    @TempDir
    private static Path folder;

    private static CommandTown town = new CommandTown(Path.of("unset"));

    @BeforeAll
    static void twoHouseholds() throws IOException {
        town = new CommandTown(folder);
        town.serve(2);
        town.plainMeters(2);
        town.read(1, 120, LocalDate.of(2020, 3, 1));
    }

    @Test
    @Order(1)
    void itIsAskedOnce() {
        assertThat(town.good("deposit", "list")).isEqualTo("No deposits.\n");
        assertThat(town.good("deposit", "ask", "C00001", "--on", "2020-02-10", "--why", "new rule", "--trial"))
                .endsWith("Nothing was stored.\n");
        assertThat(town.good("deposit", "ask", "C00001", "--on", "2020-02-10", "--why", "new rule"))
                .isEqualTo(
                        "D0000000001 of C00001, account 0000000001: 300.00 DH, due 2020-02-25, paid 0.00 DH, held\n");
        CommandHome.Said again = town.home()
                .expect(ExitCode.SOME_REFUSED, "deposit", "ask", "C00001", "--on", "2020-02-11", "--why", "again");
        assertThat(again.out()).isEmpty();
        assertThat(again.err()).startsWith("taswiya: asked-already: D0000000001 was asked on 2020-02-10");
        assertThat(town.good("deposit", "ask", "C00002", "--on", "2020-02-10", "--why", "new rule", "--json"))
                .contains("\"deposit\":\"D0000000002\"", "\"paid\":\"0.00\"", "\"isStored\":true");
    }

    @Test
    @Order(2)
    void itIsPaidAsBillsAre() {
        town.good("pay", ONE, "300.00", "--by", "cheque", "--on", "2020-02-20");
        assertThat(town.good("deposit", "list", "--account", ONE)).contains("paid 300.00 DH, held");
        assertThat(town.good("deposit", "return", "--on", "2020-03-01", "--why", "daily"))
                .isEqualTo("0 given back, 0.00 DH of it settled what was owed\n");
    }

    @Test
    @Order(3)
    void itWaitsForTheFinalBillAndThenSettlesIt() {
        town.good("agreement", "move-out", "C00001", "--on", "2020-03-01", "--why", "moved");
        assertThat(town.home()
                        .expect(ExitCode.SOME_REFUSED, "deposit", "return", "--on", "2020-03-02", "--why", "daily")
                        .out())
                .contains("D0000000001 waits: C00001 has no final bill yet");
        town.good("bill", "--to", "2020-03-01", "--on", "2020-03-03");
        assertThat(town.good("deposit", "return", "--on", "2020-03-04", "--why", "daily"))
                .contains("paid 300.00 DH, given back on 2020-03-04", "1 given back, 129.46 DH of it settled");
        assertThat(town.good("deposit", "list", "--account", ONE, "--json"))
                .contains("\"returnedOn\":\"2020-03-04\"", "\"interest\":\"0.00\"");
        assertThat(town.home()
                        .expect(ExitCode.SOME_REFUSED, "agreement", "check", "--on", "2020-03-05", "--within", "0")
                        .out())
                .contains("refund since 2020-03-04", "170.54");
        town.good("ledger", "check");
    }

    @Test
    @Order(4)
    void whatPaidItBouncesAndItIsOwedAgain() {
        String receipt = town.good("pay", "list", "--account", ONE)
                .lines()
                .filter(line -> line.contains("300.00"))
                .map(line -> line.split(" ")[0])
                .findFirst()
                .orElseThrow();
        town.good("pay", "reverse", receipt, "--on", "2020-03-06", "--why", "no cover");
        assertThat(town.good("deposit", "list", "--account", ONE))
                .contains("given back on 2020-03-04", "300.00 DH owed again: what paid it was taken back");
        assertThat(town.good("deposit", "list", "--account", ONE, "--json")).contains("\"open\":\"300.00\"");
        town.good("ledger", "check");
    }
}
