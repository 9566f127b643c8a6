package org.taswiya.cli;

import static java.nio.file.attribute.PosixFilePermission.OWNER_READ;
import static java.nio.file.attribute.PosixFilePermission.OWNER_WRITE;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.taswiya.cli.command.ExitCode;

/// Three households with a bill each: one is reached by e-mail, one by SMS, of one nothing is known.
@TestMethodOrder(OrderAnnotation.class)
final class DeliverCommandTest {
    private static final String WHY = "--why=counter";
    private static final GreenMail SERVER = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @TempDir
    private static Path folder;

    private static CommandTown town = new CommandTown(Path.of("unset"));

    @BeforeAll
    static void threeBills() throws IOException {
        SERVER.start();
        town = CommandTown.withBills(folder, 120, 120, 120);
    }

    @AfterAll
    static void noServer() {
        SERVER.stop();
    }

    private static String smtp() {
        return "--smtp=127.0.0.1:" + SERVER.getSmtp().getPort();
    }

    @Test
    @Order(1)
    void howACustomerIsReachedIsSaidOnce() {
        String[] set = {
            "contact",
            "set",
            "0000000001",
            "--email",
            "a@example.org",
            "--sms",
            "+212612345678",
            WHY,
            "--since=2020-03-01",
            "--lang=ar"
        };
        String said = "0000000001 is reached by email a@example.org, then sms +212612345678, in ar, since 2020-03-01";
        assertThat(town.good(set)).isEqualTo(said + "\n");
        assertThat(town.good(set)).isEqualTo(said + ", as before\n");
        assertThat(town.good(
                        "contact",
                        "set",
                        "0000000002",
                        "--email=b@example.org",
                        "--sms=+212612345679",
                        "--prefer=sms",
                        WHY))
                .startsWith("0000000002 is reached by sms +212612345679, then email b@example.org, in ");
        assertThat(town.good("contact", "show", "0000000001", "--json"))
                .contains("{\"channel\":\"email\",\"address\":\"a@example.org\",\"confirmed\":false}");
        assertThat(town.good("contact", "show", "0000000003")).contains("nobody has said how 0000000003 is reached");
        assertThat(town.home().wrong("contact", "set", "0000000003", WHY)).contains("or else --none");
        assertThat(town.home().wrong("contact", "set", "0000000003", "--email=@", WHY))
                .contains("no email address");
        assertThat(town.home().wrong("contact", "set", "0000000099", "--none", WHY))
                .contains("no account 0000000099");
        assertThat(town.home().wrong("contact", "set", "0000000003", "--sms=+212612345679", "--prefer=post", WHY))
                .contains("--prefer takes one of the channels");
    }

    @Test
    @Order(2)
    void aDryRunSaysWhoWouldGetWhatAndTheSameIsQueued() {
        String dry = town.good("deliver", "queue", "--run", "1", "--dry-run");
        assertThat(dry)
                .contains("  0000000001  email a@example.org  ar\n", "  0000000002  sms +212612345679  ")
                .contains("  0000000003  no channel: for the agency\n")
                .endsWith("""
                        2 would be queued (1 by email, 1 by sms), 0 queued before, 1 for the agency
                        1 segment of text messages
                        """);
        assertThat(town.good("deliver", "list")).isEqualTo("no message\n");
        assertThat(town.good("deliver", "queue", "--run", "1", "--json"))
                .contains("\"dryRun\":false,\"messages\":[{\"bill\":")
                .contains("\"account\":\"0000000003\"}],\"queued\":2,\"queuedBefore\":0,\"noChannel\":1}");
        assertThat(town.good("deliver", "queue", "--run", "1"))
                .endsWith("0 queued, 2 queued before, 1 for the agency\n");
        assertThat(town.home().wrong("deliver", "queue", "--run", "9")).contains("there is no run 9");
        assertThat(town.home().wrong("deliver", "queue", "--run=1", "--dry-run", "--utility=nonsense"))
                .contains("there is no utility nonsense");
        assertThat(town.home().wrong("deliver", "untold", "--run=1,999")).contains("there is no run 999");
    }

