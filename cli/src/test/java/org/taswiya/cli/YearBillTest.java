package org.taswiya.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.taswiya.core.quantity.Money;

/// A household whose first 1000 kWh of a year cost 1.00 and the rest 3.00. It is served since February 2020 and uses
/// 400 a month.
@TestMethodOrder(OrderAnnotation.class)
final class YearBillTest {
    private static final String BOOK = MadeUpBook.household("""
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
            examples:
              - name: across the bound
                derived: "200 + 200 x 3"
                period: { from: 2020-03-01, to: 2020-04-01 }
                usage: 400
                determinants: { used-this-year: 800 }
                expect: { net: 800.00 }
            """);

    @TempDir
    private static Path folder;

    private static CommandTown town = CommandTown.withItsOwnServer(Path.of("unset"));
    private static CommandHome home = town.home();

    @BeforeAll
    static void aHousehold() throws IOException {
        town = CommandTown.ofOne(folder, 400, LocalDate.of(2020, 4, 1));
        home = town.priced(BOOK);
    }

    @Test
    @Order(1)
    void monthsAddUpThroughTheYear() throws IOException {
        assertThat(town.billed(home, "2020-03-01").total()).isEqualTo(Money.parse("400.00"));
        CommandTown.Document march = town.billed(home, "2020-04-01");
        assertThat(march.total()).isEqualTo(Money.parse("400.00"));
        assertThat(CommandTown.shown(home, march, "en"))
                .contains("Used since the beginning of the tariff's year: 400 kWh");
        assertThat(march.text()).contains("\"past\"", "\"suppliedFrom\": \"2020-02-01\"");
    }

    /// April is estimated at 400: 200 of them are above what the year has at 1.00.
    @Test
    @Order(2)
    void anEstimateGoesOnWhereTheYearStands() throws IOException {
        assertThat(town.billed(home, "2020-05-01").total()).isEqualTo(Money.parse("800.00"));
    }

    /// April and May used 600, so the year 1400: 1000 + 400 x 3, of which 1600 are billed.
    @Test
    @Order(3)
    void theReadingSettlesTheYearAndNotTheMonth() throws IOException {
        town.read("2020-06-01", 11400);
        assertThat(town.billed(home, "2020-06-01").total()).isEqualTo(Money.parse("600.00"));
    }

    @Test
    @Order(4)
    void whatWasSettledIsThePastOfTheNextBill() throws IOException {
        town.read("2020-07-01", 11500);
        assertThat(town.billed(home, "2020-07-01").total()).isEqualTo(Money.parse("300.00"));
        town.reprinted(home);
    }

    /// 600 of April and May are 295 and 305 by their days: April 200 + 95 x 3, May 305 x 3, June 100 x 3. Together it
    /// is what the bills claim. Of June alone it is known what was used before.
    @Test
    @Order(5)
    void triedByTheBookInForceItIsWhatWasBilled() throws IOException {
        assertThat(CommandTown.tried(home)).containsExactly("400.00", "400.00", "485.00", "915.00", "300.00");
        assertThat(town.billedAfter("C00001", LocalDate.of(2020, 1, 1))).isEqualTo(Money.parse("2500.00"));
        assertThat(CommandTown.tried(home, "--from", "2020-06-01")).containsExactly("300.00");
        String id = "casablanca/electricity-household";
        assertThat(home.good("tariff", "compare", id, id, "--everybody"))
                .contains("5 billed periods of 1 account, 2,500.00 MAD")
                .doesNotContain("left out");
    }
}
