package org.taswiya.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.taswiya.cli.CommandHome.Said;
import org.taswiya.cli.command.ExitCode;

/// A flat that is left, stands empty and is handed on, command by command: household 1 leaves, household 2 moves in and
/// hands on to household 3. The meter has shown 120 more every month since February 2018.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class AgreementCommandTest {
    private static final String TARIFF = "casablanca/electricity-household";

    @TempDir
    private static Path folder;

    private static CommandTown town = new CommandTown(Path.of("unset"));

    @BeforeAll
    static void threeHouseholds() throws IOException {
        town = new CommandTown(folder);
        town.serve(3);
        town.plainMeters(3);
        town.read(1, 120, LocalDate.of(2020, 3, 1));
        town.good("bill", "--to", "2020-03-01", "--on", "2020-03-03");
    }

    private static String good(String... words) {
        return town.good(line(words));
    }

    private static String refused(String... words) {
        Said said = town.home().expect(ExitCode.SOME_REFUSED, line(words));
        assertThat(said.out()).isEmpty();
        return said.err();
    }

    private static String[] line(String... words) {
        String[] line = new String[words.length + 1];
        line[0] = "agreement";
        System.arraycopy(words, 0, line, 1, words.length);
        return line;
    }

    @Test
    @Order(1)
    void whoLeavesIsReadOrSaidToBeEstimated() {
        assertThat(refused("move-out", "C00001", "--on", "2020-03-16", "--why", "moved"))
                .startsWith("taswiya: unread: nobody has read the meter at E1 on 2020-03-16");
        assertThat(refused("move-out", "C00001", "--on", "2020-02-16", "--reading", "1", "--why", "moved"))
                .startsWith("taswiya: billed-already: C00001 is billed to 2020-03-01");
        assertThat(good("move-out", "C00001", "--on", "2020-03-16", "--estimate", "--why", "moved", "--trial"))
                .contains("2020-03-16 (to be estimated)", "Nothing was stored.");
        assertThat(town.refused(line(
                                "move-out",
                                "C00001",
                                "--on",
                                "2020-03-16",
                                "--estimate",
                                "--reading",
                                "1",
                                "--why",
                                "moved"))
                        .err())
                .contains("--estimate and --reading exclude each other");
        assertThat(good("move-out", "C00001", "--on", "2020-03-16", "--reading", "3180", "--why", "moved"))
                .contains("C00001 of account 0000000001 (Client 1), electricity at E1: 2020-02-01 (read 3000) to"
                        + " 2020-03-16 (read 3180), billed to 2020-03-01");
        assertThat(refused("move-out", "C00001", "--on", "2020-03-20", "--estimate", "--why", "again"))
                .startsWith("taswiya: already-ended");
    }

    @Test
    @Order(2)
    void whoMovesInFindsItFree() {
        assertThat(refused(moveIn("2020-03-10", "3150"))).startsWith("taswiya: overlap: agreement C00001");
        String began = good(moveIn("2020-03-21", "3181"));
        assertThat(began)
                .contains("C00004 of account 0000000002", "2020-03-21 (read 3181) on, not billed")
                .contains("It owes D0000000001 of C00004, account 0000000002: ");
    }

    private static String[] moveIn(String on, String reading) {
        return new String[] {
            "move-in",
            "0000000002",
            "--point",
            "E1",
            "--tariff",
            TARIFF,
            "--on",
            on,
            "--reading",
            reading,
            "--why",
            "in"
        };
    }

    @Test
    @Order(3)
    void aServiceIsHandedOnAndTheFinalBillsAreMadeOffTheCycle() {
        assertThat(good(
                        "transfer",
                        "C00004",
                        "--to",
                        "0000000003",
                        "--on",
                        "2020-04-01",
                        "--reading",
                        "3220",
                        "--why",
                        "married",
                        "--json"))
                .contains("\"ended\":{\"agreement\":\"C00004\"", "\"successor\":\"C00005\"", "\"isStored\":true");
        assertThat(town.good("bill", "--to", "2020-04-02", "--on", "2020-04-02", "--released"))
                .contains("2 bills");
        assertThat(good("show", "C00004"))
                .contains("to 2020-04-01 (read 3220), billed to 2020-04-01", "married; C00005 follows");
    }

    @Test
    @Order(4)
    void theLifeOfAPlaceHasEveryDayOnce() {
        assertThat(good("list", "--premise", "L1").lines().map(line -> line.replaceAll(" \\(.*?\\)", "")))
                .containsExactly(
                        "electricity at E1, premise L1",
                        "  C00001 of account 0000000001, electricity at E1: 2020-02-01 to 2020-03-16, billed to"
                                + " 2020-03-16",
                        "  vacant: 2020-03-16 to 2020-03-21",
                        "  C00004 of account 0000000002, electricity at E1: 2020-03-21 to 2020-04-01, billed to"
                                + " 2020-04-01",
                        "  C00005 of account 0000000003, electricity at E1: 2020-04-01 on, not billed");
        assertThat(good("list", "--account", "0000000003", "--json")).contains("\"isVacant\":true");
        assertThat(good("list", "--premise", "L9")).isEqualTo("No agreements.\n");
        assertThat(town.refused("agreement", "list").err()).contains("say one of");
        assertThat(town.refused("agreement", "show", "C99999").err()).contains("there is no agreement C99999");
    }

    @Test
    @Order(5)
    void nobodyWhoHasLeftIsForgotten() {
        // both final bills are made; nobody has reminded anybody of them, or of the bill before
        assertThat(good("check", "--on", "2020-04-02", "--within", "30"))
                .isEqualTo("2 agreements ended, nothing is missing\n");
        // The account of C00004 is served at another place still: what it owes is claimed with the rest.
        Said later = town.home().expect(ExitCode.SOME_REFUSED, line("check", "--on", "2020-06-01"));
        assertThat(later.out())
                .contains("claim since 2020-03-21: C00001 of account 0000000001, 129.46 DH, bill 0000000001")
                .contains("claim since 2020-04-20: C00001 of account 0000000001, 64.73 DH, bill 0000000002")
                .contains("deposit since 2020-04-01: C00004 of account 0000000002, 300.00 DH, D0000000001")
                .endsWith("2 agreements ended, 3 missing\n");
        assertThat(good("check", "--on", "2020-06-01", "--within", "90")).endsWith("nothing is missing\n");
    }
}