    @Test
    @Order(3)
    void whatIsPausedWaits() {
        assertThat(town.good("deliver", "pause", WHY)).isEqualTo("2 kept back\n");
        assertThat(town.good("deliver", "list", "--state", "queued")).isEqualTo("no message is queued\n");
        assertThat(town.good("deliver", "send", smtp(), "--from=b@utility.example"))
                .startsWith("0 accepted");
        assertThat(town.good("deliver", "resume", WHY)).isEqualTo("2 waiting again\n");
    }

    @Test
    @Order(4)
    void aServerThatIsNotThereIsSaidAndNothingIsLost() {
        assertThat(town.home()
                        .expect(ExitCode.FAILED, "deliver", "send", "--smtp=127.0.0.1:1", "--from=b@utility.example")
                        .err())
                .contains("server lost (5 in a row)", "127.0.0.1:1 was lost 5 times in a row");
        assertThat(town.good("deliver", "list", "--state=queued", "--json")).contains("\"attempts\":0");
    }

    /// A dry run has used up the numbers 1 and 2.
    @Test
    @Order(5)
    void eMailsGoOutAndTheSmsWaits() throws MessagingException {
        assertThat(town.good("deliver", "send", smtp(), "--from=b@utility.example", "--rate=50/s"))
                .startsWith("1 accepted, ");
        assertThat(SERVER.getReceivedMessages()).hasSize(1);
        assertThat(SERVER.getReceivedMessages()[0].getSubject()).contains("فاتورة");
        assertThat(town.good("deliver", "list"))
                .containsPattern(
                        "(?m)^3  bill [0-9]{10}[A-Z]{2}  0000000001  email a@example.org  sent after 1 attempt")
                .containsPattern("(?m)^4  bill [0-9]{10}[A-Z]{2}  0000000002  sms \\+212612345679  queued$");
        assertThat(town.good("deliver", "show", "3"))
                .contains("  begun  <bill.", "@utility.example>", "  accepted  250");
        assertThat(town.home().wrong("deliver", "show", "7")).contains("there is no message 7");
        assertThat(town.home().wrong("deliver", "send", "--smtp=x", "--from=b@utility.example"))
                .contains("HOST:PORT");
        assertThat(town.home().wrong("deliver", "send", smtp(), "--from=b@utility.example", "--attach=no"))
                .contains("has no billLink");
        assertThat(town.home().wrong("deliver", "send", smtp(), "--from=b@utility.example", "--attach=maybe"))
                .contains("--attach takes yes or no, found 'maybe'");
        assertThat(town.home().wrong("deliver", "send", smtp(), "--from=b")).contains("no email address");
        assertThat(town.home().wrong("deliver", "send", smtp(), "--from=b@utility.example", "--rate=5"))
                .contains("--rate takes N/s");
    }

