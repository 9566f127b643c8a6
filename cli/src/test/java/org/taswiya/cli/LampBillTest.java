package org.taswiya.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.taswiya.core.quantity.Money;

/// Two towns whose lamps no meter counts, at 1.00 for a kWh without tax. Those of tunnels burn all hours of all days:
/// 10 of 100 W use 744 kWh in January 2024 and in March, 696 in February.
@TestMethodOrder(OrderAnnotation.class)
final class LampBillTest {
    private static final String LAMPS = "CONTRAT;LIEU;TYPE;NOMBRE;WATTS;PERTES;DEPUIS;JUSQUAU;REGIME";
    private static final String BOOK = MadeUpBook.of("casablanca/public-lighting", "Éclairage public", """
                  - component: energy
                    kind: blocks
                    tax: energy
                    households: ignore
                    source: "made up"
                    blocks: [{ above: 0, mode: progressive, price: 1.00 }]
            examples:
              - name: a tunnel
                derived: "10 x 100 W x 744 h"
                period: { from: 2024-01-01, to: 2024-02-01 }
                usage: 744
                expect: { net: 744.00 }
            """);
    private static final String TABLE = """
            zone: Africa/Casablanca
            place: { latitude: 33.5731, longitude: -7.5898 }
            regimes:
              - regime: all-night
                dusk: sunset
                onAfter: {after}
                offBefore: 15
              - regime: by-table
                months: [744, 672, 744, 720, 744, 720, 744, 744, 720, 744, 720, 744]
                leapFebruary: 696
            """;

    @TempDir
    private static Path folder;

    private static CommandTown town = CommandTown.withItsOwnServer(Path.of("unset"));
    private static CommandHome home = town.home();

    @BeforeAll
    static void twoTowns() throws IOException {
        town = new CommandTown(folder);
        String towns = CommandTown.rows("CLIENT;CATEGORIE;NOM", "P1;COMM;Anfa", "P2;COMM;Maarif");
        town.take("customers", towns, "--new-home");
        town.take("accounts", CommandTown.rows("COMPTE;CLIENT", "0000000001;P1", "0000000002;P2"));
        String premises = CommandTown.rows("LOCAL;ADRESSE;QUARTIER", "L1;1, rue Atlas;Anfa", "L2;2, rue Atlas;Anfa");
        town.take("premises", premises);
        town.take("usage-points", CommandTown.rows("POINT;LOCAL;FLUIDE", "E1;L1;ELEC", "E2;L2;ELEC"));
        town.take(
                "agreements",
                CommandTown.rows(
                        "CONTRAT;COMPTE;POINT;TARIF;FOYERS;DEBUT;FIN",
                        "C00001;0000000001;E1;ECL-PUB;1;01/01/2024;",
                        "C00002;0000000002;E2;ECL-PUB;1;01/01/2024;"));
        home = town.home().with(town.utilities("tariffs/public-lighting.yaml", _ -> BOOK));
    }

    private static String lamps(String... rows) throws IOException {
        Path file = Files.writeString(folder.resolve("lamps.csv"), CommandTown.rows(LAMPS, rows));
        CommandHome.Said said = home.run("import", file.toString(), "--mapping", "lamps");
        return said.out() + said.err();
    }

    private static String calendar(int onAfter) throws IOException {
        return Files.writeString(folder.resolve("lighting.yaml"), TABLE.replace("{after}", String.valueOf(onAfter)))
                .toString();
    }

    private static CommandTown.Document bill(String agreement, String on) throws IOException {
        return town.bill(agreement, on);
    }

    private static void bill(String to) {
        home.good("bill", "--to", to, "--documents");
        home.good("verify", home.documents().toString());
    }

    @Test
    @Order(1)
    void withoutAnInventoryThereIsNothingToCount() {
        home.run("bill", "--to", "2024-02-01", "--documents");
        assertThat(home.good("hold", "list"))
                .contains("not-counted", "nothing counts at usage point E1", "no lamps of an inventory");
    }

