package org.taswiya.cli.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.taswiya.cli.CommandHome;
import org.taswiya.cli.command.ExitCode;

/// A customer who comes from an old system, command by command. 120 kWh cost 129.46.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class MigrationCommandTest {
    @TempDir
    private static Path folder;

    private static CommandHome home = CommandHome.withItsOwnServer(Path.of("unset"));

    private static String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private static void take(String mapping, String text, String... more) throws IOException {
        List<String> words = new ArrayList<>(List.of("import", file(mapping + ".csv", text), "--mapping", mapping));
        words.addAll(List.of("--on", "2020-06-02"));
        words.addAll(List.of(more));
        CommandHome.Said said = home.run(words.toArray(String[]::new));
        assertThat(said.code()).as(said.toString()).isEqualTo(ExitCode.GOOD);
    }

    @BeforeAll
    static void whatTheOldSystemHandsOver() throws IOException {
        home = CommandHome.onTestServer(folder.resolve("home"));
        take("customers", "CLIENT;CATEGORIE;NOM\nP1;PART;Amrani\n", "--new-home");
        take("accounts", "COMPTE;CLIENT\n0000000001;P1\n");
        take("premises", "LOCAL;ADRESSE;QUARTIER\nL1;1, rue Atlas;Maarif\n");
        take("usage-points", "POINT;LOCAL;FLUIDE\nE1;L1;ELEC\n");
        take("meters", """
                POINT;COMPTEUR;POSE;DEPOSE;ROUES;DECIMALES;COEFFICIENT;FLUIDE;INDEX_POSE
                E1;M1;01/01/2018;;5;0;1;ELEC;0
                """);
        take("agreements-migrated", """
                CONTRAT;COMPTE;POINT;TARIF;FOYERS;DEBUT;FIN;FACTURE_DEPUIS
                C00001;0000000001;E1;BT-DOM;1;01/01/2018;;01/03/2020
                """);
        take("readings", "usagePoint,at,value\nE1,2020-02-01,1000\nE1,2020-03-01,1120\n", "--as-they-are");
        take("open-items", "COMPTE;FACTURE;EMISE_LE;ECHEANCE;RESTE_DU\n0000000001;F4;03/05/2020;31/05/2020;129,46\n");
        take("former-bills", """
                CONTRAT;FACTURE;DU;AU;EMISE_LE;CONSOMMATION;NATURE;HT;TAXES;TTC
                C00001;F2;01/02/2020;01/03/2020;03/03/2020;120;R;113,30;16,16;129,46
                C00001;F3;01/03/2020;01/04/2020;03/04/2020;120;E;113,30;16,16;129,46
                C00001;F4;01/04/2020;01/05/2020;03/05/2020;120;E;113,30;16,16;129,46
                """);
    }

    @Test
    @Order(1)
    void totalsThatAgreeAreGood() throws IOException {
        String totals = file("totals.yaml", """
                source: the old system, 30 April 2020
                customers: 1
                readings: { count: 2, last: { electricity: 1120 } }
                formerBills: { count: 3, total: 388.38 }
                openItems: { count: 1, sum: 129.46 }
                """);
        CommandHome.Said said = home.run("migration", "check", totals);
        assertThat(said.code()).as(said.toString()).isEqualTo(ExitCode.GOOD);
        assertThat(said.out())
                .contains("last readings of electricity", "388.38")
                .endsWith("totals of the old system, 30 April 2020: 7 agree, 0 differ\n");
    }

    @Test
    @Order(2)
    void aTotalThatDiffersIsSaidWithTheDifference() throws IOException {
        String totals = file("other.yaml", "source: test\ncustomers: 3\nopenItems: { count: 1, sum: 100 }\n");
        CommandHome.Said said = home.run("migration", "check", totals);
        assertThat(said.code()).isEqualTo(ExitCode.SOME_REFUSED);
        assertThat(said.out()).contains("differs by -2", "differs by +29.46", "1 agree, 2 differ");
        assertThat(home.run("migration", "check", totals, "--json").out().lines())
                .containsExactly(
                        "{\"total\":\"customers\",\"stated\":\"3\",\"found\":\"1\","
                                + "\"difference\":\"-2\",\"agrees\":false}",
                        "{\"total\":\"open-items\",\"stated\":\"1\",\"found\":\"1\","
                                + "\"difference\":\"0\",\"agrees\":true}",
                        "{\"total\":\"open-items-sum\",\"stated\":\"100\",\"found\":\"129.46\","
                                + "\"difference\":\"29.46\",\"agrees\":false}");
    }

    @Test
    @Order(3)
    void faultsOfTheFileAreNamedWithTheirPlace() throws IOException {
        CommandHome.Said said =
                home.run("migration", "check", file("faulty.yaml", "source: test\ncustomers: x\naccounts: -1\n"));
        assertThat(said.code()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(said.out()).isEmpty();
        assertThat(said.err())
                .containsOnlyOnce("faulty.yaml:2:12: found x")
                .containsOnlyOnce("faulty.yaml:3:11: found -1")
                .containsPattern("2 faults in .*faulty.yaml, see above; nothing was compared");
        assertThat(home.run("migration", "check", "nowhere.yaml").code()).isEqualTo(ExitCode.WRONG_USAGE);
    }

    @Test
    @Order(4)
    void anAccountShowsWhatTheOldSystemBilled() {
        CommandHome.Said said = home.run("bill", "show", "--account", "0000000001");
        assertThat(said.code()).as(said.toString()).isEqualTo(ExitCode.GOOD);
        assertThat(said.out().lines()).anyMatch(line -> line.startsWith("F3 ") && line.contains("estimated"));
        assertThat(home.run("bill", "show", "--account", "0000000001", "--json").out())
                .contains("\"reference\":\"F2\",\"from\":\"2020-02-01\"", "\"total\":\"129.46\"");
        assertThat(home.run("bill", "show", "--account", "0000000009").code()).isEqualTo(ExitCode.WRONG_USAGE);
    }

    /// The old system bills May on an estimate of its own, and an agreement that did not come.
    @Test
    @Order(5)
    void aCycleIsComparedBeforeItIsBilled() throws IOException {
        String may = file("may.csv", """
                CONTRAT;FACTURE;DU;AU;EMISE_LE;CONSOMMATION;NATURE;HT;TAXES;TTC
                C00001;F5;01/05/2020;01/06/2020;03/06/2020;120;E;113,30;16,16;129,46
                C00002;F6;01/05/2020;01/06/2020;03/06/2020;1;E;2;0;2
                C00003;F7;01/05/2020;01/06/2020;03/06/2020;1;E;2;0;3
                C00002;F6;01/05/2020;01/06/2020;03/06/2020;1;E;2;0;2
                C00002;F6;01/05/2020;01/06/2020;03/06/2020;9;E;8;0;8
                """);
        String[] compare = {"migration", "compare", may, "--mapping", "former-bills", "--to", "2020-06-01"};
        CommandHome.Said said = home.run(compare);
        assertThat(said.code()).as(said.toString()).isEqualTo(ExitCode.SOME_REFUSED);
        assertThat(said.out())
                .contains("nothing stored", "by the old system only", "the agreement is not known here", "2 rows of");
        assertThat(said.err())
                .contains("may.csv: line 4, TTC: bad-record")
                .contains("may.csv: line 6, reference: other-value: F6 of C00002 again, with other days or amounts");
        String[] asJson = Arrays.copyOf(compare, compare.length + 1);
        asJson[compare.length] = "--json";
        assertThat(home.run(asJson).out())
                .contains(
                        "\"rowsNotRead\":2",
                        "\"only-theirs\":{\"agreements\":1,\"theirs\":\"2.00\",\"ours\":\"0.00\"",
                        "\"agreement\":\"C00002\",\"cause\":\"only-theirs\"");
        compare[2] = folder.toString();
        assertThat(home.run(compare).err()).contains("is a folder; expected the file with the bills");
        compare[2] = cut(Path.of(may)).toString();
        assertThat(home.run(compare).err()).contains("is packed by gzip and ends before its end");
        compare[4] = "accounts";
        assertThat(home.run(compare).err()).contains("brings account; expected former-bill");
    }

    private static Path cut(Path file) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(Files.readAllBytes(file));
        }
        return Files.write(
                file.resolveSibling(file.getFileName() + ".gz"),
                Arrays.copyOf(packed.toByteArray(), packed.size() / 2));
    }

    @Test
    @Order(6)
    void aWrongItemIsTakenBack() {
        CommandHome.Said said =
                home.run("migration", "take-back", "0000000001", "F4", "--why", "paid", "--on", "2020-06-02");
        assertThat(said.code()).as(said.toString()).isEqualTo(ExitCode.GOOD);
        assertThat(said.out())
                .isEqualTo("Open item F4 of account 0000000001, 129.46 DH, is taken back on 2020-06-02\n");
        assertThat(home.run("migration", "take-back", "0000000001", "F4", "--why", "paid")
                        .out())
                .endsWith("was taken back on 2020-06-02 already\n");
        assertThat(home.run("migration", "take-back", "0000000001", "F9", "--why", "paid")
                        .code())
                .isEqualTo(ExitCode.WRONG_USAGE);
    }

    /// 450 kWh in months of 31, 30 and 31 days: 151.63, 146.74 and 151.63, of which the old system billed twice 120.
    @Test
    @Order(7)
    void theFirstReadingSettlesWhatTheOldSystemEstimated() throws IOException {
        take("readings", "usagePoint,at,value\nE1,2020-06-01,1570\n", "--as-they-are");
        CommandHome.Said billed = home.run("bill", "--to", "2020-06-01", "--on", "2020-06-03", "--documents");
        assertThat(billed.code()).as(billed.toString()).isEqualTo(ExitCode.GOOD);
        CommandHome.Said shown = home.run("bill", "show", "--account", "0000000001", "--lang", "en", "--json");
        assertThat(shown.code()).as(shown.toString()).isEqualTo(ExitCode.GOOD);
        assertThat(shown.out())
                .contains(
                        "\"from\":\"2020-03-01\",\"to\":\"2020-04-01\",\"kind\":\"true-up\",\"usage\":\"152\"",
                        "\"from\":\"2020-04-01\",\"to\":\"2020-05-01\",\"kind\":\"true-up\",\"usage\":\"147\"",
                        "\"from\":\"2020-05-01\",\"to\":\"2020-06-01\",\"kind\":\"actual\",\"usage\":\"151\"",
                        "\"formerBills\":[{");
        home.good("verify", home.documents().toString());
    }
}
