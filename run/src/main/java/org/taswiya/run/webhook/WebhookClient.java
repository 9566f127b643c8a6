package org.taswiya.run.webhook;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.taswiya.store.webhook.WebhookOutcome;
import org.taswiya.store.webhook.WebhookSecrets.Good;

/// Makes calls. Any thread may use it.
final class WebhookClient implements AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration WAIT_LONGEST = Duration.ofDays(1);

    private final WebhookReach reach;
    private final Duration within;
    private final HttpClient client;

    /// @param within what it may take until an answer begins
    WebhookClient(WebhookReach reach, Duration within, HttpClient.Builder client) {
        this.reach = reach;
        this.within = within;
        this.client = client.connectTimeout(CONNECT.compareTo(within) < 0 ? CONNECT : within)
                .followRedirects(HttpClient.Redirect.NEVER) // they could lead inside
                .build();
    }

    /// What came of a call.
    ///
    /// @param status null where nobody answered
    /// @param atLeast how long it wants to be left alone
    record Answer(WebhookOutcome outcome, @Nullable Integer status, Duration atLeast) {
        static Answer none(WebhookOutcome outcome) {
            return new Answer(outcome, null, Duration.ZERO);
        }
    }

    Answer call(String url, WebhookBody body, List<Good> secrets, Instant at) {
        if (secrets.isEmpty()) {
            return Answer.none(WebhookOutcome.NOT_SIGNED);
        }
        try {
            URI to = URI.create(url);
            if (reach.fault(to).isPresent()) {
                return Answer.none(WebhookOutcome.NOT_PUBLIC);
            }
            HttpRequest request = HttpRequest.newBuilder(to)
                    .timeout(within)
                    .header("Content-Type", "application/json")
                    .header("User-Agent", "taswiya")
                    .header("webhook-id", body.id())
                    .header("webhook-timestamp", Long.toString(at.getEpochSecond()))
                    .header("webhook-signature", body.signatures(secrets, at))
                    .POST(BodyPublishers.ofByteArray(body.bytes()))
                    .build();
            HttpResponse<InputStream> response = client.send(request, BodyHandlers.ofInputStream());
            response.body().close(); // unread: it may be of any length, and come at any pace
            return answer(response);
        } catch (UnknownHostException | ConnectException | HttpConnectTimeoutException _) {
            return Answer.none(WebhookOutcome.NOT_REACHABLE);
        } catch (IOException _) {
            return Answer.none(WebhookOutcome.NO_ANSWER);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while calling", e);
        }
    }

    private static Answer answer(HttpResponse<?> response) {
        int status = response.statusCode();
        WebhookOutcome outcome = status >= 200 && status < 300
                ? WebhookOutcome.TAKEN
                : status == 410 ? WebhookOutcome.GONE : WebhookOutcome.REFUSED;
        return new Answer(outcome, status, retryAfter(response));
    }

    /// In seconds alone: a moment would be by another clock.
    private static Duration retryAfter(HttpResponse<?> response) {
        String stated = response.headers().firstValue("Retry-After").orElse("").strip();
        Duration wait = stated.matches("[0-9]{1,9}") ? Duration.ofSeconds(Long.parseLong(stated)) : Duration.ZERO;
        return wait.compareTo(WAIT_LONGEST) > 0 ? WAIT_LONGEST : wait;
    }

    @Override
    public void close() {
        client.shutdownNow();
        client.close();
    }
}
