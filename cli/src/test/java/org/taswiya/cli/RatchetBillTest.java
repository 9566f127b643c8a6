package org.taswiya.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.taswiya.core.quantity.Money;

/// A workshop that pays 1.00 for a kWh and 10.00 for each kW, of which no fewer than 0.8 of what it drew in the month
/// before. Before February 2020 it was not supplied. A day with a peak of 3 kW has 25 kWh, one without 24, at 1 kW.
@TestMethodOrder(OrderAnnotation.class)
final class RatchetBillTest {
    private static final String BOOK = MadeUpBook.household("""
                  - component: energy
                    kind: blocks
                    tax: energy
                    households: ignore
                    source: "made up"
                    blocks: [{ above: 0, mode: progressive, price: 1.00 }]
                  - component: demand
                    kind: billed-demand
                    tax: energy
                    unit: kW
                    source: "made up"
                    floors: [{ of: past-demand, share: 0.8, lookBack: 1 }]
                    blocks: [{ above: 0, price: 10 }]
            examples:
              - name: the month before
                derived: "100 + 2.4 x 10"
                period: { from: 2020-03-01, to: 2020-04-01 }
                usage: 100
                demand: 1
                determinants: { past-demand: { 2020-02: 3 } }
                expect: { net: 124.00 }
            """);

    @TempDir
    private static Path folder;

    private static CommandTown town = CommandTown.withItsOwnServer(Path.of("unset"));
    private static CommandHome home = town.home();

    @BeforeAll
    static void aWorkshopThatIsRead() throws IOException {
        town = new CommandTown(folder);
        town.serve(1);
        town.meterOfHalfHours();
        home = town.priced(BOOK);
        town.read("2020-02-01", 1000);
        town.read("2020-03-01", 1725);
    }

    private static Money bill(String to) throws IOException {
        return town.billed(home, to).total();
    }

    @Test
    @Order(1)
    void whereNobodyWasSuppliedNothingWasDrawn() throws IOException {
        town.loadHalfHours(home, "2020-02-01", "2020-03-01", 36);
        assertThat(bill("2020-03-01")).isEqualTo(Money.parse("755.00")); // 725 and 3 x 10
    }

    @Test
    @Order(2)
    void theMonthBeforeIsTheLeast() throws IOException {
        town.loadHalfHours(home, "2020-03-01", "2020-04-01", -1);
        town.read("2020-04-01", 2469);
        assertThat(bill("2020-04-01")).isEqualTo(Money.parse("768.00")); // 744 and 0.8 x 3 x 10
        CommandTown.Document april = town.bill("C00001", "2020-04-01");
        assertThat(april.text()).contains("\"month\": \"2020-02\"");
        assertThat(CommandTown.shown(home, april, "en"))
                .contains("Highest demand of the months that count before: 3 kW");
    }

    @Test
    @Order(3)
    void aMonthLaterItIsForgotten() throws IOException {
        town.loadHalfHours(home, "2020-04-01", "2020-05-01", -1);
        town.read("2020-05-01", 3189);
        assertThat(bill("2020-05-01")).isEqualTo(Money.parse("730.00")); // 720 and 1 x 10
        town.reprinted(home);
    }

    @Test
    @Order(4)
    void triedByTheBookInForceItIsWhatWasBilled() {
        assertThat(CommandTown.tried(home)).containsExactly("755.00", "768.00", "730.00");
        assertThat(CommandTown.tried(home, "--from", "2020-03-01", "--to", "2020-04-01"))
                .containsExactly("768.00");
        assertThat(CommandTown.tried(home, "--from", "2020-04-01")).containsExactly("730.00");
    }
}
