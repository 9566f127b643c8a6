package org.taswiya.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

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

    private static CommandTown town = CommandTown.withItsOwnServer(Path.of("unset"));

    @BeforeAll
    static void whoIsServed() throws IOException {
        town = CommandTown.withItsOwnServer(folder);
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
        town.take("customers", customers.toString(), "--new-home");
        town.take("accounts", accounts.toString());
        town.take("premises", premises.toString());
        town.take("usage-points", points.toString());
        town.take("meters", meters.toString());
        town.take("agreements", agreements.toString());
        town.take("readings", readings.toString(), "--as-they-are");
        town.route("ANFA-1", ANFA.toArray(String[]::new));
        town.route("MAARIF-1", MAARIF.toArray(String[]::new));
        town.bill("2020-03-01");
    }

    /// What a meter showed on 1 March, and so much more.
    private static int shown(String point, int used) {
        return 26 * 100 * (point.charAt(1) - '0') + used;
    }

    /// A round of both routes on the first of a month, of which a reader brings what he could read.
    private static void walk(LocalDate day, List<String> read, IntUnaryOperator used) throws IOException {
        String next = day.plusDays(1).toString();
        for (String route : List.of("ANFA-1", "MAARIF-1")) {
            town.good("round", "plan", "--route", route, "--from", day.toString(), "--to", next, "--why", "monthly");
        }
        StringBuilder results = new StringBuilder("POINT;COMPTEUR;DATE;HEURE;INDEX;ANOMALIE;LAT;LON;PHOTO;AGENT\n");
        for (String point : read) {
            String date = "%02d/%02d/%d".formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear());
            int value = shown(point, used.applyAsInt(point.charAt(1) - '0'));
            results.append("%s;;%s;09:00;%d;;;;;A7\n".formatted(point, date, value));
        }
        town.take("route", results.toString());
    }

    @Test
    @Order(1)
    void readingStopsInAnfaAndRoundsSkipIt() throws IOException {
        town.good(
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
        assertThat(town.good("round", "report", "1"))
                .contains("0 of 3 orders are done", "3 suspended", "0 open")
                .contains("Suspended by SPRING-2020 (Décret n° 2.20.293): 3.");
        assertThat(town.good("round", "orders", "1").lines())
                .as("nothing but the names of the columns goes to the handheld")
                .hasSize(1);
        assertThat(town.good("round", "orders", "2").lines()).hasSize(2);
        assertThat(town.good("round", "report", "2")).contains("1 of 1 orders are done: 1 read");
        town.bill("2020-04-01");
    }

    @Test
    @Order(2)
    void customersAreInvitedOnceAndOneReadsForHimself() throws IOException {
        String invited = town.good("suspension", "invite", "SPRING-2020", "--why", "state of emergency", "--json");
        assertThat(invited.lines()).hasSize(3);
        assertThat(invited).contains("0000000001", "0000000002", "0000000003").doesNotContain("0000000004");
        assertThat(invited).contains("votre prochaine facture sera alors établie d’après votre relève");
        String books = town.good("books");
        assertThat(town.good("suspension", "invite", "SPRING-2020", "--why", "state of emergency", "--json"))
                .isEqualTo(invited);
        assertThat(town.good("books")).as("invited once").isEqualTo(books);
        town.take("readings-customers", "meter,day,index\nM2,2020-05-01,%d\n".formatted(shown("E2", 430)));
        walk(LocalDate.of(2020, 5, 1), MAARIF, _ -> 610);
        assertThat(town.good("round", "report", "3"))
                .contains("1 read-by-customer")
                .contains("2 suspended");
        town.bill("2020-05-01");
    }

    @Test
    @Order(3)
    void theOrderEndsAndReadersWalkAgain() throws IOException {
        walk(LocalDate.of(2020, 6, 1), MAARIF, _ -> 920);
        town.bill("2020-06-01");
        town.good("suspension", "end", "SPRING-2020", "--to", "2020-06-15", "--why", "readers walk again");
        walk(LocalDate.of(2020, 7, 1), List.of("E1", "E2", "E3", "E4"), SuspendedSpringTest::usedInAll);
        // Three times what the meter used to show: a person looks at it, and it is right.
        assertThat(town.good("round", "report", "7")).contains("2 of 3 orders are done: 2 read");
        assertThat(town.good("suspect", "list")).contains("E1").doesNotContain("E2", "E3");
        town.good("suspect", "accept", "E1", "2020-07-01", "--why", "seen twice");
        assertThat(town.good("round", "report", "7")).contains("3 of 3 orders are done: 3 read");
        town.bill("2020-07-01");
        // Fourteen usual bills at once: one more look before it leaves.
        assertThat(town.good("hold", "list")).contains("C00001", "above-usual").doesNotContain("C00002", "C00003");
        town.good("hold", "release", "C00001", "--why", "four months at once");
        town.good("bill", "--to", "2020-07-01", "--on", "2020-07-02", "--released", "--documents");
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
        assertThat(town.billedAfter("C00001", LAST_READ)).isEqualTo(town.billedAfter("C00004", LAST_READ));
    }

    @Test
    @Order(5)
    void billsSayWhatStoppedReadingAndWhatFollowed() throws IOException {
        assertThat(town.bill("C00001", "2020-05-01").text()).contains("Décret n° 2.20.293", "\"estimated\"");
        assertThat(town.bill("C00001", "2020-05-01").text()).contains("\"method\": \"two-years\"");
        assertThat(town.bill("C00002", "2020-05-01").text()).contains("\"method\": \"customer-reading\"", "\"211\"");
        assertThat(town.bill("C00002", "2020-07-01").text()).contains("\"kind\": \"customer\"");
        assertThat(town.bill("C00004", "2020-05-01").text()).doesNotContain("Décret n° 2.20.293");
        assertThat(town.bill("C00001", "2020-07-02").total())
                .isGreaterThan(town.bill("C00004", "2020-07-01").total());
        assertThat(town.bill("C00003", "2020-07-01").total().signum()).isNegative();
        town.verify();
        town.good("bill", "reprint", "--all", "--to", folder.resolve("again").toString());
        assertThat(town.good("ledger", "balance")).endsWith("0.00\n");
        assertThat(town.good("hold", "list")).doesNotContain("C0000");
    }
}
