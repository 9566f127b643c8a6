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

/// A workshop that an old system billed up to March 2020. It pays 1.00 for a kWh and 10.00 for each kW, of which no
/// fewer than 0.8 of what it drew in the two months before. Half hours are known since 28 February: 24 kWh a day, at
/// 1 kW.
@TestMethodOrder(OrderAnnotation.class)
final class PastDemandFactTest {
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
                    floors: [{ of: past-demand, share: 0.8, lookBack: 2 }]
                    blocks: [{ above: 0, price: 10 }]
            examples:
              - name: the months before
                derived: "100 + 2.4 x 10"
                period: { from: 2020-03-01, to: 2020-04-01 }
                usage: 100
                demand: 1
                determinants: { past-demand: { 2020-01: 1, 2020-02: 3 } }
                expect: { net: 124.00 }
            """);

    @TempDir
    private static Path folder;

    private static CommandTown town = CommandTown.withItsOwnServer(Path.of("unset"));
    private static CommandHome home = town.home();

    @BeforeAll
    static void aWorkshopFromAnOldSystem() throws IOException {
        town = new CommandTown(folder);
        town.take("customers", "CLIENT;CATEGORIE;NOM\nP1;PART;Client 1\n", "--new-home");
        town.take("accounts", "COMPTE;CLIENT\n0000000001;P1\n");
        town.take("premises", "LOCAL;ADRESSE;QUARTIER\nL1;1, rue Atlas;Anfa\n");
        town.take("usage-points", "POINT;LOCAL;FLUIDE\nE1;L1;ELEC\n");
        town.take("agreements-migrated", """
                CONTRAT;COMPTE;POINT;TARIF;FOYERS;DEBUT;FIN;FACTURE_DEPUIS
                C00001;0000000001;E1;BT-DOM;1;01/01/2019;;01/03/2020
                """);
        town.meterOfHalfHours();
        home = town.priced(BOOK);
        town.loadHalfHours(home, "2020-02-28", "2020-05-01", -1);
        town.read("2020-03-01", 1000);
        town.read("2020-04-01", 1744);
    }

    private static String wrote(String value, String from) {
        return home.good("agreement", "fact", "C00001", "past-demand", value, "--from", from, "--why=old system");
    }

    /// February is estimated by its last two days where nobody says more.
    @Test
    @Order(1)
    void whoseMonthsBeforeNobodyKnowsIsHeldAndToldWhatToDo() {
        home.good("bill", "--to", "2020-04-01");
        assertThat(home.good("hold", "list"))
                .contains("past-demand", "that of 2020-01;", "highest demand of each", "./taswiya agreement fact");
    }

    /// The last two days of February are below what was written down, and so is what they say of the others.
    @Test
    @Order(2)
    void whatTheOldSystemCountedIsTheLeast() throws IOException {
        assertThat(wrote("2", "2020-01-01")).isEqualTo("C00001: past-demand 2 in 2020-01, from 2020-01-01\n");
        wrote("5", "2020-02-01");
        home.good("bill", "--to", "2020-04-01", "--released", "--documents");
        CommandTown.Document april = town.bill("C00001", "2020-04-01");
        assertThat(april.total()).isEqualTo(Money.parse("784.00")); // 744 and 0.8 x 5 x 10
        assertThat(april.text()).contains("\"past-demand\"");
        assertThat(CommandTown.shown(home, april, "en"))
                .contains("Highest demand of the months that count before: 5 kW");
    }

    /// April looks back on March, which intervals count in full, and on February: 720 and 0.8 x 4 x 10 are billed, and
    /// March comes to 8 less.
    @Test
    @Order(3)
    void aCorrectionIsSettledAndIntervalsOfAWholeMonthGoBeforeWhatIsWritten() throws IOException {
        assertThat(wrote("4", "2020-02-01")).contains("it corrects what stood for that day");
        wrote("90", "2020-03-15");
        town.read("2020-05-01", 2464);
        assertThat(town.billed(home, "2020-05-01").total()).isEqualTo(Money.parse("744.00"));
    }

    /// The last days of February at 3 kW are below 4, and above 2.
    @Test
    @Order(4)
    void daysThatAreKnownCountBesideWhatIsWritten() throws IOException {
        town.loadHalfHours(home, "2020-02-28", "2020-03-01", 36, "--correct", "--why=clock of the meter");
        wrote("2", "2020-02-01");
        town.loadHalfHours(home, "2020-05-01", "2020-06-01", -1);
        town.read("2020-06-01", 3208);
        // May is 744 and 10; April and March are billed 0.8 x 1 x 10 less each
        assertThat(town.billed(home, "2020-06-01").total()).isEqualTo(Money.parse("738.00"));
        town.reprinted(home);
    }

    @Test
    @Order(5)
    void triedByTheBookInForceItIsWhatWasBilled() {
        assertThat(CommandTown.tried(home)).containsExactly("768.00", "744.00", "754.00");
    }
}
