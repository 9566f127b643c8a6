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

/// A household that pays 1.00 for each kWh, and 732.00 for a year from July at least. It is served since February 2020,
/// 151 of the 366 days: 302.00. Up to April it uses 40 a month.
@TestMethodOrder(OrderAnnotation.class)
final class YearLimitBillTest {
    private static final String BOOK = MadeUpBook.household("""
                  - component: energy
                    kind: blocks
                    tax: energy
                    households: ignore
                    source: "made up"
                    blocks:
                      - { above: 0, mode: progressive, price: 1 }
                  - component: least
                    kind: minimum
                    tax: energy
                    clause: art. 5
                    perYear: 732
                    yearFrom: --07-01
                    source: "made up"
            examples:
              - name: the last month of a year
                derived: "732 - 692 - 30"
                period: { from: 2020-06-01, to: 2020-07-01 }
                usage: 30
                determinants: { charged-this-year: 692 }
                expect: { net: 40.00 }
            """);

    @TempDir
    private static Path folder;

    private static CommandTown town = CommandTown.withItsOwnServer(Path.of("unset"));
    private static CommandHome home = town.home();

    @BeforeAll
    static void aHousehold() throws IOException {
        town = CommandTown.ofOne(folder, 40, LocalDate.of(2020, 5, 1));
        home = town.priced(BOOK);
    }

    @Test
    @Order(1)
    void noMonthButTheLastIsToppedUp() throws IOException {
        for (String day : new String[] {"2020-03-01", "2020-04-01", "2020-05-01", "2020-06-01"}) {
            assertThat(town.billed(home, day).total()).isEqualTo(Money.parse("40.00"));
        }
    }

    /// May and June are estimated at 40: 302 less 200.
    @Test
    @Order(2)
    void theBillThatEndsTheYearBearsWhatItLacks() throws IOException {
        CommandTown.Document june = town.billed(home, "2020-07-01");
        assertThat(june.total()).isEqualTo(Money.parse("142.00"));
        assertThat(june.text()).contains("\"charged\"", "art. 5");
        assertThat(CommandTown.shown(home, june, "en"))
                .contains(
                        "Raised to the year's minimum",
                        "Minimum from 1 February 2020 to 30 June 2020: 302.00 DH",
                        "Lines of the bills of these days: 200.00 DH");
        assertThat(CommandTown.shown(home, june, "fr"))
                .contains("Porté au minimum de l’année", "Minimum du 1er février 2020");
        assertThat(CommandTown.shown(home, june, "ar")).contains("تكملة إلى الحد الأدنى السنوي");
    }

    /// From May to July 184 were used, 2 a day: the year used 242 and lacks 60. Of May and June 22 and 20 are more than
    /// was estimated, 42 of the top-up comes back, and July used 62.
    @Test
    @Order(3)
    void theReadingSettlesTheYearToo() throws IOException {
        town.read("2020-08-01", 1120 + 184);
        assertThat(town.billed(home, "2020-08-01").total()).isEqualTo(Money.parse("62.00"));
        town.reprinted(home);
    }

    @Test
    @Order(4)
    void triedByTheBookInForceItIsWhatWasBilled() throws IOException {
        assertThat(CommandTown.tried(home)).containsExactly("40.00", "40.00", "40.00", "62.00", "120.00", "62.00");
        assertThat(town.billedAfter("C00001", LocalDate.of(2020, 1, 1))).isEqualTo(Money.parse("364.00"));
        String id = "casablanca/electricity-household";
        assertThat(home.good("tariff", "compare", id, id, "--everybody"))
                .contains("6 billed periods of 1 account, 364.00 MAD")
                .doesNotContain("left out");
    }
}