    @Test
    @Order(6)
    void whatComesBackGoesByTheNextChannelAndTheAgencyHearsOfIt() throws MessagingException, IOException {
        String identification = SERVER.getReceivedMessages()[0].getMessageID();
        Path mail = Files.writeString(folder.resolve("returned.eml"), """
                Content-Type: multipart/report; report-type=delivery-status; boundary=b

                --b
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.utility.example

                Final-Recipient: rfc822; a@example.org
                Action: failed
                Status: 5.1.1
                Diagnostic-Code: smtp; 550 no such user

                --b
                Content-Type: text/rfc822-headers

                Message-ID: %s

                --b--
                """.formatted(identification));
        Path answer = Files.writeString(folder.resolve("answer.eml"), "Subject: away\n\nuntil Monday\n");
        assertThat(town.good("deliver", "bounces", mail.toString(), answer.toString()))
                .containsPattern(
                        "(?m)^[0-9]+  bill [0-9]{10}[A-Z]{2}  a@example.org  bounced: 5.1.1 smtp; 550 no such user;"
                                + " the address is used no more; goes by sms to \\+212612345678$")
                .contains("answer.eml  left alone: found 'text/plain'")
                .endsWith("1 failed, 0 taken before, 0 refused, 1 left alone\n");
        assertThat(town.good("deliver", "bounces", mail.toString()))
                .isEqualTo("1 taken before, 0 refused, 0 left alone\n");
        assertThat(town.good("contact", "coverage", "--why", "nightly"))
                .containsPattern("^[0-9]+ accounts, [0-9]+ reached on a screen, [0-9]+ by post alone, [0-9]+ by");
        assertThat(town.good("contact", "bounced"))
                .startsWith("0000000001  email a@example.org  came back ")
                .containsPattern(", message [0-9]+: 5.1.1 smtp; 550 no such user\n$");
        assertThat(town.good("contact", "show", "0000000001"))
                .startsWith("0000000001 is reached by sms +212612345678, in ar")
                .contains("email a@example.org  came back ");
        assertThat(town.good("contact", "show", "0000000001", "--json"))
                .contains("\"cameBack\":[{\"channel\":\"email\"");
        Path cut = Files.writeString(
                folder.resolve("cut.eml"), Files.readString(mail).replace("--b--", ""));
        Path stranger = Files.writeString(
                folder.resolve("stranger.eml"), Files.readString(mail).replace(identification, "<nobody@example.org>"));
        assertThat(town.home()
                        .expect(ExitCode.SOME_REFUSED, "deliver", "bounces", cut.toString(), stranger.toString())
                        .out())
                .contains(
                        "cut.eml  cut-short: ",
                        "stranger.eml  unknown-message: no e-mail went out as <nobody@example.org>")
                .endsWith("0 taken before, 2 refused, 0 left alone\n");
        assertThat(town.home().wrong("deliver", "bounces", "nowhere.eml")).contains("there is no file nowhere.eml");
    }

