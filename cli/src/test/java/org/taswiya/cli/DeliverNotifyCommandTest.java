package org.taswiya.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.taswiya.cli.command.ExitCode;

/// Four households with a bill each: 1 and 2 are reached by e-mail and SMS, 3 by e-mail, of 4 nothing is known.
@TestMethodOrder(OrderAnnotation.class)
final class DeliverNotifyCommandTest {
    private static final String WHY = "--why=test";

    @TempDir
    private static Path folder;

    private static CommandTown town = new CommandTown(Path.of("unset"));

    @BeforeAll
    static void fourBills() throws IOException {
        town = CommandTown.withBills(folder, 320, 320, 320, 320);
        town.good(
                "contact",
                "set",
                "0000000001",
                "--email=h1@example.org",
                "--sms=+212612345671",
                "--since=2020-03-01",
                WHY);
        town.good(
                "contact",
                "set",
                "0000000002",
                "--email=h2@example.org",
                "--sms=+212612345672",
                "--since=2020-03-01",
                WHY);
        town.good("contact", "set", "0000000003", "--email=h3@example.org", "--since=2020-03-01", WHY);
    }

    private static String told(String on, String... more) {
        String[] words = new String[more.length + 4];
        words[0] = "deliver";
        words[1] = "notify";
        words[2] = "--on=" + on;
        words[3] = WHY;
        System.arraycopy(more, 0, words, 4, more.length);
        return town.good(words).replace('\u00A0', ' ').replace('\u202F', ' ');
    }

    @Test
    @Order(1)
    void aPaymentIsToldOnceUnlessItIsNotWanted() {
        for (int house = 1; house <= 4; house++) {
            town.good("pay", "000000000" + house, "100", "--by", "cash", "--till", "anfa", "--on", "2020-03-20");
        }
        town.good("contact", "prefer", "0000000001", "payment", "--first=sms", "--lang=en", WHY, "--since=2020-03-01");
        town.good("contact", "prefer", "0000000003", "payment", "--off", WHY, "--since=2020-03-01");
        String dry = told("2020-03-20", "--dry-run");
        assertThat(dry)
                .contains("  0000000001  sms +212612345671  en  Payment received: 100.00 DH  1 segment\n")
                .contains("  0000000002  email h2@example.org  fr  Paiement reçu : 100,00 DH\n")
                .contains("  0000000003  does not want to be told\n")
                .contains("  0000000004  no channel: for the agency\n")
                .endsWith("""
                        2 would be queued (1 by email, 1 by sms), 1 for the agency, 1 not wanted
                        1 segment of text messages
                        """);
        assertThat(told("2020-03-20", "--kind=reminder")).startsWith("0 queued");
        assertThat(told("2020-03-20")).endsWith("""
                        2 queued (1 by email, 1 by sms), 1 for the agency, 1 not wanted
                        1 segment of text messages
                        """);
        assertThat(told("2020-03-21")).isEqualTo("0 queued, 0 for the agency, 0 not wanted\n");
    }

    @Test
    @Order(2)
    void whatWasTakenBackIsNotTold() {
        String said =
                town.good("pay", "0000000002", "5", "--by", "cash", "--till", "anfa", "--on", "2020-03-22", "--json");
        String number = said.replaceAll("(?s).*\"(R[0-9]{10}[A-Z]{2})\".*", "$1");
        town.good("pay", "reverse", number, "--on", "2020-03-22", "--why", "false money");
        assertThat(told("2020-03-22", "--kind=payment")).startsWith("0 queued");
    }

    @Test
    @Order(3)
    void aReminderAndAnInstalmentAreTold() {
        town.good("dun", "--on", "2020-04-01");
        assertThat(told("2020-04-01", "--kind=reminder", "--dry-run", "--json"))
                .contains("\"cause\":\"reminder\",\"key\":\"D1\",\"account\":\"0000000002\"")
                .contains("Rappel : au 1er avril 2020, il reste ");
        assertThat(told("2020-04-01")).contains("3 queued (3 by email), 1 for the agency, 0 not wanted");
        town.good("arrange", "grant", "0000000002", "--months=2", "--channel=phone", "--on=2020-04-02", WHY);
        String due = town.good("arrange", "list", "--on", "2020-04-02", "--json");
        String first = due.replaceAll("(?s).*?\"dueOn\":\"([0-9-]{10})\".*", "$1");
        assertThat(told(first, "--dry-run", "--kind=instalment"))
                .contains("instalment A1I1  0000000002  email h2@example.org  fr  Échéance du ");
        LocalDate before = LocalDate.parse(first).minusDays(4);
        assertThat(told(before.toString(), "--kind=instalment")).startsWith("0 queued");
        assertThat(told(before.plusDays(1).toString(), "--kind=instalment")).startsWith("1 queued");
        assertThat(told(first, "--kind=instalment")).startsWith("0 queued");
    }

