package org.taswiya.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;

/// A clerk's summer at a small utility, command by command: April and May on estimates, June held by checks and
/// decided, some accounts billed off the cycle, July by the calendar. The households are
/// [TenCustomers].
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class BeforeABillLeavesTest {
    @TempDir
    private static Path folder;

    private static CommandHome home = CommandHome.withItsOwnServer(Path.of("unset"));

    @BeforeAll
    static void aStrictUtility() throws IOException {
        Path utilities = folder.resolve("utilities");
        home = CommandHome.onTestServer(folder.resolve("home")).with(utilities);
        try (Database database = home.open()) {
            TenCustomers.fill(database);
        }
        Path strict = Files.createDirectories(utilities.resolve("casablanca"));
        Path tariffs = Files.createDirectories(strict.resolve("tariffs"));
        try (Stream<Path> books = Files.list(Path.of("..", "utilities", "casablanca", "tariffs"))) {
            for (Path book : books.toList()) {
                Files.copy(book, tariffs.resolve(book.getFileName()));
            }
        }
        Files.writeString(strict.resolve("policies.yaml"), """
                estimation: { chain: [two-years, last-year, recent-average], inARowMost: 6 }
                settlement: { allocation: days }
                checks:
                  billAbove: { household: 400, default: none }
                """);
        Files.writeString(strict.resolve("calendar.yaml"), """
                cycles:
                  - name: monthly
                    ends: { from: 2020-04-01, everyMonths: 1 }
                    reading: { daysBefore: 3, daysAfter: 2 }
                    billing: { firstDay: 0, lastDay: 9 }
                    dueDays: 30
                """);
    }

    @Test
    @Order(1)
    void aCycleTakesItsDaysFromTheCalendar() {
        String april = home.good("bill", "--cycle", "monthly", "--on", "2020-04-03");
        assertThat(april).contains("run 1, cycle to 2020-04-01 billed on 2020-04-03, monthly, finished");
        assertThat(home.good("bill", "--cycle", "monthly", "--on", "2020-05-04", "--trial"))
                .contains("trial, cycle to 2020-05-01");
        home.good("bill", "--cycle", "monthly", "--on", "2020-05-04");
        assertThat(home.wrong("bill", "--cycle", "monthly", "--on", "2020-06-12"))
                .contains("2020-06-12 is in no window of the cycle monthly");
        assertThat(home.wrong("bill", "--cycle", "monthly", "--to", "2020-06-01", "--on", "2020-06-12"))
                .contains("the monthly cycle to 2020-06-01 is billed from 2020-06-01 to 2020-06-10, and 2020-06-12 is"
                        + " outside");
        assertThat(home.wrong(
                        "bill", "--cycle", "monthly", "--to", "2020-06-01", "--on", "2020-06-12", "--outside-window"))
                .contains("needs the reason with --why");
        assertThat(home.wrong("bill", "--cycle", "monthly", "--to", "2020-06-02", "--on", "2020-06-02"))
                .contains("no period of the cycle monthly ends on 2020-06-02");
        assertThat(home.wrong("bill", "--cycle", "weekly")).contains("has no cycle weekly; it has monthly");
        assertThat(home.wrong("bill", "--to", "2020-06-01", "--why", "x")).contains("go with --cycle");
        assertThat(home.wrong("bill")).contains("Missing required option: '--to=DAY'");
        String june = home.good(
                "bill",
                "--cycle",
                "monthly",
                "--to",
                "2020-06-01",
                "--on",
                "2020-06-12",
                "--outside-window",
                "--why",
                "the readers were late",
                "--json");
        assertThat(june)
                .contains("\"cycle\":\"monthly\"", "\"outsideWindow\":\"the readers were late\"", "\"large-bill\":");
        assertThat(home.good("run", "show", "3"))
                .startsWith("run 3, cycle to 2020-06-01 billed on 2020-06-12, monthly outside its window, finished");
    }

    @Test
    @Order(2)
    void theCalendarSaysHowFarItIs() {
        assertThat(home.good("calendar", "--year", "2020", "--on", "2020-07-20")
                        .lines()
                        .map(line -> line.split(" {2,}")))
                .hasSize(10)
                .map(cells -> cells[2] + " " + cells[5])
                .startsWith(
                        "to state",
                        "2020-04-01 billed",
                        "2020-05-01 billed",
                        "2020-06-01 billed",
                        "2020-07-01 left out",
                        "2020-08-01 not begun");
        assertThat(home.good("calendar", "--year", "2020", "--on", "2020-07-02", "--json", "--read")
                        .lines()
                        .skip(2)
                        .limit(2))
                .satisfiesExactly(
                        june -> assertThat(june)
                                .startsWith("{\"cycle\":\"monthly\",\"to\":\"2020-06-01\",\"reading\":{\"first\":"
                                        + "\"2020-05-29\",\"last\":\"2020-06-03\"},\"billing\":{\"first\":"
                                        + "\"2020-06-01\",\"last\":\"2020-06-10\"},\"dueDays\":30,\"state\":\"billed\"")
                                .endsWith("\"read\":10}"),
                        july -> assertThat(july).endsWith("\"state\":\"not begun\",\"read\":0}"));
    }

    @Test
    @Order(3)
    void theWorkListIsDecidedAndBilledOffTheCycle() throws IOException {
        List<String> waiting =
                new ArrayList<>(home.good("hold", "list", "--json").lines().toList());
        assertThat(waiting).hasSizeGreaterThan(4).allMatch(line -> line.contains("\"reason\":\"large-bill\""));
        List<String> agreements = waiting.stream()
                .map(line -> line.substring(14, line.indexOf('"', 14)))
                .toList();
        assertThat(home.wrong("hold", "list", "--area", "Anfa")).contains("no premise is in an area 'Anfa'");
        assertThat(home.good("hold", "list", "--class", "household", "--reason", "large-bill"))
                .contains(waiting.size() + " waiting,");
        assertThat(home.wrong("hold", "list", "--reason", "too-dear")).contains("'too-dear' is no reason; there are");

        Path seen = folder.resolve("seen.txt");
        Files.writeString(seen, agreements.getFirst() + "\n\n");
        assertThat(home.wrong("hold", "release", "--from", folder.toString(), "--why", "seen"))
                .contains(folder + " is a folder; expected a file with one agreement a line");
        assertThat(home.wrong("hold", "release", "--from", "nowhere.txt", "--why", "seen"))
                .contains("nowhere.txt is not there; expected a file with one agreement a line");
        assertThat(home.wrong("hold", "list", "--run", "last")).contains("'last' is no whole number");
        assertThat(home.good("hold", "release", "--from", seen.toString(), "--why", "seen", "--trial"))
                .startsWith("1 would be released")
                .contains("nothing stored");
        assertThat(home.good("hold", "release", "--from", seen.toString(), "--why", "seen"))
                .startsWith("1 released");
        assertThat(home.good("hold", "release", "--from", seen.toString(), "--why", "seen"))
                .startsWith("0 released")
                .contains("1 were released before");
        String second = agreements.get(1);
        assertThat(home.good(
                        "hold", "correct", second, "--reading", "2020-06-01=99999", "--why", "read again", "--trial"))
                .contains("would become 99999 (actual); nothing stored");
        assertThat(home.wrong("hold", "correct", second, "--reading", "2020-06-01", "--why", "x"))
                .contains("expected a day and what the dial shows");
        assertThat(home.wrong("hold", "correct", second, "--reading", "2020-06-01=1.5", "--why", "x"))
                .contains("cannot show 1.5: it has 0 decimals");
        assertThat(home.good("hold", "re-estimate", second, "--method", "last-year", "--why", "abroad"))
                .startsWith("1 estimated anew");
        assertThat(home.wrong("hold", "re-estimate", second, "--method", "stated", "--why", "x"))
                .contains("'stated' is no method");
        assertThat(home.wrong("hold", "re-estimate", "--all", "--run", "3", "--usage", "5", "--why", "x"))
                .contains("for agreements that are named");
        assertThat(home.good("hold", "list"))
                .as("what is decided waits no more for a person")
                .contains("\n" + (waiting.size() - 2) + " waiting, ", "\n2 decided, ");
        assertThat(home.good("bill", "--to", "2020-06-01", "--on", "2020-06-12", "--released", "--json"))
                .contains("\"offCycle\":\"released\"", "\"bills\":1,", "\"held\":1,");
        home.good("hold", "release", "--all", "--reason", "large-bill", "--why", "all seen");
        assertThat(home.good("bill", "--to", "2020-06-01", "--on", "2020-06-12", "--released"))
                .contains(", part 2, finished");
        assertThat(home.good("hold", "list")).isEqualTo("0 waiting\n");
    }

    @Test
    @Order(4)
    void aBillIsCancelledOnceAndBilledAgain() throws SQLException {
        assertThat(home.wrong("bill", "cancel", "0000000001XX", "--why", "x")).contains("is no bill number");
        assertThat(home.wrong("bill", "cancel", "0000009999QX", "--why", "x")).contains("0000009999");
        String of = lastBillOfJune();
        assertThat(home.good("bill", "cancel", of, "--on", "2020-06-12", "--why", "swapped", "--trial"))
                .contains("would be cancelled on 2020-06-12");
        assertThat(home.good("bill", "cancel", of, "--on", "2020-06-12", "--why", "swapped"))
                .contains("is cancelled on 2020-06-12");
        assertThat(home.good("bill", "cancel", of, "--on", "2020-06-13", "--why", "swapped"))
                .contains("was cancelled on 2020-06-12 already");
        assertThat(home.good("bill", "--to", "2020-06-01", "--on", "2020-06-12", "--released"))
                .contains(", part 3, finished: 10 accounts, 1 bill (");
        assertThat(home.good("ledger", "balance")).endsWith("0.00\n");
    }

    @Test
    @Order(5)
    void namedAccountsAreBilledOffTheCycle() throws IOException {
        Path file = folder.resolve("accounts.txt");
        Files.writeString(file, "0000000002\n0000000003\n");
        assertThat(home.good("bill", "--to", "2020-06-20", "--accounts", file + ",0000000004"))
                .contains("of 3 named accounts, finished: 3 accounts, 3 bills (3 on estimates)");
        assertThat(home.good("bill", "--to", "2020-06-20", "--accounts", "0000000004,0000000003,0000000002"))
                .contains("3 of these bills were there already");
        assertThat(home.wrong("bill", "--to", "2020-06-20", "--accounts", "0000000077"))
                .contains("0000000077 is no account");
        assertThat(home.wrong("bill", "--to", "2020-06-20", "--accounts", "nowhere.txt"))
                .contains("neither ten digits nor a file");
        assertThat(home.wrong("bill", "--to", "2020-06-20", "--accounts", "0000000002", "--released"))
                .contains("exclude each other");
        assertThat(home.good("bill", "--cycle", "monthly", "--on", "2020-07-02"))
                .contains("cycle to 2020-07-01");
        assertThat(home.good("run", "list").lines().map(String::stripTrailing))
                .anyMatch(line -> line.endsWith(" 3 named"))
                .anyMatch(line -> line.endsWith(" released"))
                .last()
                .asString()
                .endsWith(" monthly");
        assertThat(home.good("calendar", "--year", "2020", "--on", "2020-07-20"))
                .doesNotContain("left out");
    }

    private static String lastBillOfJune() throws SQLException {
        try (Database database = home.open();
                Connection connection = database.connect();
                PreparedStatement query =
                        connection.prepareStatement("select bill_number(max(serial)) from bill where run = 3")) {
            return Rows.list(query, row -> row.getString(1)).getFirst();
        }
    }
}
