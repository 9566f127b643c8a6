package org.taswiya.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.taswiya.core.quantity.Money;
import picocli.CommandLine;

/// A spring in which nobody walks in Anfa while Maarif is read as ever, command by command, from the order to the
/// bills of June.
///
/// E1 and E4 use the same: 10 kWh a day from March to June. E1 is not read in these months, E4 every month. E2 reads
/// for itself on 1 May, and its bill of April goes by that. E3 is billed more on estimates than it used.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class SuspendedSpringTest {
    private static final List<String> ANFA = List.of("E1", "E2", "E3");
    private static final List<String> MAARIF = List.of("E4");
    private static final LocalDate LAST_READ = LocalDate.of(2020, 3, 1);

    @TempDir
    private static Path folder;

    private static Path home = Path.of("unset");

    private record Said(int code, String out, String err) {}

    private static Said run(String... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        List<String> line = new ArrayList<>(List.of(words));
        if (!words[0].equals("verify")) {
            line.addAll(List.of("--home", home.toString()));
        }
        if (List.of("import", "bill", "verify").contains(words[0])
                || !Collections.disjoint(List.of(words), List.of("accept", "invite"))) {
            line.addAll(List.of("--utilities", Path.of("..", "utilities").toString()));
        }
        CommandLine command = Taswiya.commandLine();
        command.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        int code = command.execute(line.toArray(String[]::new));
        return new Said(code, out.toString(), err.toString());
    }

    private static String good(String... words) {
        Said said = run(words);
        assertThat(said.code()).as(said.toString()).isEqualTo(Taswiya.GOOD);
        return said.out();
    }

    private static String take(String mapping, String text, String... more) throws IOException {
        Charset charset = mapping.equals("customers") ? Charset.forName("windows-1252") : StandardCharsets.UTF_8;
        Path file = Files.write(folder.resolve(mapping + ".csv"), text.getBytes(charset));
        List<String> words = new ArrayList<>(List.of("import", file.toString(), "--mapping", mapping));
        words.addAll(List.of(more));
        return good(words.toArray(String[]::new));
    }

    @BeforeAll
    static void whoIsServed() throws IOException {
        home = folder.resolve("home");
        StringBuilder customers = new StringBuilder("CLIENT;CATEGORIE;NOM\n");
        StringBuilder accounts = new StringBuilder("COMPTE;CLIENT\n");
        StringBuilder premises = new StringBuilder("LOCAL;ADRESSE;QUARTIER\n");
        StringBuilder points = new StringBuilder("POINT;LOCAL;FLUIDE\n");
        StringBuilder meters =
                new StringBuilder("POINT;COMPTEUR;POSE;DEPOSE;ROUES;DECIMALES;COEFFICIENT;FLUIDE;INDEX_POSE\n");
        StringBuilder agreements = new StringBuilder("CONTRAT;COMPTE;POINT;TARIF;FOYERS;DEBUT;FIN\n");
        StringBuilder readings = new StringBuilder("usagePoint,at,value\n");
        for (int i = 1; i <= 4; i++) {
            customers.append("P%d;PART;Client %d\n".formatted(i, i));
            accounts.append("000000000%d;P%d\n".formatted(i, i));
            premises.append("L%d;%d, rue Atlas;%s\n".formatted(i, i, i < 4 ? "Anfa" : "Maarif"));
            points.append("E%d;L%d;ELEC\n".formatted(i, i));
            meters.append("E%d;M%d;01/01/2018;;6;0;1;ELEC;0\n".formatted(i, i));
            agreements.append("C0000%d;000000000%d;E%d;BT-DOM;1;01/02/2020;\n".formatted(i, i, i));
            int level = 100 * i; // a month, so that what is estimated is another amount for each
            int shown = 0;
            for (LocalDate day = LocalDate.of(2018, 2, 1); !day.isAfter(LAST_READ); day = day.plusMonths(1)) {
                shown += level;
                readings.append("E%d,%s,%d\n".formatted(i, day, shown));
            }
        }
        take("customers", customers.toString(), "--new-home");
        take("accounts", accounts.toString());
        take("premises", premises.toString());
        take("usage-points", points.toString());
        take("meters", meters.toString());
        take("agreements", agreements.toString());
        take("readings", readings.toString(), "--as-they-are");
        route("ANFA-1", ANFA);
        route("MAARIF-1", MAARIF);
        bill("2020-03-01");
    }

    private static void route(String name, List<String> points) throws IOException {
        Path file = Files.write(folder.resolve(name + ".txt"), points);
        good("route", "lay", name, file.toString(), "--why", "as walked");
    }

    private static void bill(String to) {
        good("bill", "--to", to, "--documents");
    }

    /// What a meter showed on 1 March, and so much more.
    private static int shown(String point, int used) {
        return 26 * 100 * (point.charAt(1) - '0') + used;
    }

    /// A round of both routes on the first of a month, of which a reader brings what he could read.
    private static void walk(LocalDate day, List<String> read, IntUnaryOperator used) throws IOException {
        String next = day.plusDays(1).toString();
        for (String route : List.of("ANFA-1", "MAARIF-1")) {
            good("round", "plan", "--route", route, "--from", day.toString(), "--to", next, "--why", "monthly");
        }
        StringBuilder results = new StringBuilder("POINT;COMPTEUR;DATE;HEURE;INDEX;ANOMALIE;LAT;LON;PHOTO;AGENT\n");
        for (String point : read) {
            String date = "%02d/%02d/%d".formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear());
            int value = shown(point, used.applyAsInt(point.charAt(1) - '0'));
            results.append("%s;;%s;09:00;%d;;;;;A7\n".formatted(point, date, value));
        }
        take("route", results.toString());
    }

    @Test
    @Order(1)
    void readingStopsInAnfaAndRoundsSkipIt() throws IOException {
        good(
                "suspension",
                "start",
                "SPRING-2020",
                "--stop",
                "reading,disconnection",
                "--area",
                "Anfa",
                "--from",
                "2020-03-20",
                "--law",
                "Décret n° 2.20.293",
                "--why",
                "state of emergency");
        walk(LocalDate.of(2020, 4, 1), MAARIF, _ -> 310);
        assertThat(good("round", "report", "1")).contains("3 suspended").contains("0 open", "SPRING-2020");
        assertThat(good("round", "report", "2")).contains("1 of 1 orders are done: 1 read");
        bill("2020-04-01");
    }

    @Test
    @Order(2)
    void customersAreInvitedOnceAndOneReadsForHimself() throws IOException {
        String invited = good("suspension", "invite", "SPRING-2020", "--why", "state of emergency", "--json");
        assertThat(invited.lines()).hasSize(3);
        assertThat(invited).contains("0000000001", "0000000002", "0000000003").doesNotContain("0000000004");
        assertThat(invited).contains("votre prochaine facture sera alors établie d’après votre relève");
        String books = good("books");
        assertThat(good("suspension", "invite", "SPRING-2020", "--why", "state of emergency", "--json"))
                .isEqualTo(invited);
        assertThat(good("books")).as("invited once").isEqualTo(books);
        take("readings-customers", "meter,day,index\nM2,2020-05-01,%d\n".formatted(shown("E2", 430)));
        walk(LocalDate.of(2020, 5, 1), MAARIF, _ -> 610);
        assertThat(good("round", "report", "3")).contains("1 read-by-customer").contains("2 suspended");
        bill("2020-05-01");
    }

    @Test
    @Order(3)
    void theOrderEndsAndReadersWalkAgain() throws IOException {
        walk(LocalDate.of(2020, 6, 1), MAARIF, _ -> 920);
        bill("2020-06-01");
        good("suspension", "end", "SPRING-2020", "--to", "2020-06-15", "--why", "readers walk again");
        walk(LocalDate.of(2020, 7, 1), List.of("E1", "E2", "E3", "E4"), SuspendedSpringTest::usedInAll);
        // Three times what the meter used to show: a person looks at it, and it is right.
        assertThat(good("round", "report", "7")).contains("2 of 3 orders are done: 2 read");
        assertThat(good("suspect", "list")).contains("E1").doesNotContain("E2", "E3");
        good("suspect", "accept", "E1", "2020-07-01", "--why", "seen twice");
        assertThat(good("round", "report", "7")).contains("3 of 3 orders are done: 3 read");
        bill("2020-07-01");
        // Fourteen usual bills at once: one more look before it leaves.
        assertThat(good("hold", "list")).contains("C00001", "above-usual").doesNotContain("C00002", "C00003");
        good("hold", "release", "C00001", "--why", "four months at once");
        good("bill", "--to", "2020-07-01", "--on", "2020-07-02", "--released", "--documents");
    }

    /// From March to June; E3 was estimated at some 300 a month.
    private static int usedInAll(int meter) {
        return switch (meter) {
            case 1, 4 -> 1_220;
            case 2 -> 900;
            default -> 610;
        };
    }

    @Test
    @Order(4)
    void whoeverWasEstimatedPaidInTheEndWhatReadingEveryMonthCost() throws IOException {
        assertThat(afterMarch("C00001")).isEqualTo(afterMarch("C00004"));
    }

    @Test
    @Order(5)
    void billsSayWhatStoppedReadingAndWhatFollowed() throws IOException {
        assertThat(bill("C00001", "2020-05-01").text()).contains("Décret n° 2.20.293", "\"estimated\"");
        assertThat(bill("C00001", "2020-05-01").text()).contains("\"method\": \"two-years\"");
        assertThat(bill("C00002", "2020-05-01").text()).contains("\"method\": \"customer-reading\"", "\"211\"");
        assertThat(bill("C00002", "2020-07-01").text()).contains("\"kind\": \"customer\"");
        assertThat(bill("C00004", "2020-05-01").text()).doesNotContain("Décret n° 2.20.293");
        assertThat(bill("C00001", "2020-07-02").total())
                .isGreaterThan(bill("C00004", "2020-07-01").total());
        assertThat(bill("C00003", "2020-07-01").total().signum()).isNegative();
        good("verify", home.resolve("documents").toString());
        good("bill", "reprint", "--all", "--to", folder.resolve("again").toString());
        assertThat(good("ledger", "balance")).endsWith("0.00\n");
        assertThat(good("hold", "list")).doesNotContain("C0000");
    }

    private static Money afterMarch(String agreement) throws IOException {
        Money sum = Money.parse("0.00");
        for (Document bill : documents()) {
            if (bill.agreement().equals(agreement) && !bill.billedOn().equals(LAST_READ.toString())) {
                sum = sum.plus(bill.total());
            }
        }
        return sum;
    }

    private static Document bill(String agreement, String on) throws IOException {
        return documents().stream()
                .filter(bill ->
                        bill.agreement().equals(agreement) && bill.billedOn().equals(on))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no bill of " + agreement + " of " + on));
    }

    private record Document(String text) {
        private String field(String name) {
            Matcher found =
                    Pattern.compile("(?m)^  \"" + name + "\": \"([^\"]*)\"").matcher(text);
            assertThat(found.find()).as(name).isTrue();
            return found.group(1);
        }

        String agreement() {
            return field("agreement");
        }

        String billedOn() {
            return field("billedOn");
        }

        Money total() {
            return Money.parse(field("total"));
        }
    }

    private static List<Document> documents() throws IOException {
        List<Document> documents = new ArrayList<>();
        try (Stream<Path> files = Files.walk(home.resolve("documents"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                documents.add(new Document(Files.readString(file)));
            }
        }
        return documents;
    }
}
