package org.taswiya.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.taswiya.cli.CommandHome.Said;
import org.taswiya.cli.command.ExitCode;

/// Two households with a bill each are reached by SMS, one in Arabic and one in French.
@TestMethodOrder(OrderAnnotation.class)
final class SmsCommandTest {
    private static final String WHY = "--why=counter";
    private static final List<String> ASKED = new CopyOnWriteArrayList<>();

    @TempDir
    private static Path folder;

    private static CommandTown town = new CommandTown(Path.of("unset"));
    private static HttpServer gateway = gateway();

    private static HttpServer gateway() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
            server.createContext("/cgi-bin/sendsms", exchange -> {
                ASKED.add(exchange.getRequestURI().getQuery());
                byte[] body = "0: Accepted for delivery".getBytes(StandardCharsets.US_ASCII);
                exchange.sendResponseHeaders(202, body.length);
                exchange.getResponseBody().write(body);
                exchange.close();
            });
            return server;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeAll
    static void twoBills() throws IOException {
        gateway.start();
        Files.writeString(folder.resolve("password"), "se&cret\n");
        town = CommandTown.withBills(folder, 120, 120);
        town.good("contact", "set", "0000000001", "--sms=+212612345678", "--lang=ar", WHY, "--since=2020-03-01");
        town.good("contact", "set", "0000000002", "--sms=+212612345679", "--lang=fr", WHY, "--since=2020-03-01");
    }

    @AfterAll
    static void noGateway() {
        gateway.stop(0);
    }

    private static String http() {
        return "--sms-http=http://127.0.0.1:" + gateway.getAddress().getPort() + "/cgi-bin/sendsms";
    }

    private static String password() {
        return "--sms-password-file=" + folder.resolve("password");
    }

    @Test
    @Order(1)
    void aDryRunCountsSegmentsAndTheirCost() {
        assertThat(town.good("deliver", "queue", "--run=1", "--dry-run"))
                .contains("  0000000001  sms +212612345678  ar  2 segments\n")
                .contains("  0000000002  sms +212612345679  fr  1 segment\n")
                .endsWith("3 segments of text messages\n");
        assertThat(town.good("deliver", "queue", "--run=1", "--dry-run", "--json"))
                .contains("\"language\":\"ar\",\"segments\":2}", "\"noChannel\":0,\"segments\":3}");
        town.good("deliver", "queue", "--run=1");
    }

    @Test
    @Order(2)
    void oneSaysWhoCarriesThemAndAsWhom() {
        assertThat(town.home().wrong("deliver", "send")).contains("one of --smtp, --sms-http, --smpp");
        assertThat(town.home().wrong("deliver", "send", http(), "--smpp=a:1")).contains("one of --smtp");
        assertThat(town.home().wrong("deliver", "send", http(), password())).contains("--sms-user names");
        assertThat(town.home().wrong("deliver", "send", http(), password(), "--sms-user=u", "--sms-sender=Très"))
                .contains("--sms-sender takes a name of at most 11");
        assertThat(town.home().wrong("deliver", "send", "--sms-http=kannel:13013", password(), "--sms-user=u"))
                .contains("--sms-http takes an address");
        assertThat(town.home().wrong("deliver", "send", http(), "--sms-user=u")).contains("there is no password");
        assertThat(town.home().wrong("deliver", "receipts")).contains("one of --smpp and --listen");
        assertThat(town.home()
                        .expect(
                                ExitCode.FAILED,
                                "deliver",
                                "send",
                                "--smpp=127.0.0.1:1",
                                "--at-any-hour",
                                "--sms-user=u",
                                password(),
                                "--sms-sender=UTILITY")
                        .err())
                .contains("server lost (5 in a row)", "127.0.0.1:1 was lost 5 times in a row")
                .doesNotContain("se&cret", "SLF4J");
    }

    /// Two dry runs have used up the numbers 1 to 4.
    @Test
    @Order(3)
    void theyGoOut() {
        assertThat(town.good(
                        "deliver",
                        "send",
                        http(),
                        "--at-any-hour",
                        "--sms-user=utility",
                        password(),
                        "--sms-sender=UTILITY",
                        "--sms-receipts=http://127.0.0.1:8092/receipts"))
                .startsWith("2 accepted, ");
        assertThat(ASKED).hasSize(2).allMatch(query -> query.contains("from=UTILITY") && query.contains("dlr-url="));
        assertThat(town.good("deliver", "show", "5")).contains("  begun  bill.", "  accepted  202 0: Accepted");
        assertThat(town.good("deliver", "show", "5", "--json")).contains("\"receipts\":[]");
    }

    /// It serves until it is stopped: what comes meanwhile is in the books when it is answered.
    @Test
    @Order(4)
    void aReportIsTakenWhileItIsServed() throws IOException, InterruptedException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        AtomicReference<Said> said = new AtomicReference<>(new Said(-1, "", ""));
        Thread served = Thread.ofPlatform()
                .start(() ->
                        said.set(town.home().run("deliver", "receipts", "--listen=127.0.0.1:" + port, password())));
        String report = ASKED.getFirst().replaceFirst(".*dlr-url=http://127.0.0.1:8092", "http://127.0.0.1:" + port);
        String delivered = report.replaceFirst("&kind=.*", "&kind=1&said=stat:DELIVRD");
        assertThat(asked(delivered.replaceFirst("seal=.", "seal=-")))
                .as("a seal that nobody made")
                .isEqualTo(403);
        assertThat(asked(delivered)).isEqualTo(200);
        assertThat(asked(delivered)).as("the same again").isEqualTo(200);
        assertThat(asked(delivered.replace("/receipts?", "/other?"))).isEqualTo(404);
        assertThat(town.good("deliver", "show", "5", "--json")).containsOnlyOnce("\"said\":\"1 stat:DELIVRD\"");
        served.interrupt();
        served.join(Duration.ofSeconds(30));
        var heard = Objects.requireNonNull(said.get(), "the command has not ended");
        assertThat(heard.out()).contains("serving http://127.0.0.1:" + port + "/receipts\n");
        assertThat(heard.err()).doesNotContain("se&cret");
    }

    /// As often as it takes until somebody listens.
    private static int asked(String url) throws IOException, InterruptedException {
        for (int attempt = 0; ; attempt++) {
            try {
                HttpURLConnection connection =
                        (HttpURLConnection) URI.create(url).toURL().openConnection();
                return connection.getResponseCode();
            } catch (ConnectException e) {
                if (attempt == 300) {
                    throw e;
                }
                Thread.sleep(100);
            }
        }
    }
}