    @Test
    @Order(7)
    void anEMailIsSignedByAKeyOfItsDomainOrNotSent() throws IOException, GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
        String base64 = Base64.getEncoder()
                .encodeToString(generator.generateKeyPair().getPrivate().getEncoded());
        Path key = Files.writeString(
                folder.resolve("dkim.pem"), "-----BEGIN PRIVATE KEY-----\n" + base64 + "\n-----END PRIVATE KEY-----\n");
        String[] send = {"deliver", "send", smtp(), "--from=b@utility.example", "--dkim-selector=s1"};
        assertThat(town.good(with(send, "--dkim-key=" + key))).startsWith("0 accepted");
        assertThat(town.good(with(send, "--dkim-key=" + key, "--dkim-domain=utility.example")))
                .startsWith("0 accepted");
        assertThat(town.home().wrong(send)).contains("--dkim-key and --dkim-selector belong together");
        assertThat(town.home().wrong(with(send, "--dkim-key=" + key, "--dkim-domain=example.org")))
                .contains("receivers do not take what example.org signs as said by b@utility.example");
        assertThat(town.home().wrong(with(send, "--dkim-key=nowhere.pem"))).contains("there is no file nowhere.pem");
        assertThat(town.home().wrong(with(send, "--dkim-key=" + folder.resolve("cut.eml"))))
                .contains("found no key in PEM");
        assertThat(town.home().wrong(with(send, "--dkim-key=" + key, "--dkim-domain=a;b")))
                .contains("no domain and selector: 'a;b', 's1'");
    }

    /// Whoever changes an address is told at the old one and at the new one.
    @Test
    @Order(10)
    void whatIsPutIntoAFolderIsSignedAsWhatIsSent() throws IOException {
        Path key = folder.resolve("dkim.pem");
        Path looked = folder.resolve("looked");
        String[] signed = {"--from=b@utility.example", "--dkim-selector=s1", "--dkim-key=" + key};
        town.good("contact", "set", "0000000002", "--email=bb@example.org", WHY);
        town.good(with(new String[] {"deliver", "send", "--mailbox=" + looked}, signed));
        try (Stream<Path> files = Files.list(looked)) {
            assertThat(files)
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(file)
                            .content()
                            .contains("DKIM-Signature: ", "?Distribution_d", " <b@utility.example>"));
        }
        assertThat(town.home().wrong(with(new String[] {"deliver", "send", "--letters=" + looked}, signed)))
                .contains("--dkim-key, --dkim-domain and --dkim-selector are of e-mails");
        assertThat(town.home().wrong("deliver", "send", "--mailbox=" + key, "--from=b@utility.example"))
                .contains("--mailbox: ", "dkim.pem is no folder");
    }

    @Test
    @Order(9)
    void aSampleOfEachKindIsShownAndOfNoOther() {
        assertThat(town.home().wrong("deliver", "preview", "--kind=nonsense"))
                .contains("--kind takes one of sign-in-code, contact-code, outage, ", ", bill, ", "found 'nonsense'");
        assertThat(town.good("deliver", "preview", "--kind=bill", "--lang=en").replace('\u00A0', ' '))
                .contains("] Water bill 0", "Your bill is ready: ", " to pay, by ", "in your favour")
                .contains("  sms: Water bill, ")
                .doesNotContain("[outage]");
        assertThat(town.good("deliver", "preview", "--lang=fr")).contains("[bill] ", "[outage] ", "[own-reading] ");
    }

    @Test
    @Order(8)
    void aBrowserIsReachedByItsSubscription() throws IOException {
        Path keys = folder.resolve("push.key");
        String made = town.good("deliver", "push-key", keys.toString());
        assertThat(made).matches("B[A-Za-z0-9_-]{86}\n");
        assertThat(Files.getPosixFilePermissions(keys)).containsExactlyInAnyOrder(OWNER_READ, OWNER_WRITE);
        assertThat(town.good("deliver", "push-key", keys.toString())).isEqualTo(made);
        assertThat(town.home()
                        .wrong("deliver", "push-key", folder.resolve("dkim.pem").toString()))
                .contains("is there and holds no such keys");

        String browser = " " + made.strip() + " AAAAAAAAAAAAAAAAAAAAAA";
        String[] set = {"contact", "set", "0000000003", WHY};
        assertThat(town.home().wrong(with(set, "--push=https://10.0.0.1/x" + browser)))
                .contains("--push: found the endpoint https://10.0.0.1/x, expected a public name");
        assertThat(town.home().wrong(with(set, "--push=https://push.invalid/x abc def")))
                .contains("--push: found the key abc");
        assertThat(town.good(with(set, "--push=https://push.invalid/x" + browser, "--post=1 street")))
                .startsWith("0000000003 is reached by push https://push.invalid/x, then post 1 street, in ");
        assertThat(town.good("deliver", "queue", "--run", "1")).startsWith("1 queued (1 by push)");
        String[] send = {"deliver", "send", "--push-key=" + keys};
        assertThat(town.home()
                        .expect(ExitCode.SOME_REFUSED, with(send, "--push-contact=mailto:it@utility.example"))
                        .out())
                .contains("  https://push.invalid/x  put-off: no such host: push.invalid")
                .doesNotContain("AAAAAAAAAAAAAAAAAAAAAA")
                .containsPattern("(?m)^1 waits until 20");
        assertThat(town.good("deliver", "list")).doesNotContain("AAAAAAAAAAAAAAAAAAAAAA");
        assertThat(town.home().wrong(with(send, "--push-contact=it@utility.example")))
                .contains("--push-contact takes mailto:NAME@HOST");
        assertThat(town.home().wrong("deliver", "send", "--push-key=nowhere", "--push-contact=mailto:a@b"))
                .contains("./taswiya deliver push-key makes one");
        assertThat(town.home()
                        .wrong(
                                "deliver",
                                "send",
                                "--push-key=" + folder.resolve("dkim.pem"),
                                "--push-contact=mailto:a@b"))
                .contains("does not hold what ./taswiya deliver push-key writes");
    }

    private static String[] with(String[] command, String... more) {
        return Stream.concat(Arrays.stream(command), Arrays.stream(more)).toArray(String[]::new);
    }
}
