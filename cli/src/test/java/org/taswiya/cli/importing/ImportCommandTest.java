package org.taswiya.cli.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
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

/// A utility that begins with nothing but files of its former system, command by command, until its first bill.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class ImportCommandTest {
    @TempDir
    private static Path folder;

    private static CommandHome home = CommandHome.withItsOwnServer(Path.of("unset"));

    @BeforeAll
    static void noHome() {
        home = CommandHome.onTestServer(folder.resolve("home"));
    }

    private static CommandHome.Said take(CommandHome of, String mapping, Charset charset, String text, String... more)
            throws IOException {
        Path file = Files.write(folder.resolve(mapping + ".csv"), text.getBytes(charset));
        List<String> words = new ArrayList<>(List.of("import", file.toString(), "--mapping", mapping));
        words.addAll(List.of("--on", "2020-07-01"));
        words.addAll(List.of(more));
        return of.run(words.toArray(String[]::new));
    }

    private static void good(CommandHome.Said said) {
        assertThat(said.code()).as(said.toString()).isEqualTo(ExitCode.GOOD);
    }

    @Test
    @Order(1)
    void aHomeIsMadeOnlyWhenAsked() throws IOException {
        String customers = "رقم الزبون\tالصنف\tالاسم\nP1\tمنزلي\tسعيد بنعلي\n";
        Charset arabic = Charset.forName("windows-1256");
        CommandHome itsOwn = CommandHome.withItsOwnServer(folder.resolve("new"));
        CommandHome.Said refused = take(itsOwn, "customers-arabic", arabic, customers);
        assertThat(refused.code()).isEqualTo(ExitCode.FAILED);
        assertThat(refused.err()).contains("is no home of Taswiya");
        CommandHome.Said made = take(itsOwn, "customers-arabic", arabic, customers, "--new-home");
        good(made);
        CommandHome.Said taken = take(home, "customers-arabic", arabic, customers, "--new-home");
        good(taken);
        assertThat(taken).as("on a server elsewhere").isEqualTo(made);
        assertThat(taken.out()).isEqualTo("""
                import 1, customers-arabic.csv by customers-arabic, finished: 1 row
                             1  new
                """);
    }

    @Test
    @Order(2)
    void everythingElseFollows() throws IOException {
        Charset utf8 = StandardCharsets.UTF_8;
        good(take(home, "customers", Charset.forName("windows-1252"), "CLIENT;CATEGORIE;NOM\nP2;PROF;Café Saïd\n"));
        good(take(home, "accounts", utf8, "COMPTE;CLIENT\n0000000001;P1\n0000000002;P2\n"));
        good(take(home, "premises", utf8, "LOCAL;ADRESSE;QUARTIER\nL1;1, rue Atlas;Maarif\nL2;2, rue Atlas;Maarif\n"));
        good(take(home, "usage-points", utf8, "POINT;LOCAL;FLUIDE\nE1;L1;ELEC\nE2;L2;ELEC\n"));
        good(take(home, "meters", utf8, """
                POINT;COMPTEUR;POSE;DEPOSE;ROUES;DECIMALES;COEFFICIENT;FLUIDE;INDEX_POSE
                E1;M1;01/02/2020;;5;0;1;ELEC;0
                E2;M2;01/02/2020;;5;0;1;ELEC;0
                """));
        good(take(home, "agreements", utf8, """
                CONTRAT;COMPTE;POINT;TARIF;FOYERS;DEBUT;FIN
                C00001;0000000001;E1;BT-DOM;1;01/02/2020;
                C00002;0000000002;E2;BT-DOM;;01/02/2020;
                """));
        good(take(home, "vacancies", utf8, "LOCAL;DEPUIS;JUSQU_A\nL2;10/03/2020;20/03/2020\n"));
        good(take(home, "readings", utf8, "usagePoint,at,value\nE1,2020-02-01,1000\nE2,2020-02-01,50\n"));
        good(take(home, "readings-arabic", utf8, "نقطة الاستهلاك;تاريخ القراءة;المؤشر\nE1;٠١/٠٣/٢٠٢٠;١,١٠٠\n"));
        good(take(home, "readings-customers", utf8, "meter,day,index\nM2,2020-03-01,90\n"));
    }

    @Test
    @Order(3)
    void rejectedRowsComeBackInAFile() throws IOException {
        String route = """
                POINT;COMPTEUR;DATE;HEURE;INDEX;ANOMALIE;LAT;LON;PHOTO;AGENT
                E1;M1;01/04/2020;09:00;1200;;33.57;-7.58;p1.jpg;A7
                E2;M2;01/04/2020;09:05;;ABS;;;;A7
                E3;;01/04/2020;09:10;5;;;;;A7
                """;
        Path rejects = folder.resolve("back.csv");
        CommandHome.Said said =
                take(home, "route", StandardCharsets.UTF_8, route, "--rejected", rejects.toString(), "--json");
        assertThat(said.code()).isEqualTo(ExitCode.SOME_REFUSED);
        assertThat(said.out())
                .contains("\"read\":3,\"new\":2", "\"reasons\":{\"unknown-usage-point\":1}", "\"rejectedRows\":");
        assertThat(Files.readString(rejects))
                .endsWith("E3;;01/04/2020;09:10;5;;;;;A7;4;"
                        + "\"unknown-usage-point: usagePoint: usage point E3 is not known\"\n");
    }

    @Test
    @Order(3)
    void theSameFileTwiceIsSaidToBe() throws IOException {
        String vacancies = "LOCAL;DEPUIS;JUSQU_A\nL2;10/03/2020;20/03/2020\n";
        CommandHome.Said said = take(home, "vacancies", StandardCharsets.UTF_8, vacancies);
        good(said);
        assertThat(said.err()).contains("has brought this file by this mapping before; nothing of it is left to do");
    }

    @Test
    @Order(3)
    void aFileThatSaysThatItIsUtf8IsNotReadAsAnother() throws IOException {
        String marked = "\uFEFFCLIENT;CATEGORIE;NOM\nP9;PART;Él Alaoui\n";
        CommandHome.Said said = take(home, "customers", StandardCharsets.UTF_8, marked);
        assertThat(said.code()).isNotEqualTo(ExitCode.GOOD);
        assertThat(said.err()).contains("begins with the mark of UTF-8, and the mapping reads windows-1252");
    }

    /// Nothing of these is begun, so none is in the list below.
    @Test
    @Order(3)
    void whatIsNoFileToImportIsSaidSo() throws IOException {
        String readings = "usagePoint,at,value\n" + "E1,2020-05-01,1300\n".repeat(5_000);
        byte[] packed = packed(readings);
        Path cut = Files.write(folder.resolve("cut.csv.gz"), Arrays.copyOf(packed, packed.length - 20));
        packed[packed.length / 2] ^= 0x55;
        Path damaged = Files.write(folder.resolve("damaged.csv.gz"), packed);
        Path table = Files.writeString(folder.resolve("table.csv"), readings);
        assertThat(home.wrong("import", cut.toString(), "--mapping", "readings"))
                .contains("cut.csv.gz is packed by gzip and ends before its end", "Nothing of it was taken in");
        assertThat(home.wrong("import", damaged.toString(), "--mapping", "readings"))
                .contains("is damaged (");
        assertThat(home.wrong("import", folder.toString(), "--mapping", "readings"))
                .contains(folder + " is a folder; expected the file to import");
        assertThat(home.wrong("import", "nothing.csv", "--mapping", "readings")).contains("nothing.csv is not there");
        assertThat(home.wrong("import", table.toString(), "--mapping", "feed"))
                .contains("table.csv is no feed", "The mapping feed brings feeds alone");
        for (String outside : List.of("../../x", "/etc/passwd", "..", "sources/readings", "readings.yaml", "")) {
            assertThat(home.wrong("import", table.toString(), "--mapping", outside))
                    .contains("'" + outside + "' is no name of a mapping", "readings-french");
        }
    }

    private static byte[] packed(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            for (int i = 0; i < text.length(); i++) { // what repeats would leave nothing to cut
                gzip.write(text.charAt(i) == '3' ? "3579".charAt(i * 7919 % 4) : text.charAt(i));
            }
        }
        return bytes.toByteArray();
    }

    @Test
    @Order(4)
    void allImportsAreListed() {
        CommandHome.Said said = home.run("import", "list");
        good(said);
        assertThat(said.out().lines()).hasSize(13);
        assertThat(said.out()).contains("customers-arabic.csv", "visit");
        assertThat(home.run("import", "list", "--json").out().lines())
                .hasSize(12)
                .allMatch(line -> line.startsWith("{"));
        assertThat(home.run("import", "resume").err()).contains("nothing to go on with");
    }

    @Test
    @Order(5)
    void whatCameByFilesIsBilled() {
        CommandHome.Said said = home.run("bill", "--to", "2020-04-01", "--on", "2020-04-03");
        good(said);
        assertThat(said.out()).contains("2 accounts");
        assertThat(home.run("books").out()).contains("reading");
    }

    @Test
    @Order(6)
    void whatMakesNoSenseIsSaid() throws IOException {
        CommandHome.Said none = take(home, "nowhere", StandardCharsets.UTF_8, "x\n");
        assertThat(none.code()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(none.err()).contains("is not there; the mappings are: accounts,");
        CommandHome.Said other = take(home, "accounts", StandardCharsets.UTF_8, "CLIENT\nP1\n");
        assertThat(other.code()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(other.err()).contains("accounts.csv:1: the mapping accounts needs a column 'COMPTE'");
        assertThat(home.run("import").err()).contains("expected FILE and --mapping NAME");
    }
}
