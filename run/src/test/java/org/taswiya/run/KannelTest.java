package org.taswiya.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import org.jsmpp.extra.SessionState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taswiya.core.customer.Language;
import org.taswiya.core.message.ReceiptState;
import org.taswiya.deliver.sms.GsmAlphabet;
import org.taswiya.run.SmscSimulator.Taken;
import org.taswiya.run.sending.SendTally;
import org.taswiya.run.sms.HttpReceipts;
import org.taswiya.run.sms.HttpSmsGateway;
import org.taswiya.store.message.AttemptEvent;
import org.taswiya.store.message.Receipt;
import org.taswiya.store.message.Receipts;

/// Kannel itself stands between us and an SMSC: what we hand it arrives, and what the SMSC reports comes back.
final class KannelTest {
    @TempDir
    private Path folder;

    private final List<Process> boxes = new CopyOnWriteArrayList<>();
    private final List<Receipt> reported = new CopyOnWriteArrayList<>();
    private int sendsms;

    private SmscSimulator smsc = newSmsc();
    private HttpServer listener = newListener();

    private static SmscSimulator newSmsc() {
        try {
            return new SmscSimulator(0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static HttpServer newListener() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isOnPath(String program) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @BeforeEach
    void kannelIsThere() throws IOException {
        assumeTrue(isOnPath("bearerbox") && isOnPath("smsbox"), "Kannel is not installed (apt-get install kannel)");
        listener.createContext("/receipts", exchange -> {
            HttpReceipts.receipt(exchange.getRequestURI().getRawQuery(), SmscSimulator.PASSWORD)
                    .ifPresent(reported::add);
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        listener.start();
        sendsms = free();
        Path settings = folder.resolve("kannel.conf");
        int admin = free();
        Files.writeString(settings, """
                group = core
                admin-port = %d
                admin-password = none
                smsbox-port = %d
                box-allow-ip = 127.0.0.1

                group = smsc
                smsc = smpp
                host = 127.0.0.1
                port = %d
                transceiver-mode = true
                smsc-username = %s
                smsc-password = %s
                system-type = ""

                group = smsbox
                bearerbox-host = 127.0.0.1
                sendsms-port = %d

                group = sendsms-user
                username = %s
                password = %s
                concatenation = true
                max-messages = 10
                """.formatted(
                        admin,
                        free(),
                        smsc.port(),
                        SmscSimulator.USER,
                        SmscSimulator.PASSWORD,
                        sendsms,
                        SmscSimulator.USER,
                        SmscSimulator.PASSWORD));
        start("bearerbox", settings);
        until(() -> isListening(admin));
        start("smsbox", settings);
        until(() -> isListening(sendsms) && smsc.bound(SessionState.BOUND_TRX) == 1);
    }

    private void start(String box, Path settings) throws IOException {
        boxes.add(new ProcessBuilder(box, settings.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(box + ".log").toFile())
                .start());
    }

    private static boolean isListening(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException _) {
            return false;
        }
    }

    private static void until(BooleanSupplier isSo) {
        for (int i = 0; i < 1000 && !isSo.getAsBoolean(); i++) {
            try {
                Thread.sleep(10);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        assertThat(isSo.getAsBoolean()).isTrue();
    }

    @AfterEach
    void itIsGone() throws InterruptedException {
        for (Process box : boxes) {
            box.destroyForcibly().waitFor();
        }
        listener.stop(0);
        smsc.close();
    }

    private SendTally send(MailTown town, String password, Instant at) {
        HttpSmsGateway.Access access = new HttpSmsGateway.Access(
                URI.create("http://127.0.0.1:" + sendsms + "/cgi-bin/sendsms"),
                SmscSimulator.USER,
                password,
                "UTILITY",
                "http://127.0.0.1:" + listener.getAddress().getPort() + "/receipts");
        try (HttpSmsGateway gateway = new HttpSmsGateway(access, Duration.ofSeconds(5))) {
            return town.send(gateway, at);
        }
    }

    @Test
    void billsArriveAndWhatTheSmscReportsComesBack() {
        MailTown town = MailTown.fresh(3);
        town.reach(1, Language.FR, MailTown.sms(1), MailTown.email(1));
        town.reach(2, Language.AR, MailTown.sms(2), MailTown.email(2));
        town.reach(3, Language.FR, MailTown.sms(3), MailTown.email(3));
        town.queue();

        SendTally refused = send(town, "wrong", MailTown.NOW);
        assertThat(refused.isBroken()).isTrue();
        assertThat(refused.broken()).contains("403 Authorization failed");
        assertThat(refused.of(AttemptEvent.REFUSED)).isZero();

        assertThat(send(town, SmscSimulator.PASSWORD, MailTown.NOW.plus(Duration.ofHours(2)))
                        .of(AttemptEvent.ACCEPTED))
                .isEqualTo(3);
        until(() -> smsc.taken().size() == 4);
        Taken french = taken("212600000001").getFirst();
        assertThat(french.request().getDataCoding()).isZero();
        assertThat(french.bytes())
                .startsWith(GsmAlphabet.septets("Facture d'électricité, référence "))
                .endsWith(GsmAlphabet.septets("à payer au plus tard le 19/03/2020."));
        StringBuilder arabic = new StringBuilder();
        for (Taken part : taken("212600000002")) {
            assertThat(part.request().getDataCoding()).isEqualTo((byte) 8);
            arabic.append(new String(part.bytes(), 6, part.bytes().length - 6, StandardCharsets.UTF_16BE));
        }
        assertThat(arabic).startsWith("فاتورة الكهرباء").endsWith("19/03/2020.");

        smsc.report(french.handle(), "DELIVRD");
        smsc.report(taken("212600000003").getFirst().handle(), "UNDELIV");
        taken("212600000002").forEach(part -> smsc.report(part.handle(), "EXPIRED"));
        until(() -> reported.stream().filter(one -> one.state().isFinal()).count() >= 3);
        assertThat(reported).extracting(Receipt::state).contains(ReceiptState.DELIVERED, ReceiptState.FAILED);
        reported.forEach(one -> Receipts.take(town.database(), one, MailTown.NOW.plus(Duration.ofHours(3))));
        assertThat(town.outbox())
                .containsExactlyInAnyOrder(
                        "sms 1 sent 2", "sms 2 failed 2", "sms 3 failed 2", "email 2 queued 0", "email 3 queued 0");
    }

    private List<Taken> taken(String number) {
        return smsc.taken().stream().filter(one -> one.to().equals(number)).toList();
    }
}
