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
import org.taswiya.cli.command.ExitCode;

/// Household 1 has electricity at another place connected, from the form to the first bill. Household 2 moves in next
/// door on the same day, so that their first bills are the same.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class ConnectionCommandTest {
    private static final String ONE = "0000000001";
    private static final String NEW = "NC0000000001";
    private static final String TARIFF = "casablanca/electricity-household";

    @TempDir
    private static Path folder;

    private static CommandTown town = new CommandTown(Path.of("unset"));

    @BeforeAll
    static void twoHouseholds() throws IOException {
        town = new CommandTown(folder);
        town.serve(2);
        town.plainMeters(2);
        town.read(1, 120, LocalDate.of(2020, 4, 1));
        town.read(2, 120, LocalDate.of(2020, 4, 1));
    }

    private static String step(String command, String on, String... more) {
        return town.good(line(command, on, more));
    }

    private static String refused(String command, String on, String... more) {
        CommandHome.Said said = town.home().expect(ExitCode.SOME_REFUSED, line(command, on, more));
        assertThat(said.out()).isEmpty();
        return said.err();
    }

    private static String[] line(String command, String on, String... more) {
        String[] line = new String[more.length + 6];
        line[0] = "connection";
        line[1] = command;
        System.arraycopy(more, 0, line, 2, more.length);
        System.arraycopy(new String[] {"--on", on, "--why", "as told"}, 0, line, more.length + 2, 4);
        return line;
    }

    @Test
    @Order(1)
    void whoeverAppliesIsToldWhatIsMissing() {
        assertThat(town.good("connection", "list")).isEqualTo("No applications.\n");
        String[] form = {
            "--account", ONE, "--address", "9, rue Atlas", "--service", "electricity", "--document", "identity"
        };
        assertThat(refused("apply", "2020-03-02", "--account", "0000000009", "--premise", "L1", "--service", "water"))
                .startsWith("taswiya: unknown-account: there is no account 0000000009; import customers");
        assertThat(refused("apply", "2020-03-02", "--account", ONE, "--premise", "L1", "--service", "gas"))
                .startsWith("taswiya: not-offered: connections.yaml has no connection of class household to gas");
        assertThat(town.refused(line("apply", "2020-03-02", "--account", ONE, "--service", "water"))
                        .err())
                .contains("say one of --premise and --address");
        assertThat(step("apply", "2020-03-02", form))
                .isEqualTo(NEW + " of Client 1, account 0000000001: electricity at 9, rue Atlas: received since"
                        + " 2020-03-02, missing permit, title\n");
        assertThat(refused("quote", "2020-03-03", NEW)).startsWith("taswiya: documents-missing: " + NEW);
        assertThat(step("document", "2020-03-04", NEW, "--ask")).contains("incomplete since 2020-03-04");
        assertThat(refused("document", "2020-03-03", NEW, "title"))
                .startsWith("taswiya: before-last-step: " + NEW + " is incomplete since 2020-03-04, after 2020-03-03");
        assertThat(step("document", "2020-03-05", NEW, "title")).contains("received since 2020-03-05, missing permit");
        assertThat(refused("document", "2020-03-05", NEW, "title")).startsWith("taswiya: document-there");
        assertThat(refused("document", "2020-03-05", NEW, "register"))
                .startsWith(
                        "taswiya: unknown-document: register is none that is asked for; those are identity, permit");
    }

    /// Two working days from Thursday 5 March are over on Monday 9 March.
    @Test
    @Order(2)
    void whatWaitsTooLongIsOverdue() {
        assertThat(town.good("connection", "list", "--on", "2020-03-09")).endsWith(", to be done by 2020-03-09\n");
        assertThat(town.good("connection", "list", "--on", "2020-03-09", "--overdue"))
                .isEqualTo("No applications.\n");
        assertThat(town.good("connection", "list", "--on", "2020-03-10", "--overdue"))
                .contains(", overdue since 2020-03-09");
        assertThat(step("document", "2020-03-06", NEW, "permit")).contains("accepted since 2020-03-06");
        assertThat(town.good("connection", "list", "--on", "2020-03-10", "--json"))
                .contains("\"state\":\"accepted\"", "\"target\":\"2020-03-20\"", "\"isOverdue\":false");
    }

    @Test
    @Order(3)
    void theQuoteIsOwedWhenTheCustomerAgrees() {
        assertThat(step("quote", "2020-03-09", NEW)).endsWith("quoted since 2020-03-09, 2,280.00 DH to 2020-05-08\n");
        assertThat(refused("quote", "2020-03-09", NEW)).startsWith("taswiya: done-already");
        assertThat(refused("order", "2020-03-09", NEW)).startsWith("taswiya: not-agreed");
        assertThat(step("agree", "2020-03-10", NEW, "--trial")).endsWith("Nothing was stored.\n");
        assertThat(step("agree", "2020-03-10", NEW))
                .endsWith("agreed since 2020-03-10, open 2,280.00 DH, due 2020-05-08\n");
        assertThat(refused("order", "2020-03-11", NEW)).startsWith("taswiya: not-paid");
        assertThat(town.good("pay", ONE, "2280.00", "--by", "cheque", "--bill", NEW, "--on", "2020-03-12"))
                .contains(NEW);
        assertThat(town.good("connection", "list", "--on", "2020-03-20"))
                .contains("paid since 2020-03-12, overdue since 2020-03-19");
        assertThat(refused("connect", "2020-03-13", NEW)).startsWith("taswiya: works-not-ordered");
        assertThat(step("order", "2020-03-16", NEW)).contains("works-ordered since 2020-03-16, waiting electricity");
        assertThat(town.good("ledger", "month", "2020-03")).contains("1,900.00", "380.00");
    }

    @Test
    @Order(4)
    void theAgreementBeginsAsWithAnyMove() throws IOException {
        String[] connect = {NEW, "--point", "E9", "--tariff", TARIFF, "--reading", "0"};
        assertThat(refused("connect", "2020-03-21", connect))
                .startsWith("taswiya: unknown-usage-point: there is no usage point E9; import");
        town.take(
                "premises", CommandTown.rows("LOCAL;ADRESSE;QUARTIER", "L8;8, rue Atlas;Anfa", "L9;9, rue Atlas;Anfa"));
        town.take("usage-points", CommandTown.rows("POINT;LOCAL;FLUIDE", "E8;L8;ELEC", "E9;L9;ELEC", "W9;L9;EAU"));
        town.take(
                "meters",
                CommandTown.rows(
                        CommandTown.METERS, "E8;M8;20/03/2020;;6;0;1;ELEC;0", "E9;M9;20/03/2020;;6;0;1;ELEC;0"));
        assertThat(refused("connect", "2020-03-21", NEW, "--point", "W9", "--tariff", TARIFF))
                .startsWith("taswiya: other-service: usage point W9 gives water, and what waits is electricity");
        assertThat(refused("connect", "2020-03-21", NEW, "--point", "E1", "--tariff", TARIFF))
                .startsWith("taswiya: agreement-refused: overlap: agreement C00001");
        assertThat(refused("connect", "2020-03-21", NEW)).startsWith("taswiya: other-service: an agreement begins for");
        assertThat(step("connect", "2020-03-21", connect))
                .endsWith("connected since 2020-03-21, electricity as C00003\n");
        assertThat(refused("connect", "2020-03-21", connect)).startsWith("taswiya: application-over");
        assertThat(town.good("deposit", "list", "--account", ONE)).contains("of C00003", "300.00 DH");
        town.good(
                "agreement",
                "move-in",
                "0000000002",
                "--point",
                "E8",
                "--tariff",
                TARIFF,
                "--reading",
                "0",
                "--on",
                "2020-03-21",
                "--why",
                "next door");
        town.take(
                "readings",
                CommandTown.rows(CommandTown.READINGS, "E8,2020-04-01,44", "E9,2020-04-01,44"),
                "--as-they-are");
        town.bill("2020-04-01");
        CommandTown.Document first = town.bills("C00003").getFirst();
        assertThat(first.total()).isEqualTo(town.bills("C00004").getFirst().total());
        assertThat(first.text()).contains("\"from\": \"2020-03-21\"");
        assertThat(town.good("ledger", "check")).isNotEmpty();
    }

    @Test
    @Order(5)
    void itsHistoryIsWhole() {
        assertThat(town.good("connection", "show", NEW).lines().map(line -> line.replaceAll(", by .*", "")))
                .containsExactly(
                        NEW + " of Client 1, account 0000000001: electricity at 9, rue Atlas: connected since"
                                + " 2020-03-21, electricity as C00003",
                        "  there    identity: Carte nationale d'identité",
                        "  there    permit: Permis d'habiter",
                        "  there    title: Titre de propriété ou contrat de bail",
                        "  quoted   electricity branch: 1,500.00 DH and tax of 300.00 DH",
                        "  quoted   electricity meter: 400.00 DH and tax of 80.00 DH",
                        "  quoted   in all 2,280.00 DH, to 2020-05-08",
                        "  2020-03-02 apply identity: received",
                        "  2020-03-04 ask: incomplete",
                        "  2020-03-05 document title: received",
                        "  2020-03-06 document permit: accepted",
                        "  2020-03-09 quote: quoted",
                        "  2020-03-10 agree: agreed",
                        "  2020-03-16 order: works-ordered",
                        "  2020-03-21 connect: connected");
        assertThat(town.good("connection", "show", NEW, "--json"))
                .contains("\"paidOn\":\"2020-03-12\"", "\"step\":\"connect\"", "\"agreement\":\"C00003\"");
        assertThat(town.refused("connection", "show", "NC0000000009").err()).contains("there is no application");
        assertThat(town.good("connection", "list")).isEqualTo("No applications.\n");
        assertThat(town.good("connection", "list", "--all", "--account", ONE)).startsWith(NEW);
    }

    /// Somebody new, who has an account by the time they agree; a part that is paid is theirs when the quote lapses.
    @Test
    @Order(6)
    void aQuoteThatNobodyPaysLapses() {
        String[] form = {
            "--name",
            "Samira Alami",
            "--class",
            "household",
            "--premise",
            "L8",
            "--service",
            "water",
            "--service",
            "sanitation",
            "--document",
            "identity",
            "--document",
            "title",
            "--document",
            "plan"
        };
        assertThat(step("apply", "2020-04-06", form))
                .startsWith("NC0000000002 of Samira Alami, no account: water, sanitation at premise L8: accepted");
        assertThat(refused("apply", "2020-04-06", form)).startsWith("taswiya: applied-already: NC0000000002 for water");
        step("quote", "2020-04-07", "NC0000000002");
        assertThat(refused("agree", "2020-04-08", "NC0000000002"))
                .startsWith("taswiya: no-account: Samira Alami has no account yet; import the customer");
        assertThat(step("agree", "2020-04-08", "NC0000000002", "--account", "0000000002"))
                .endsWith("open 7,020.00 DH, due 2020-06-08\n");
        town.good("pay", "0000000002", "20.00", "--by", "cheque", "--bill", "NC0000000002", "--on", "2020-04-09");
        assertThat(town.good("dun", "show", "0000000002", "--on", "2020-06-20"))
                .contains("connection NC0000000002", "a connection not ordered yet get no step of their own");
        assertThat(step("lapse", "2020-06-08")).isEqualTo("0 lapsed\n");
        assertThat(step("lapse", "2020-06-09", "--trial")).endsWith("1 would lapse\n");
        assertThat(step("lapse", "2020-06-09"))
                .contains("NC0000000002 of Samira Alami")
                .endsWith("1 lapsed\n");
        assertThat(step("lapse", "2020-06-09")).isEqualTo("0 lapsed\n");
        assertThat(refused("order", "2020-06-09", "NC0000000002")).startsWith("taswiya: application-over");
        assertThat(town.good("ledger", "check")).isNotEmpty();
    }
}
