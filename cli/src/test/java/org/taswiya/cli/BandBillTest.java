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

/// A workshop that pays 0.50 for a kWh, 1.00 from 17:00 to 22:00 and 10.00 for each kW. Every day it uses 19 kWh and 6
/// at peak, at most 3 kW: 275.50 + 174.00 + 30.00 in the February of 2020, 294.50 + 186.00 + 30.00 in March.
@TestMethodOrder(OrderAnnotation.class)
final class BandBillTest {
    private static final String BOOK = MadeUpBook.household("""
                  - component: energy
                    kind: bands
                    tax: energy
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
            examples:
              - name: a month
                derived: "275.50 + 174 + 30"
                period: { from: 2020-02-01, to: 2020-03-01 }
                usage: { low: 551, peak: 174 }
                demand: 3
                expect: { net: 479.50 }
            """);

    private static final String BANDS = """
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

    private static CommandTown town = CommandTown.withItsOwnServer(Path.of("unset"));
    private static CommandHome home = town.home();

    @BeforeAll
    static void aWorkshop() throws IOException {
        town = new CommandTown(folder);
        town.serve(1);
        town.meterOfHalfHours();
        Path utilities = town.utilities("tariffs/electricity-household.yaml", _ -> BOOK);
        Files.writeString(utilities.resolve("casablanca").resolve("bands.yaml"), BANDS);
        home = town.home().with(utilities);
        town.read("2020-02-01", 1000);
        town.read("2020-03-01", 1725);
    }

    @Test
    @Order(1)
    void withoutIntervalsItIsHeldAndSaysSo() {
        home.good("bill", "--to", "2020-03-01", "--documents");
        assertThat(home.good("hold", "list"))
                .contains("not-counted", "the intervals of 2020-02-01 are not known", "./taswiya intervals load");
    }

    @Test
    @Order(2)
    void whatIsLoadedInAnyOrderIsBilledOffTheCycle() throws IOException {
        town.loadHalfHours(home, "2020-02-15", "2020-03-01", 36);
        town.loadHalfHours(home, "2020-02-01", "2020-02-20", 36);
        home.good("bill", "--to", "2020-03-01", "--released", "--documents");
        CommandTown.Document february = town.bill("C00001", "2020-03-01");
        assertThat(february.total()).isEqualTo(Money.parse("479.50"));
        assertThat(february.text())
                .contains("\"format\": \"taswiya-bill/4\"", "\"band\": \"peak\"", "\"countedDays\"")
                .doesNotContain("intervalsEstimated");
        home.good("verify", home.documents().toString());
    }

    /// The 11th of March is missing: it is filled from Wednesdays like it, and the bill says so.
    @Test
    @Order(3)
    void aDayThatIsMissingIsEstimatedAndMarked() throws IOException {
        town.loadHalfHours(home, "2020-03-01", "2020-03-11", 36);
        town.loadHalfHours(home, "2020-03-12", "2020-04-01", 36);
        town.read("2020-04-01", 2500);
        CommandTown.Document march = town.billed(home, "2020-04-01");
        assertThat(march.total()).isEqualTo(Money.parse("510.50"));
        assertThat(march.text()).contains("\"intervalsEstimated\": 48");
        Path document = home.documents().resolve(march.number() + ".json");
        for (String language : new String[] {"en", "fr", "ar"}) {
            home.good("explain", document.toString(), "--lang", language);
        }
    }

    /// On the 10th of February the highest half hour was at midnight: a kWh less at peak, one more at 0.50.
    @Test
    @Order(4)
    void intervalsThatAreCorrectedAreSettledByTheNextBill() throws IOException {
        town.loadHalfHours(home, "2020-02-10", "2020-02-11", 0, "--correct", "--why=clock of the meter");
        town.loadHalfHours(home, "2020-03-11", "2020-03-12", 36);
        town.loadHalfHours(home, "2020-04-01", "2020-05-01", 36);
        town.read("2020-05-01", 3250);
        assertThat(town.billed(home, "2020-05-01").total())
                .isEqualTo(Money.parse("494.50")); // 285 + 180 + 30, less 0.50
        town.reprinted(home);
    }

    @Test
    @Order(5)
    void packingChangesNoBill() throws IOException {
        home.good("intervals", "pack", "--month", "2020-05");
        home.good("intervals", "pack", "--month", "2020-03");
        town.loadHalfHours(home, "2020-05-01", "2020-06-01", 36);
        town.read("2020-06-01", 4025);
        assertThat(town.billed(home, "2020-06-01").total()).isEqualTo(Money.parse("510.50"));
    }

    /// 31 days of March with 6 kWh at peak, a dirham dearer, out of intervals: the bill itself has its usage alone. By
    /// the book in force February is 479.00, as the correction of its intervals has settled it.
    @Test
    @Order(6)
    void anotherBookIsComparedOnWhatIntervalsCount() throws IOException {
        String dearer = Files.writeString(folder.resolve("dearer.yaml"), BOOK.replace("price: 1.00", "price: 2.00"))
                .toString();
        String id = "casablanca/electricity-household";
        assertThat(home.good("tariff", "compare", id, dearer, "--account", "0000000001"))
                .containsPattern("C00001 2020-03-01 to 2020-04-01 +775 +510\\.50 +696\\.50 +\\+186\\.00")
                .containsPattern("energy, peak, block 1 +\\d+\\.\\d\\d +1,\\d+\\.\\d\\d ")
                .doesNotContain("left out");
        assertThat(home.good("tariff", "try", dearer, "--account", "0000000001", "--from", "2020-03-01"))
                .containsPattern("energy, peak, block 1 +186 +kWh +2 ");
        Path hours = folder.resolve("utilities/casablanca/bands.yaml");
        Files.writeString(hours, BANDS.replace("17:00", "18:00"));
        home.good("verify", home.documents().toString());
        Files.writeString(hours, BANDS);
        assertThat(CommandTown.tried(home)).containsExactly("479.00", "510.50", "495.00", "510.50");
        assertThat(home.good("tariff", "compare", id, dearer, "--everybody"))
                .contains("4 billed periods of 1 account")
                .containsPattern("energy, peak, block 1 ");
    }

    /// From June on peak is from 18:00: 5 kWh of a day at 1.00 and 20 at 0.50, 150 + 300 + 30. What is kept holds its
    /// calendars, so the file of the utility may go, and bills are made again by the hours they were made with.
    @Test
    @Order(7)
    void whatTwoPeopleLetInHoldsItsCalendars() throws IOException {
        Path utility = folder.resolve("utilities").resolve("casablanca");
        Files.writeString(utility.resolve("later.yaml"), BANDS.replace("17:00", "18:00"));
        String version = BOOK.substring(BOOK.indexOf("  - from: 2014-08-01\n    clause"), BOOK.indexOf("examples:"));
        String later = version.replace("from: 2014-08-01", "from: 2020-06-01")
                .replace("kind: bands", "kind: bands\n        calendar: later.yaml");
        String first = BOOK.replace("kind: bands", "kind: bands\n        calendar: bands.yaml");
        Path file = Files.writeString(folder.resolve("new.yaml"), first.replace("examples:", later + "examples:"));
        home.good("tariff", "propose", file.toString(), "--author", "amal", "--why", "hours of the decree");
        home.good(
                "tariff",
                "approve",
                "1",
                "--for",
                "2020-06-01",
                "--today",
                "2020-05-20",
                "--author",
                "badr",
                "--why",
                "ok");
        home.good("tariff", "publish", "1", "--today", "2020-06-01", "--why", "its day");
        assertThat(home.good("tariff", "show", "1")).contains("calendars:", "  bands.yaml:", "  later.yaml:");
        assertThat(home.good("tariff", "show", "2")).contains("calendars:", "  bands.yaml:");
        Files.delete(utility.resolve("bands.yaml"));
        Files.delete(utility.resolve("later.yaml"));

        town.loadHalfHours(home, "2020-06-01", "2020-07-01", 36);
        town.read("2020-07-01", 4775);
        town.bill("2020-07-01");
        assertThat(town.bill("C00001", "2020-07-01").total()).isEqualTo(Money.parse("480.00"));
        for (String number : new String[] {"0000000001AB", "0000000003AD", "0000000005AF"}) {
            assertThat(home.good(
                            "bill",
                            "reprint",
                            number,
                            "--to",
                            folder.resolve(number).toString()))
                    .contains("1 ", " the same bytes as first written");
        }
    }
}