    @Test
    @Order(4)
    void whoIsReadWhenIsToldUnlessNobodyComes() throws IOException {
        town.route("ANFA", "E1", "E2", "E3", "E4");
        town.good("round", "plan", "--route=ANFA", "--from=2020-05-04", "--to=2020-05-06", WHY);
        assertThat(told("2020-05-03", "--kind=reading-day", "--dry-run"))
                .contains("email h1@example.org  fr  Relevé de votre compteur entre le 4 mai 2020 et le 5 mai 2020\n")
                .contains("3 would be queued");
        town.good(
                "suspension",
                "start",
                "LOCK",
                "--stop=reading",
                "--everywhere",
                "--from=2020-05-01",
                "--law=Décret 2.20.293",
                WHY);
        assertThat(told("2020-05-03", "--kind=reading-day")).startsWith("0 queued");
        town.good("suspension", "invite", "LOCK", WHY);
        assertThat(told("2020-05-03", "--kind=own-reading", "--dry-run"))
                .contains("fr  Relevez votre compteur vous-même\n", "3 would be queued (3 by email), 1 for the agency");
        assertThat(told("2020-05-03")).startsWith("own-reading");
    }

    @Test
    @Order(5)
    void anOutageIsToldToThoseWhoAreThere() {
        // It goes on since an hour: only what goes on or is to come can be planned, and only what was can be over.
        LocalDateTime now = LocalDateTime.now(ZoneId.systemDefault()).truncatedTo(ChronoUnit.MINUTES);
        LocalDateTime from = now.minusHours(1);
        String later = now.plusHours(9).toString();
        String[] plan = {
            "outage",
            "plan",
            "--service=electricity",
            "--premise=L1,L4",
            "--from=" + from,
            "--to=" + now.plusHours(5),
            WHY
        };
        assertThat(town.good(plan))
                .isEqualTo("outage 1: electricity at 2 premises in Anfa, " + from + " to " + now.plusHours(5)
                        + ", planned\n");
        assertThat(town.good("outage", "notify", "1", "--dry-run", WHY))
                .contains("outage 1V1  0000000001  email h1@example.org  fr  Interruption programmée, ")
                .contains("outage 1V1  0000000004  no channel: for the agency\n")
                .endsWith("1 would be queued (1 by email), 1 for the agency, 0 not wanted\n");
        assertThat(town.good("outage", "notify", "1", WHY)).contains("1 queued (1 by email)");
        assertThat(town.good("outage", "change", "1", "--to=" + later, WHY)).contains(later + ", changed");
        assertThat(town.home().wrong("outage", "end", "1", "--at=" + later, WHY))
                .contains("outage 1 cannot have ended at " + later + ": it is ");
        assertThat(town.good("outage", "end", "1", "--at=" + now, WHY)).contains(now + ", ended");
        assertThat(town.good("outage", "notify", "1", WHY, "--json")).contains("terminée depuis le ");
        assertThat(town.good("outage", "list", "--open")).isEmpty();
        assertThat(town.good("outage", "show", "1")).contains("at 2 premises in Anfa, ", "  version 3  ");
        assertThat(town.home().wrong("outage", "cancel", "1", WHY)).contains("outage 1 is ended");
        assertThat(town.home().wrong("outage", "notify", "9", WHY)).contains("there is no outage 9");
    }

    private static CommandHome.Said planned(String service, String place, String from, String to) {
        return town.home()
                .run("outage", "plan", "--service=" + service, place, "--from=" + from, "--to=" + to, WHY, "--dry-run");
    }

