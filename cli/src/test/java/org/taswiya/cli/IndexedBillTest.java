package org.taswiya.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taswiya.core.quantity.Money;

/// A household that uses 100 a month, priced by an index whose value of March is published in April.
final class IndexedBillTest {
    private static final String BOOK = MadeUpBook.household("""
                  - component: energy
                    kind: blocks
                    tax: energy
                    households: ignore
                    indexed: { by: fuel, base: 100, decimals: 2, missing: refused }
                    source: "made up"
                    blocks: [{ above: 0, mode: progressive, price: 2 }]
            indexes:
              - index: fuel
                values:
                  - { month: 2020-01, value: 100, source: "made up" }
                  - { month: 2020-02, value: 110, source: "made up" }
            examples:
              - name: February
                derived: "100 x 2.20"
                period: { from: 2020-02-01, to: 2020-03-01 }
                usage: 100
                expect: { net: 220.00 }
            """).replace("- from: 2014-08-01", "- from: 2020-01-01");

    @TempDir
    private static Path folder;

    @Test
    void aMonthIsHeldUntilItsValueIsThereAndThenBilled() throws IOException {
        CommandTown town = CommandTown.ofOne(folder, 100, LocalDate.of(2020, 4, 1));
        CommandHome home = town.priced(BOOK);
        assertThat(town.billed(home, "2020-03-01").total()).isEqualTo(Money.parse("220.00"));
        home.run("bill", "--to", "2020-04-01", "--documents");
        assertThat(home.good("hold", "list")).contains("no value of the index fuel of 2020-03 is in its book");
        assertThat(home.run("bill", "--to", "2020-04-01", "--on", "2020-04-10", "--released", "--documents")
                        .out())
                .contains("1 held");
        assertThat(home.good("hold", "list")).contains("fuel of 2020-03");
        Files.writeString(
                folder.resolve("utilities/casablanca/tariffs/electricity-household.yaml"),
                BOOK.replace("examples:", "      - { month: 2020-03, value: 120, source: \"made up\" }\nexamples:"));
        assertThat(home.good("bill", "--to", "2020-04-01", "--on", "2020-04-20", "--released", "--documents"))
                .contains("1 bill");
        assertThat(town.bill("C00001", "2020-04-20").total()).isEqualTo(Money.parse("240.00"));
        assertThat(home.good("hold", "list")).doesNotContain("C00001");
    }
}
