package org.taswiya.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.core.quantity.Money;

/// A household with a roof, served since February 2020, that uses 400 a month at 1.00 and pays a year's surplus of
/// December at 0.30: what it is billed does not hang on which cycles somebody ran.
final class PassedOverBillTest {
    private static final LocalDate BEGIN = LocalDate.of(2020, 2, 1);
    private static final String TO = "2021-02-01";

    private static final String BOOK = MadeUpBook.household("""
                  - component: energy
                    kind: blocks
                    tax: energy
                    households: ignore
                    source: "made up"
                    blocks:
                      - { above: 0, mode: progressive, price: 1 }
                  - component: own-energy
                    kind: net-metering
                    tax: energy
                    source: "made up"
                    settlement: { month: 12, price: 0.30 }
                    excess: paid
            examples:
              - name: some of it was carried in
                derived: "400 - 300 - 60"
                period: { from: 2020-03-01, to: 2020-04-01 }
                usage: 400
                determinants: { exported-energy: 300, carried-in: 60 }
                expect: { net: 40.00 }
            """);

    private static final String POOR_FACTOR = MadeUpBook.household("""
                  - component: energy
                    kind: blocks
                    tax: energy
                    households: ignore
                    source: "made up"
                    blocks:
                      - { above: 0, mode: progressive, price: 1 }
                  - component: poor-factor
                    kind: power-factor
                    tax: energy
                    of: [energy]
                    below: 0.90
                    rate: 0.01
                    source: "made up"
            examples:
              - name: ten hundredths below
                derived: "400 + 10 x 4"
                period: { from: 2020-03-01, to: 2020-04-01 }
                usage: 400
                determinants: { power-factor: 0.80 }
                expect: { net: 440.00 }
            """);

    @TempDir
    private Path folder;

    private CommandTown town = new CommandTown(Path.of("unset"));
    private CommandHome home = town.home();

    private void serve(String book) throws IOException {
        town = CommandTown.ofOne(folder, 400, LocalDate.parse(TO));
        home = town.priced(book);
    }

    private void shows(String register, LocalDate day, int value) {
        CommandTown.fact(home, register, day.toString(), Integer.toString(value));
    }

    /// Every month feeds in what it uses; but November 100 more, December 361 more, and January 30 less.
    private void roof() {
        int register = 0;
        for (int month = 0; month <= 12; month++) {
            shows("exported-energy", BEGIN.plusMonths(month), register);
            register += switch (month) {
                case 9 -> 500;
                case 10 -> 761;
                case 11 -> 370;
                default -> 400;
            };
        }
    }

    private void bill(String... cycles) throws IOException {
        for (String to : cycles) {
            town.billed(home, to);
        }
    }

    private List<Money> bills(String since) throws IOException {
        return town.bills("C00001").stream()
                .filter(bill -> bill.billedOn().compareTo(since) > 0)
                .map(CommandTown.Document::total)
                .toList();
    }

    /// What was left in December, 461, comes to 138.30; January owes 30.
    @ParameterizedTest(name = "everybody is billed to {0}")
    @CsvSource({
        "2020-12-01 2021-01-01 2021-02-01",
        "2020-12-01 2021-02-01",
        "2021-01-01 2021-02-01",
        "2021-02-01",
    })
    void whatIsLeftInDecemberIsSettledWhicheverCyclesAreRun(String cycles) throws IOException {
        serve(BOOK);
        roof();
        bill("2020-05-01", "2020-08-01", "2020-11-01"); // the first of all is of three months, too
        assertThat(town.billedAfter("C00001", BEGIN)).isEqualTo(Money.ZERO);
        bill(cycles.split(" ", -1));
        assertThat(town.billedAfter("C00001", BEGIN)).isEqualTo(Money.parse("-108.30"));
        assertThat(CommandTown.tried(home)).hasSize(12);
    }

    /// By a book of quarters it is one period, and that has all of December: 100 + 361 - 30 are left, at 0.30.
    @Test
    void aBookOfQuartersSettlesThePeriodThatHasDecember() throws IOException {
        serve(BOOK.replace("rounding: unrounded }", "rounding: unrounded, everyMonths: 3 }"));
        roof();
        bill("2020-05-01", "2020-08-01", "2020-11-01", TO);
        assertThat(bills("2020-11-01")).containsExactly(Money.parse("-129.30"));
        assertThat(CommandTown.tried(home)).hasSize(4);
        assertThat(town.reprinted(home)).contains("4 ", " the same bytes as first written");

        // A bill that was made stays as it was, whatever its book would divide now.
        Files.writeString(folder.resolve("utilities/casablanca/tariffs/electricity-household.yaml"), BOOK);
        assertThat(town.reprinted(home)).contains("4 ", " the same bytes as first written");
    }

    /// September has 299 kvarh, nine whole hundredths below 0.90; October has none.
    @ParameterizedTest(name = "everybody is billed to {0}")
    @CsvSource({"2020-10-01 2020-11-01", "2020-11-01"})
    void aMonthHasItsOwnPowerFactor(String cycles) throws IOException {
        serve(POOR_FACTOR);
        for (int month = 0; month <= 9; month++) {
            shows("reactive-energy", BEGIN.plusMonths(month), month < 8 ? 7000 : 7299);
        }
        bill("2020-05-01", "2020-08-01", "2020-09-01");
        bill(cycles.split(" ", -1));
        assertThat(town.billedAfter("C00001", LocalDate.of(2020, 9, 1))).isEqualTo(Money.parse("836.00"));
    }
}
