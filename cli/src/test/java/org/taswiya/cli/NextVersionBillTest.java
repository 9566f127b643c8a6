package org.taswiya.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.taswiya.core.quantity.Money;

/// A workshop that pays 1.00 for a kWh until the 16th of March 2020, and from then on by the hour and for its demand:
/// 0.50 and 1.00 from 17:00 to 22:00, and 10.00 a kW. It uses 19 kWh a day and 6 at peak, at most 3 kW. From April on
/// the price is 2.00, whatever the hour.
@TestMethodOrder(OrderAnnotation.class)
final class NextVersionBillTest {
    private static final String PLAIN = """
                  - component: energy
                    kind: blocks
                    tax: energy
                    households: ignore
                    source: "made up"
                    blocks: [{ above: 0, mode: progressive, price: %s }]
            """;

    private static final String NEXT = """
              - from: %s
                clause: art. 2
                source: "made up"
                components:
            """;

    private static final String BY_THE_HOUR = """
                  - component: energy
                    kind: bands
                    tax: energy
                    calendar: hours.yaml
                    source: "made up"
                    bands:
                      - { band: low, blocks: [{ above: 0, price: 0.50 }] }
                      - { band: peak, blocks: [{ above: 0, price: 1.00 }] }
                  - component: demand
                    kind: demand
                    tax: energy
                    unit: kW
                    source: "made up"
                    blocks: [{ above: 0, price: 10 }]
            """;

    private static final String EXAMPLE = """
            examples:
              - name: a month
                derived: "725 x 1"
                period: { from: 2020-02-01, to: 2020-03-01 }
                usage: 725
                expect: { net: 725.00 }
            """;

    private static final String BOOK = MadeUpBook.household(PLAIN.formatted("1")
            + NEXT.formatted("2020-03-16")
            + BY_THE_HOUR
            + NEXT.formatted("2020-04-01")
            + PLAIN.formatted("2")
            + EXAMPLE);

    private static final String HOURS = """
            zone: "+10:00"
            seasons:
              - name: year
                from: --01-01
                windows:
                  - { band: low, days: [every], from: 00:00, to: 17:00 }
                  - { band: peak, days: [every], from: 17:00, to: 22:00 }
                  - { band: low, days: [every], from: 22:00, to: 24:00 }
            """;

    @TempDir
    private static Path folder;

    private static CommandTown town = new CommandTown(Path.of("unset"));
    private static CommandHome home = town.home();

    @BeforeAll
    static void aWorkshop() throws IOException {
        town = new CommandTown(folder);
        town.serve(1);
        town.meterOfHalfHours();
        Path utilities = town.utilities("tariffs/electricity-household.yaml", _ -> BOOK);
        Files.writeString(utilities.resolve("casablanca").resolve("hours.yaml"), HOURS);
        home = town.home().with(utilities);
        town.read("2020-02-01", 1000);
        town.read("2020-03-01", 1725);
    }

    /// Its document is that of a book of one price.
    @Test
    @Order(1)
    void theBillOfFebruaryAsksForNothingOfMarch() throws IOException {
        CommandTown.Document february = town.billed(home, "2020-03-01");
        assertThat(february.total()).isEqualTo(Money.parse("725"));
        assertThat(february.text()).doesNotContain("taswiya-bill/4");
    }

    /// 775 x 1 x 15/31; (589 x 0.5 + 186 x 1 + 30) x 16/31.
    @Test
    @Order(2)
    void marchAsksForTheIntervalsOfItsSecondHalf() throws IOException {
        town.read("2020-04-01", 2500);
        home.good("bill", "--to", "2020-04-01", "--documents");
        assertThat(home.good("hold", "list")).contains("not-counted", "the intervals of 2020-03-16 are not known");
        town.loadHalfHours(home, "2020-03-16", "2020-04-01", 36);
        home.good("bill", "--to", "2020-04-01", "--released", "--documents");
        CommandTown.Document march = town.bill("C00001", "2020-04-01");
        assertThat(march.total()).isEqualTo(Money.parse("638.48")); // 375 + 152 + 96 + 15.48
        assertThat(march.text()).contains("\"band\": \"peak\"", "2020-03-16").doesNotContain("\"2020-03-15\"");
        for (String language : new String[] {"en", "fr", "ar"}) {
            home.good(
                    "explain",
                    home.documents().resolve(march.number() + ".json").toString(),
                    "--lang",
                    language);
        }
    }

    @Test
    @Order(3)
    void aprilAsksForNoIntervals() throws IOException {
        town.read("2020-05-01", 3250);
        CommandTown.Document april = town.billed(home, "2020-05-01");
        assertThat(april.total()).isEqualTo(Money.parse("1500"));
        assertThat(april.text()).doesNotContain("countedDays");
        town.reprinted(home);
    }

    /// The first half of March is known late, and its last half hour of a day was the highest: March stays as it is.
    @Test
    @Order(4)
    void whatIsKnownOfDaysThatAskForNothingChangesNothing() throws IOException {
        town.loadHalfHours(home, "2020-03-01", "2020-03-16", 0);
        town.read("2020-06-01", 4025);
        CommandTown.Document may = town.billed(home, "2020-06-01");
        assertThat(may.total()).isEqualTo(Money.parse("1550"));
        String document = home.documents().resolve(may.number() + ".json").toString();
        for (String language : new String[] {"en", "fr", "ar"}) {
            home.good("explain", document, "--lang", language);
        }
        town.reprinted(home);
    }
}
