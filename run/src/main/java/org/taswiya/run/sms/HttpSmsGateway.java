package org.taswiya.run.sms;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.taswiya.core.message.Channel;
import org.taswiya.deliver.sms.Coding;
import org.taswiya.run.sending.Answer;
import org.taswiya.run.sending.Gateway;
import org.taswiya.run.sending.Made;
import org.taswiya.store.message.OutboxClaims.Handles;
import org.taswiya.store.message.StoredMessage;

/// Hands text messages to a gateway as Kannel's `sendsms` takes them: one request for each, whole; it cuts them itself.
/// Used by any number of threads.
public final class HttpSmsGateway implements Gateway {
    /// What receipts are asked for: delivered, not delivered, not taken by the operator.
    private static final String RECEIPTS = Integer.toString(1 | 2 | 16);

    /// Whoever waited longer than this asks whether the gateway is there before an attempt is begun.
    private static final long IDLE_NANOS = TimeUnit.SECONDS.toNanos(5);

    private static final Duration CONNECT_MOST = Duration.ofSeconds(10);
    private static final int WORDS_MOST = 300;

    private final Access access;
    private final HttpClient client;
    private final Duration answerMost;
    private volatile long usedAt;
    private volatile boolean isThere;

    /// How it is reached.
    ///
    /// @param sendsms the address of the service, such as `http://kannel:13013/cgi-bin/sendsms`
    /// @param sender whose messages they are: a short name, or a number
    /// @param receipts where the gateway reports to; empty when it is not asked to
    public record Access(URI sendsms, String user, String password, String sender, String receipts) {
        @Override
        public String toString() {
            return user + " at " + sendsms; // never the password
        }
    }

    /// @param answerMost how long an answer is waited for
    public HttpSmsGateway(Access access, Duration answerMost) {
        this.access = access;
        this.answerMost = answerMost;
        this.client = HttpClient.newBuilder()
                .connectTimeout(CONNECT_MOST)
                .followRedirects(Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
    }

    @Override
    public Channel channel() {
        return Channel.SMS;
    }

    @Override
    public String identification(StoredMessage message) {
        return message.key();
    }

    /// HTTP has no question but the message itself, so it is only found whether somebody listens.
    @Override
    public Optional<String> connect() {
        if (isThere && System.nanoTime() - usedAt < IDLE_NANOS) {
            return Optional.empty();
        }
        URI to = access.sendsms();
        int port = to.getPort() >= 0 ? to.getPort() : to.getScheme().equals("https") ? 443 : 80;
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(to.getHost(), port), (int) CONNECT_MOST.toMillis());
            isThere = true;
            usedAt = System.nanoTime();
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(words(e));
        }
    }

    @Override
    public Answer send(Handover handover) {
        if (!(handover.content() instanceof Made.Sms made)) {
            throw new IllegalArgumentException("no text message: " + handover);
        }
        HttpRequest request = HttpRequest.newBuilder(target(handover, made))
                .timeout(answerMost)
                .GET()
                .build();
        Answer answer = ask(request, handover.identification());
        isThere = !(answer instanceof Answer.Lost);
        usedAt = System.nanoTime();
        return answer;
    }

    private URI target(Handover handover, Made.Sms made) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("username", access.user());
        values.put("password", access.password());
        values.put("from", access.sender());
        values.put("to", handover.message().contact().address());
        values.put("text", made.text().text());
        values.put("charset", "UTF-8");
        values.put("coding", made.text().coding() == Coding.GSM_7 ? "0" : "2");
        if (!access.receipts().isEmpty()) {
            values.put("dlr-mask", RECEIPTS);
            values.put("dlr-url", access.receipts() + HttpReceipts.query(handover.identification(), access.password()));
        }
        String query = values.entrySet().stream()
                .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return URI.create(access.sendsms() + "?" + query);
    }

    private Answer ask(HttpRequest request, String identification) {
        try {
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
            return answer(response.statusCode(), response.body(), identification);
        } catch (IOException e) {
            return new Answer.Lost(words(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while sending", e);
        }
    }

    /// What Kannel says with one status for two things is told apart by its words: 403 is a wrong password as well as a
    /// number that no operator serves, 400 a faulty number as well as a faulty request.
    private Answer answer(int status, String body, String identification) {
        String said = status + " " + oneLine(body);
        return switch (status) {
            case 200, 202 ->
                new Answer.Accepted(
                        said,
                        access.receipts().isEmpty()
                                ? null
                                : new Handles(HttpReceipts.GATEWAY, List.of(identification)));
            case 400, 403 -> isOfNumber(body) ? new Answer.Refused(said) : new Answer.Lost(said);
            case 408, 429 -> new Answer.PutOff(said);
            default -> status >= 500 ? new Answer.PutOff(said) : new Answer.Lost(said);
        };
    }

    private static boolean isOfNumber(String body) {
        return body.contains("receiver")
                || body.contains("'to'")
                || body.contains("Not routable")
                || body.contains("denied by");
    }

    private static String words(IOException e) {
        return e.getMessage() == null ? e.toString() : oneLine(e.getMessage());
    }

    private static String oneLine(String said) {
        String line = said.strip().replaceAll("\\s+", " ");
        return line.length() <= WORDS_MOST ? line : line.substring(0, WORDS_MOST);
    }

    @Override
    public void close() {
        client.close();
    }
}