    @Test
    @Order(2)
    void anInventoryIsTakenLineByLine() throws IOException {
        assertThat(lamps(
                        "C00001;Tunnel;led;10;100;;01/01/2024;;BAREME",
                        "C00001;Boulevard;sodium;120;150;18,5;01/01/2015;;PERMANENT",
                        "C00002;Tunnel;led;10;97,5;2,5;01/02/2024;;BAREME",
                        "C00009;Tunnel;led;10;100;;01/01/2024;;BAREME",
                        "C00001;Tunnel;led;11;100;;01/01/2024;;BAREME",
                        "C00001;Bridge;led;4;0;;01/01/2024;;BAREME",
                        "C00001;Bridge;led;4;60;;01/01/2024;01/01/2024;BAREME",
                        "C00001;Bridge;led;4;60;;01/01/2024;;TOUJOURS",
                        "C00001;;led;4;60;;01/01/2024;;BAREME"))
                .contains("3  new", "6  rejected");
        assertThat(Files.readString(folder.resolve("lamps.csv.rejected.csv"))
                        .lines()
                        .skip(1))
                .satisfiesExactlyInAnyOrder(
                        line -> assertThat(line).contains("unknown-agreement", "C00009"),
                        line -> assertThat(line).contains("other-value", "give one of them another type or place"),
                        line -> assertThat(line).contains("bad-number", "expected watts above zero"),
                        line -> assertThat(line).contains("bad-record", "2024-01-02 or later"),
                        line -> assertThat(line).contains("unknown-code", "TOUJOURS"),
                        line -> assertThat(line).contains("missing-field", "LIEU"));
        assertThat(lamps(
                        "C00001;Tunnel;led;10;100,0;;01/01/2024;;BAREME",
                        "C00001;Boulevard;sodium;120;150;18,50;01/01/2015;;PERMANENT"))
                .contains("2  unchanged")
                .doesNotContain("new");
        assertThat(home.good("lighting", "lamps", "C00001"))
                .containsPattern("Boulevard +sodium +120 +150 +18\\.5 +all-night +2015-01-01")
                .containsPattern("Tunnel +led +10 +100 +0 +by-table +2024-01-01");
    }

    @Test
    @Order(3)
    void whereNothingTellsHowLongTheyBurnItIsHeld() {
        home.run("bill", "--to", "2024-02-01", "--documents", "--on", "2024-02-02");
        assertThat(home.good("hold", "list"))
                .contains("not-counted", "no calendar tells how long lamps burn", "./taswiya lighting take");
    }

    /// The boulevard burns from sunset to sunrise, a quarter of an hour off at both ends: 412 h 1 min in January.
    @Test
    @Order(4)
    void aMonthIsBilledByTheHoursOfItsNights() throws IOException {
        assertThat(home.good("lighting", "take", calendar(15), "--why", "circular 12"))
                .isEqualTo("Lamps burn by it: all-night, by-table\n");
        assertThat(home.good("lighting", "take", calendar(15), "--why", "circular 12"))
                .isEqualTo("Lamps burn by it already.\n");
        home.run("bill", "--to", "2024-02-01", "--released", "--documents", "--on", "2024-02-03");
        home.good("verify", home.documents().toString());
        assertThat(home.good("hold", "list")).contains("C00002", "has no lamps on 2024-01-01");
        CommandTown.Document bill = bill("C00001", "2024-02-03");
        assertThat(bill.text())
                .contains("\"format\": \"taswiya-bill/5\"", "\"rule\": \"dusk=sunset onAfter=15 offBefore=15\"")
                .contains("\"kWh\": \"744.000000\"", "\"minutes\": \"24721\"", "\"kWh\": \"8330.977000\"");
        assertThat(bill.total()).isEqualTo(Money.parse("9074.98")); // of 744 + 8330.977 kWh
        for (String language : List.of("en", "fr", "ar")) {
            home.good("explain", document(bill).toString(), "--lang", language);
        }
    }

