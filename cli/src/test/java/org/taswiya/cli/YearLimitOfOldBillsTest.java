package org.taswiya.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taswiya.core.quantity.Money;

/// Two households from an old system pay 1.00 for each kWh, and 732.00 for a year from April at least. Each used 40 in
/// March 2020, the first month that is billed here.
final class YearLimitOfOldBillsTest {
    private static final String BOOK = MadeUpBook.household("""
                  - component: energy
                    kind: blocks
                    tax: energy
                    households: ignore
                    blocks:
                      - { above: 0, mode: progressive, price: 1 }
                  - component: least
                    kind: minimum
                    tax: energy
                    perYear: 732
                    yearFrom: --04-01
            examples:
              - name: in the midst of a year
                derived: "30"
                period: { from: 2020-06-01, to: 2020-07-01 }
                usage: 30
                expect: { net: 30.00 }
            """);

    @TempDir
    private Path folder;

    /// Of the first its old bills are known, 600.00 before tax. Of the second nothing is, until somebody writes down
    /// that 500.00 were charged.
    @Test
    void whatAnOldSystemChargedCounts() throws IOException {
        CommandTown town = new CommandTown(folder);
        town.take("customers", "CLIENT;CATEGORIE;NOM\nP1;PART;Un\nP2;PART;Deux\n", "--new-home");
        town.take("accounts", "COMPTE;CLIENT\n0000000001;P1\n0000000002;P2\n");
        town.take("premises", "LOCAL;ADRESSE;QUARTIER\nL1;1, rue Atlas;Anfa\nL2;2, rue Atlas;Anfa\n");
        town.take("usage-points", "POINT;LOCAL;FLUIDE\nE1;L1;ELEC\nE2;L2;ELEC\n");
        town.take("agreements-migrated", """
                CONTRAT;COMPTE;POINT;TARIF;FOYERS;DEBUT;FIN;FACTURE_DEPUIS
                C00001;0000000001;E1;BT-DOM;1;01/01/2018;;01/03/2020
                C00002;0000000002;E2;BT-DOM;1;01/01/2018;;01/03/2020
                """);
        town.plainMeters(2);
        town.take("readings", """
                usagePoint,at,value
                E1,2020-03-01,1000
                E2,2020-03-01,1000
                E1,2020-04-01,1040
                E2,2020-04-01,1040
                """, "--as-they-are");
        town.take("former-bills", """
                CONTRAT;FACTURE;DU;AU;EMISE_LE;CONSOMMATION;NATURE;HT;TAXES;TTC
                C00001;F1;01/04/2019;01/03/2020;03/03/2020;600;R;600,00;120,00;720,00
                """);
        CommandHome home = town.priced(BOOK);
        assertThat(town.billed(home, "2020-04-01").total()).isEqualTo(Money.parse("132.00"));
        assertThat(home.good("hold", "list"))
                .contains("C00002", "charged-this-year", "write down what was charged")
                .doesNotContain("C00001");
        home.good("agreement", "fact", "C00002", "charged-this-year", "500", "--from", "2020-03-01", "--why=old bills");
        home.good("bill", "--to", "2020-04-01", "--released", "--documents");
        assertThat(town.bill("C00002", "2020-04-01").total()).isEqualTo(Money.parse("232.00"));
    }
}
