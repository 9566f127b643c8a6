package org.taswiya.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A household billed by what it uses, at 1.00: 400 in February 2020, 500 in March. 600 of April are not billed yet.
/// New books hang on what was before, of which the book in use asks nothing.
final class ShadowOfThePastTest {
    private static final String BOOK = book("""
                  - component: energy
                    kind: blocks
                    tax: energy
                    households: ignore
                    source: "made up"
                    blocks: [{ above: 0, mode: progressive, price: 1 }]
            """, "");

    private static final String WINTER = book("""
                  - component: energy
                    kind: sewer
                    tax: energy
                    winter: { months: [2], outside: average, ifUnknown: 100 }
                    source: "made up"
                    blocks: [{ above: 0, price: 1 }]
            """, "determinants: { winter-average: 0 }");

    private static final String YEAR = book("""
                  - component: energy
                    kind: blocks
                    tax: energy
                    households: ignore
                    bounds: year
                    yearFrom: --01-01
                    source: "made up"
                    blocks:
                      - { above: 0, upTo: 1000, mode: progressive, price: 1 }
                      - { above: 1000, mode: progressive, price: 3 }
            """, "determinants: { used-this-year: 0 }");

    @TempDir
    private static Path folder;

    private static CommandHome home = CommandHome.withItsOwnServer(Path.of("unset"));

    /// @param told the line of its example with what that is told besides the usage
    private static String book(String component, String told) {
        return MadeUpBook.household(component + """
                examples:
                  - name: a month of a hundred
                    derived: "100"
                    period: { from: 2020-02-01, to: 2020-03-01 }
                    usage: 100
                    %s
                    expect: { net: 100.00 }
                """.formatted(told));
    }

    @BeforeAll
    static void twoMonthsBilled() throws IOException {
        CommandTown town = CommandTown.ofOne(folder, 400, LocalDate.of(2020, 3, 1));
        home = town.priced(BOOK);
        town.take(
                "readings",
                CommandTown.rows(CommandTown.READINGS, "E1,2020-04-01,10900", "E1,2020-05-01,11500"),
                "--as-they-are");
        home.good("bill", "--to", "2020-03-01");
        home.good("bill", "--to", "2020-04-01");
    }

    private static String shadow(String name, String book) throws IOException {
        Path file = Files.writeString(folder.resolve(name), book);
        return home.good(
                "shadow", "--to", "2020-05-01", "--json", "--tariff", "casablanca/electricity-household=" + file);
    }

    /// The average of February, not the 100 of whoever has none.
    @Test
    void aBookOfTheWinterKnowsIt() throws IOException {
        assertThat(shadow("winter.yaml", WINTER)).contains("\"old\":\"600.00\",\"new\":\"400.00\"");
    }

    /// 900 were used this year: 100 at 1.00 and 500 at 3.00.
    @Test
    void aBookOfTheYearKnowsWhatWasUsedInIt() throws IOException {
        assertThat(shadow("year.yaml", YEAR)).contains("\"old\":\"600.00\",\"new\":\"1600.00\"");
    }
}
