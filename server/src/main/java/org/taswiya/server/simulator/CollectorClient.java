package org.taswiya.server.simulator;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.taswiya.server.collect.Signature;

/// Sends signed messages. Many threads may use it at once.
public final class CollectorClient {
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(40);
    private static final int WAIT_MILLIS = 50;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI url;
    private final String keyId;
    private final String key;
    private final Clock clock;

    /// @param url of the server, such as `http://127.0.0.1:8080`
    /// @param keyId such as `wafacash.1`
    public CollectorClient(URI url, String keyId, String key, Clock clock) {
        this.url = url;
        this.keyId = keyId;
        this.key = key;
        this.clock = clock;
    }

    /// An answer.
    public record Answer(int status, String text) {}

    public Answer get(String target) throws InterruptedException {
        return ask("GET", target, "");
    }

    public Answer post(String target, String body) throws InterruptedException {
        return ask("POST", target, body);
    }

    /// Repeats the same message until it has an answer, however often the door is too busy or not there.
    private Answer ask(String method, String target, String body) throws InterruptedException {
        while (true) {
            Optional<Answer> answer = once(method, target, body);
            if (answer.isPresent() && answer.get().status() != 503) {
                return answer.get();
            }
            Thread.sleep(WAIT_MILLIS);
        }
    }

    /// Sends once; empty when no answer came.
    Optional<Answer> once(String method, String target, String body) throws InterruptedException {
        try {
            HttpResponse<String> response = http.send(request(method, target, body), BodyHandlers.ofString());
            return Optional.of(new Answer(response.statusCode(), response.body()));
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    /// Sends, and does not wait for what comes.
    void throwAway(String method, String target, String body) {
        var _ = http.sendAsync(request(method, target, body), BodyHandlers.discarding());
    }

    private HttpRequest request(String method, String target, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        String time = clock.instant().toString();
        return HttpRequest.newBuilder(url.resolve(target))
                .timeout(ANSWER_WITHIN)
                .header("Collector-Key", keyId)
                .header("Collector-Time", time)
                .header("Collector-Signature", Signature.of(key, method, target, time, bytes))
                .method(method, bytes.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(bytes))
                .build();
    }
}