    @Test
    @Order(6)
    void aPlanThatCannotBeIsRefusedAndOneThatMayBeAMistakeIsSaidToBe() {
        assertThat(planned("gas", "--area=Anfa", "2130-05-10T08:00", "2130-05-10T14:00")
                        .err())
                .contains("nobody takes gas in the area Anfa");
        assertThat(planned("electricity", "--area=Anfa", "2020-05-10T08:00", "2020-05-10T14:00")
                        .err())
                .contains("an outage that was over at 2020-05-10T14:00 is nothing to plan");
        CommandHome.Said noTime = planned("electricity", "--area=Anfa", "tomorrow", "2130-05-10T14:00");
        assertThat(noTime.code()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(noTime.err())
                .contains("expected a day and time such as 2020-09-01T08:00")
                .doesNotContain("java.");
        CommandHome.Said eightDays = planned("electricity", "--area=Anfa", "2130-05-10T08:00", "2130-05-18T08:00");
        assertThat(eightDays.code()).isEqualTo(ExitCode.GOOD);
        assertThat(eightDays.err()).contains("lasts longer than a week");
        assertThat(planned("electricity", "--area=Anfa", "2130-05-10T08:00", "2130-05-17T08:00")
                        .err())
                .isEmpty();
        town.good(
                "outage",
                "plan",
                "--service=electricity",
                "--premise=L2",
                "--from=2130-06-10T08:00",
                "--to=2130-06-10T14:00",
                WHY);
        assertThat(planned("electricity", "--area=Anfa", "2130-06-10T13:00", "2130-06-10T15:00")
                        .err())
                .contains("outage 3 overlaps outage 2: the same service");
        town.good("outage", "cancel", "2", WHY);
        assertThat(town.good("outage", "notify", "2", WHY)).isEqualTo("0 queued, 0 for the agency, 0 not wanted\n");
    }

    @Test
    @Order(6)
    void whatCannotBeSwitchedOffIsSaid() {
        assertThat(town.home().wrong("contact", "prefer", "0000000001", "bill", "--off", WHY))
                .contains("bill cannot be switched off");
        assertThat(town.home().wrong("contact", "prefer", "0000000001", "contact", WHY))
                .contains("nothing can be preferred");
        assertThat(town.home().wrong("deliver", "notify", "--kind=bill", WHY)).contains("--kind takes abnormal-use");
        assertThat(town.good("contact", "show", "0000000003")).contains("  payment off\n");
        assertThat(town.good("contact", "confirm", "0000000001", "--sms=+212612345699", WHY))
                .contains("a code for sms +212612345699 is queued");
        assertThat(town.home()
                        .run("contact", "confirm", "0000000001", "--code=x", WHY)
                        .err())
                .contains("wrong code; it can be tried 4 more times");
        town.home().run("contact", "confirm", "0000000001", "--code=x", WHY);
        town.home().run("contact", "confirm", "0000000001", "--code=x", WHY);
        assertThat(town.home()
                        .run("contact", "confirm", "0000000001", "--code=x", WHY)
                        .err())
                .contains("wrong code; it can be tried once more\n");
    }

    @Test
    @Order(7)
    void messagesCanBeLookedAtInAFolder() throws IOException {
        Path mailbox = folder.resolve("mailbox");
        CommandHome.Said sent = town.home().run("deliver", "send", "--mailbox=" + mailbox, "--from=b@utility.example");
        assertThat(sent.out())
                .contains("outage 1V1", "withdrawn: a newer message tells of the outage\n")
                .doesNotContain("tells of the outage; for the agency");
        assertThat(sent.code()).isEqualTo(ExitCode.GOOD);
        town.home().run("deliver", "send", "--mailbox=" + mailbox, "--from=b@utility.example", "--text-messages");
        assertThat(mailbox.resolve("contact-code.K1.0000000001.sms.txt"))
                .content()
                .startsWith("+212612345699\n\n");
        assertThat(mailbox.resolve("outage.1V3.0000000001.email.eml"))
                .content()
                .contains("Message-ID: <outage.1V3.0000000001.email@mailbox.invalid>", "To: h1@example.org");
        assertThat(mailbox.resolve("outage.1V1.0000000001.email.eml")).doesNotExist();
        assertThat(town.good("deliver", "list", "--state=failed")).contains("outage 1V1");
    }

    @Test
    @Order(8)
    void lettersAreTheLastResort() throws IOException {
        town.good("contact", "set", "0000000004", "--post=4, rue Atlas, Casablanca", "--since=2020-03-01", WHY);
        town.good("pay", "0000000004", "7", "--by=cash", "--till=anfa", "--on=2020-06-01");
        assertThat(told("2020-06-01", "--kind=payment")).startsWith("1 queued (1 by post)");
        town.good("deliver", "queue", "--run=1");
        Path letters = folder.resolve("letters");
        town.good("deliver", "send", "--letters=" + letters);
        try (Stream<Path> files = Files.list(letters)) {
            assertThat(files.map(file -> String.valueOf(file.getFileName())))
                    .hasSize(2)
                    .allMatch(name ->
                            name.matches("bill\\.[0-9A-Z]+\\.post\\.pdf|payment\\..*\\.0000000004\\.post\\.pdf"));
        }
    }

    @Test
    @Order(9)
    void whoIsReachedByNothingIsForTheAgency() {
        CommandHome.Said said = town.home().run("deliver", "untold", "--run=1");
        assertThat(said.code()).isEqualTo(ExitCode.SOME_REFUSED);
        assertThat(said.out())
                .contains("own-reading S", "  0000000004  no channel\n", "reminder D1  0000000004  no channel\n")
                .contains("outage 1V1  0000000004  no channel\n")
                .doesNotContain("0000000003  no channel")
                .doesNotContain("outage 1V1  0000000001")
                .containsPattern("(?m)^[0-9]+ for the agency$");
        assertThat(town.home().run("deliver", "untold", "--json").out())
                .contains("\"account\":\"0000000004\",\"notQueued\":\"no-channel\"}");
    }
}