    /// 20 lamps more from the 20th of February: 10 days of 24 hours of 50 W each, 240 kWh more.
    @Test
    @Order(5)
    void lampsThatComeInMidMonthCountFromTheirDay() throws IOException {
        lamps(
                "C00001;Boulevard;sodium;120;150;18,5;01/01/2015;01/02/2024;PERMANENT",
                "C00001;Tunnel;led-50;20;50;;20/02/2024;;BAREME",
                "C00002;Tunnel;led;10;97,5;2,5;01/01/2024;01/02/2024;BAREME");
        bill("2024-03-01");
        assertThat(bill("C00001", "2024-03-01").total()).isEqualTo(Money.parse("936.00"));
        assertThat(bill("C00002", "2024-03-01").total()).isEqualTo(Money.parse("1440.00")); // January too
    }

    /// There were 6 of the 10 lamps all the time: 297.60 of January and 278.40 of February come back.
    @Test
    @Order(6)
    void whatIsPutRightLaterIsSettledByTheNextBill() throws IOException {
        assertThat(lamps("C00001;Tunnel;led;6;100;;01/01/2024;;BAREME")).contains("1  in place of what was there");
        bill("2024-04-01");
        CommandTown.Document bill = bill("C00001", "2024-04-01");
        assertThat(bill.total()).isEqualTo(Money.parse("614.40")); // 446.40 + 744 - 297.60 - 278.40
        assertThat(bill.text()).contains("\"kind\": \"true-up\"", "\"cheapest\"");
        home.good("explain", document(bill).toString(), "--lang", "en");
        assertThat(town.billedAfter("C00001", LocalDate.of(2024, 1, 1)))
                .isEqualTo(Money.parse("10625.38")); // as if known from the start: 8777.38 + 657.60 + 1190.40
    }

    @Test
    @Order(7)
    void anotherCalendarSettlesWhatWasBilledByTheOneBefore() throws IOException {
        assertThat(home.good("lighting", "take", calendar(20), "--why", "circular 13", "--dry-run"))
                .contains("settled by the next bill: C00001\n", "Nothing was stored.");
        home.good("lighting", "take", calendar(20), "--why", "circular 13");
        bill("2024-05-01");
        // 31 evenings of 5 minutes of 20.22 kW less: 52.24 of January; April has 720 h of 1.6 kW
        assertThat(bill("C00001", "2024-05-01").total()).isEqualTo(Money.parse("1099.76"));
        town.reprinted(home);
    }

    /// The inventory of the handbook's page uses in January what the page says that it does.
    @Test
    @Order(8)
    void thePageTellsHowATownIsBilled() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "tariffs", "lighting.md"));
        Path calendar = Files.writeString(folder.resolve("page.yaml"), fence(page, "```yml\n"));
        assertThat(page)
                .contains(home.good("lighting", "take", calendar.toString(), "--why", "circular 12 of 2024")
                        .lines()
                        .findFirst()
                        .orElseThrow());
        String[] rows = fence(page, "```txt\n").lines().skip(1).toArray(String[]::new);
        assertThat(lamps("C00001;Tunnel;led-50;0;50;;20/02/2024;;BAREME")).contains("1  in place");
        assertThat(lamps("C00001;Tunnel;led;0;100;;01/01/2024;;BAREME")).contains("1  in place");
        assertThat(lamps(rows)).contains("3  new", "1  in place");
        bill("2024-06-01");
        assertThat(bill("C00001", "2024-06-01").text()).contains("\"usage\": \"7932.363\"");
        assertThat(page).contains("in all                                                      7932.363");
    }

    private static String fence(String page, String mark) {
        int begin = page.indexOf(mark) + mark.length();
        return page.substring(begin, page.indexOf("```", begin));
    }

    @Test
    @Order(9)
    void aMeterBesideLampsIsHeld() throws IOException {
        town.take("meters", CommandTown.rows(CommandTown.METERS, "E2;M2;01/05/2024;;6;0;1;ELEC;0"));
        home.run("bill", "--to", "2024-07-01", "--documents");
        assertThat(home.good("hold", "list")).contains("C00002", "a meter counts at usage point E2");
    }

    private static Path document(CommandTown.Document bill) {
        return home.documents().resolve(bill.number() + ".json");
    }
}
