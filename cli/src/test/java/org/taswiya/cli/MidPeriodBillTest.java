package org.taswiya.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taswiya.core.quantity.Money;

/// A household that uses 400 a month, each at 2.00 until 16 June 2020. From then on the first 1000 of a year that
/// begins in April cost 1.00 and the rest 3.00, and from next year on its time bands.
final class MidPeriodBillTest {
    private static final String BOOK = MadeUpBook.household("""
                  - component: energy
                    kind: blocks
                    tax: energy
                    households: ignore
                    source: "made up"
                    blocks: [{ above: 0, mode: progressive, price: 2 }]
              - from: 2020-06-16
                clause: art. 2
                source: "made up"
                components:
                  - component: energy
                    kind: blocks
                    tax: energy
                    households: ignore
                    bounds: year
                    yearFrom: --04-01
                    source: "made up"
                    blocks:
                      - { above: 0, upTo: 1000, mode: progressive, price: 1 }
                      - { above: 1000, mode: progressive, price: 3 }
              - from: 2021-01-01
                clause: art. 3
                source: "made up"
                components:
                  - component: energy
                    kind: bands
                    tax: energy
                    source: "made up"
                    bands:
                      - { band: day, blocks: [{ above: 0, price: 2 }] }
                      - { band: night, blocks: [{ above: 0, price: 1 }] }
            examples:
              - name: across the bound
                derived: "200 + 200 x 3"
                period: { from: 2020-07-01, to: 2020-08-01 }
                usage: 400
                determinants: { used-this-year: 800 }
                expect: { net: 800.00 }
            """);

    @TempDir
    private static Path folder;

    /// 800 were used in April and May and 200 in the first half of June, so the second has 200 at 3.00.
    @Test
    void aYearThatComesInTheMiddleOfAMonthIsReckonedFromItsOwnFirstDay() throws IOException {
        CommandTown town = CommandTown.ofOne(folder, 400, LocalDate.of(2020, 7, 1));
        CommandHome home = town.priced(BOOK);
        for (String day : new String[] {"2020-03-01", "2020-04-01", "2020-05-01", "2020-06-01"}) {
            assertThat(town.billed(home, day).total()).isEqualTo(Money.parse("800.00"));
        }
        CommandTown.Document june = town.billed(home, "2020-07-01");
        assertThat(june.total()).isEqualTo(Money.parse("1000.00")); // 400 / 2 x 2 + 200 x 3
        assertThat(CommandTown.shown(home, june, "en"))
                .contains("16 June 2020", "on: Used since the beginning of the tariff's year: 800 kWh");
        town.reprinted(home);
    }
}
