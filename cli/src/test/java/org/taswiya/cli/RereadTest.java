package org.taswiya.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/// A reading is not believed, and a reader goes again: from the doubt over the next rounds to the bill, command by
/// command. Three households use 100, 200 and 300 kWh a month; on 1 April 2020 the first meter is written down as 9700
/// instead of 2700.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class RereadTest {
    private static final String MISREAD = "high-use";

    @TempDir
    private static Path folder;

    private static CommandTown town = CommandTown.withItsOwnServer(Path.of("unset"));

    @BeforeAll
    static void aRoundIsWalked() throws IOException {
        town = new CommandTown(folder);
        town.serve(3);
        town.plainMeters(3);
        for (int i = 1; i <= 3; i++) {
            town.read(i, 100 * i, LocalDate.of(2020, 3, 1));
        }
        town.bill("2020-03-01");
        town.route("ANFA-1", "E2", "E1", "E3");
        assertThat(plan("2020-04-01")).endsWith(": 3 orders.\n");
        town.take(
                "route",
                CommandTown.rows(
                        CommandTown.VISITS,
                        "E2;;01/04/2020;09:00;5400;;;;;A7",
                        "E1;;01/04/2020;09:10;9700;DIV;;;;A7",
                        "E3;;01/04/2020;09:20;8100;;;;;A7"));
    }

    private static String plan(String day) {
        String next = LocalDate.parse(day).plusDays(1).toString();
        return town.good("round", "plan", "--route", "ANFA-1", "--from", day, "--to", next, "--why", "monthly");
    }

    /// The last three columns of the orders of a round: those of a re-read.
    private static List<String> marks(String... orders) {
        return town.good(orders)
                .lines()
                .map(line -> line.split(",", -1))
                .map(RereadTest::mark)
                .toList();
    }

    private static String mark(String[] columns) {
        int n = columns.length;
        return columns[2] + " " + columns[n - 3] + " " + columns[n - 2] + " " + columns[n - 1];
    }

    @Test
    @Order(1)
    void whatIsOrderedIsInTheRoundAtOnce() {
        assertThat(town.good("suspect", "list")).contains("E1", MISREAD, "1 waiting");
        assertThat(marks("round", "orders", "1"))
                .containsExactly("usage_point reread found why", "E2   ", "E1   ", "E3   ");
        assertThat(town.good("suspect", "reread", "E1", "2020-04-01", "--why", "a 2 looks like a 9"))
                .isEqualTo("""
                        E1 on 2020-04-01: read again
                        The next round of route ANFA-1 asks for it.
                        """);
        assertThat(marks("round", "orders", "1", "--rereads"))
                .hasSize(2)
                .last()
                .asString()
                .startsWith("E1 2020-04-01 ")
                .contains(MISREAD)
                .endsWith("a 2 looks like a 9");
    }

    @Test
    @Order(1)
    void whatIsNotThereIsSaidBeforeAnyHeading() {
        CommandHome.Said said = town.refused("round", "orders", "99");
        assertThat(said.out()).isEmpty();
        assertThat(said.err()).contains("There is no round 99");
        assertThat(town.refused("route", "lay", "ANFA-9", "src", "--why", "x").err())
                .contains("src is a folder; expected");
    }

    @Test
    @Order(1)
    void aRouteOfAnyOtherProgramIsReadOrRefusedWithTheReason() throws IOException {
        Path marked = Files.writeString(folder.resolve("marked.txt"), "\uFEFFE1\r\n\r\n E3 \r\n");
        assertThat(town.good("route", "lay", "ANFA-9", marked.toString(), "--why", "x", "--trial"))
                .isEqualTo("Route ANFA-9 passes 2 usage points. Nothing was stored.\n");
        assertThat(town.refused("route", "lay", "ANFA 9", marked.toString(), "--why", "x")
                        .err())
                .contains("'ANFA 9' is no name of a route; expected up to 40 letters");
        Path french = Files.write(folder.resolve("french.txt"), new byte[] {'E', (byte) 0xe9, '\n'});
        assertThat(town.refused("route", "lay", "ANFA-9", french.toString(), "--why", "x")
                        .err())
                .contains("french.txt is not written in UTF-8; expected a file with one usage point a line");
    }

    /// What the reader who misread has left answers nothing: neither his value nor his remark.
    @Test
    @Order(2)
    void itIsOpenInTheRoundInWhichItWasDoubted() {
        assertThat(town.good("round", "report", "1"))
                .contains("E1 ", "open", "re-read of 2020-04-01", "a 2 looks like a 9")
                .contains("2 of 3 orders are done")
                .contains("Of these to be read again: 1, still open: 1.");
    }

    @Test
    @Order(3)
    void nobodyIsAtHomeAndTheNextRoundAsksAgain() throws IOException {
        town.bill("2020-04-01");
        assertThat(town.good("bill", "show", "--account", "0000000001", "--json"))
                .contains("\"basis\":\"estimate\",\"method\":\"");
        assertThat(plan("2020-05-01")).endsWith(": 3 orders, with 1 re-read.\n");
        town.take(
                "route",
                CommandTown.rows(
                        CommandTown.VISITS, "E2;;01/05/2020;09:00;5600;;;;;A7", "E1;;01/05/2020;09:10;;ABS;;;;A7"));
        assertThat(town.good("round", "report", "2"))
                .contains("not-read", "no-access", "Of these to be read again: 1, still open: 1.");
        assertThat(plan("2020-06-01")).endsWith(": 3 orders, with 1 re-read.\n");
        assertThat(marks("round", "orders", "3")).anyMatch(line -> line.startsWith("E1 2020-04-01"));
    }

    /// Of 30 April: a day after the doubted one, in no round.
    @Test
    @Order(4)
    void aReadingOfALaterDayEndsItWhicheverWayItCame() throws IOException {
        town.take("readings", CommandTown.rows(CommandTown.READINGS, "E1,2020-03-20,2665"));
        assertThat(marks("round", "orders", "3", "--rereads"))
                .as("of a day before")
                .hasSize(2);
        town.take("readings", CommandTown.rows(CommandTown.READINGS, "E1,2020-05-20,2863"));
        assertThat(marks("round", "orders", "3", "--rereads")).hasSize(1);
        assertThat(town.good("round", "report", "2"))
                .contains("no-access", "read on 2020-05-20", "Of these to be read again: 1, still open: 0.");
        assertThat(plan("2020-07-01")).endsWith(": 3 orders.\n");
    }

    @Test
    @Order(5)
    void aRereadThatIsDoubtfulAgainIsNoAnswerUntilSomebodyAcceptsIt() throws IOException {
        town.take("route", CommandTown.rows(CommandTown.VISITS, "E3;;01/06/2020;09:00;1000;;;;;A7"));
        town.good("suspect", "reread", "E3", "2020-06-01", "--why", "lower");
        assertThat(marks("round", "orders", "4", "--rereads")).hasSize(2);
        town.take("route", CommandTown.rows(CommandTown.VISITS, "E3;;01/07/2020;09:00;19000;;;;;A7"));
        assertThat(town.good("round", "report", "4", "--json"))
                .contains("\"usagePoint\":\"E3\"", "\"reread\":\"2020-06-01\"")
                .containsOnlyOnce("\"reread\":\"2");
        assertThat(town.good("round", "report", "4")).contains("Of these to be read again: 1, still open: 1.");
        town.good("suspect", "accept", "E3", "2020-07-01", "--why", "a workshop");
        assertThat(town.good("round", "report", "4")).contains("Of these to be read again: 1, still open: 0.");
    }

    /// 1 March 2600, 20 May 2863: the days between are what the two say, and nothing of the misread value.
    @Test
    @Order(6)
    void theBillRestsOnTheReread() throws IOException {
        town.bill("2020-06-01");
        assertThat(town.bill("C00001", "2020-06-01").text())
                .contains("\"2863\"")
                .doesNotContain("\"9700\"");
        town.verify();
        assertThat(town.good("ledger", "balance")).endsWith("0.00\n");
    }
}
