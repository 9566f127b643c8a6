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

/// A workshop that pays 1.00 a kWh and one per cent more for each hundredth of a power factor below 0.90. It uses 400
/// kWh a month since February 2020.
@TestMethodOrder(OrderAnnotation.class)
final class PowerFactorBillTest {
    private static final String BOOK = MadeUpBook.household("""
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
              - name: ten hundredths below, by registers
                derived: "400 + 10 x 4"
                period: { from: 2020-03-01, to: 2020-04-01 }
                usage: 400
                determinants: { power-factor: 0.80 }
                expect: { net: 440.00 }
            """);

    @TempDir
    private static Path folder;

    private static CommandTown town = new CommandTown(Path.of("unset"));
    private static CommandHome home = town.home();

    @BeforeAll
    static void aWorkshop() throws IOException {
        town = CommandTown.ofOne(folder, 400, LocalDate.of(2020, 4, 1));
        home = town.priced(BOOK);
        reactive("2020-02-01", "7000");
        reactive("2020-03-01", "7299");
    }

    private static void reactive(String day, String value) {
        CommandTown.fact(home, "reactive-energy", day, value);
    }

    /// 400 kWh and 299 kvarh are 0.80096, nine whole hundredths below.
    @Test
    @Order(1)
    void aPoorPowerFactorIsBilledByWholeHundredths() throws IOException {
        CommandTown.Document february = town.billed(home, "2020-03-01");
        assertThat(february.total()).isEqualTo(Money.parse("436.00"));
        assertThat(CommandTown.shown(home, february, "en"))
                .contains(
                        "Reactive energy: 7,000 on 1 February 2020, 7,299 on 1 March 2020: 299 kvarh",
                        "Power factor of 400 kWh and 299 kvarh: 0.801, rounded to four decimals");
    }

    @Test
    @Order(2)
    void aMonthIsHeldUntilItsRegisterIsRead() {
        assertThat(home.good("bill", "--to", "2020-04-01"))
                .contains("not-counted", "what its register shows on 2020-04-01 is not known: write it down");
    }

    /// It showed 7249 on 1 March: February had 249, a power factor of 0.8489, and March 350, one of 0.7525. April had
    /// none.
    @Test
    @Order(3)
    void aCorrectedRegisterSettlesWhatWasBilled() throws IOException {
        town.take("readings", CommandTown.rows(CommandTown.READINGS, "E1,2020-05-01,11200"), "--as-they-are");
        reactive("2020-04-01", "7599");
        reactive("2020-05-01", "7599");
        reactive("2020-03-01", "7249");
        CommandTown.Document settled = town.billed(home, "2020-05-01");
        // February has 5 in place of 9 hundredths, March 14.
        assertThat(settled.total()).isEqualTo(Money.parse("840.00")); // -16 + 456 + 400
        assertThat(settled.text()).contains("\"-16.00\"");
    }
}
