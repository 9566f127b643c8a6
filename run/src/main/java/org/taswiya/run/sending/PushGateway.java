package org.taswiya.run.sending;

import java.io.IOException;
import java.io.InputStream;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.taswiya.core.message.Cause;
import org.taswiya.core.message.Channel;
import org.taswiya.core.message.Contact;
import org.taswiya.deliver.push.PushEncryption;
import org.taswiya.deliver.push.PushKey;
import org.taswiya.deliver.push.PushSubscription;
import org.taswiya.deliver.push.PushSubscription.Parsed;
import org.taswiya.deliver.push.PushTopic;
import org.taswiya.store.message.StoredMessage;

/// Hands push messages to the push services of the makers of browsers (RFC 8030). Any thread may use it.
public final class PushGateway implements Gateway {
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration ANSWER = Duration.ofSeconds(60);

    /// As long as a browser may be away; a bill is known by another way then.
    private static final Duration KEPT = Duration.ofDays(7);

    private static final Duration WAIT_LONGEST = Duration.ofDays(1);

    private static final Duration SIGNED_FOR = Duration.ofHours(12);
    private static final Duration SIGNED_LEFT = Duration.ofHours(1);
    private static final int SAID_LONGEST = 300;

    private final PushKey key;
    private final String contact;
    private final PushReach reach;
    private final InstantSource clock;
    private final HttpClient client;
    private final Map<String, Signed> signed = new ConcurrentHashMap<>();

    private record Signed(String authorization, Instant until) {}

    /// @param contact `mailto:` or `https:` of whoever answers for what is sent
    public PushGateway(PushKey key, String contact, PushReach reach, HttpClient.Builder client, InstantSource clock) {
        this.key = key;
        this.contact = contact;
        this.reach = reach;
        this.clock = clock;
        this.client = client.connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NEVER) // they could lead inside
                .build();
    }

    @Override
    public Channel channel() {
        return Channel.PUSH;
    }

    /// The topic: while a message waits at the push service, a second one of the same topic takes its place.
    @Override
    public String identification(StoredMessage message) {
        return PushTopic.of(message.key());
    }

    @Override
    public Optional<String> fault(Contact to) {
        return switch (PushSubscription.parse(to.address())) {
            case Parsed.Wrong(var found) -> Optional.of(found);
            case Parsed.Good _ -> Optional.empty();
        };
    }

    /// Each endpoint is another service; the first word is with a message.
    @Override
    public Optional<String> connect() {
        return Optional.empty();
    }

    @Override
    public Answer send(Handover handover) {
        if (!(handover.content() instanceof Made.Push(var text))
                || !(PushSubscription.parse(handover.message().contact().address()) instanceof Parsed.Good(var to))) {
            throw new IllegalArgumentException("no push message, or nobody asked for the fault: " + handover);
        }
        try {
            Optional<String> fault = reach.fault(to);
            if (fault.isPresent()) {
                return new Answer.Refused(fault.get());
            }
            HttpResponse<InputStream> response = client.send(
                    request(to, handover, PushEncryption.encrypt(to, text.json())), BodyHandlers.ofInputStream());
            return answer(response);
        } catch (UnknownHostException e) {
            return new Answer.PutOff("no such host: " + e.getMessage()); // of one customer, not of all
        } catch (IOException e) {
            return new Answer.Lost(to.origin() + ": " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while sending", e);
        }
    }

    private HttpRequest request(PushSubscription to, Handover handover, byte[] sealed) {
        return HttpRequest.newBuilder(to.endpoint())
                .timeout(ANSWER)
                .header("Authorization", authorization(to.origin()))
                .header("Content-Encoding", "aes128gcm")
                .header("Content-Type", "application/octet-stream")
                .header("TTL", Long.toString(KEPT.toSeconds()))
                .header("Urgency", urgency(handover.message().cause().kind()))
                .header("Topic", handover.identification())
                .POST(BodyPublishers.ofByteArray(sealed))
                .build();
    }

    private static String urgency(Cause.Kind kind) {
        return switch (kind) {
            case OUTAGE, SIGN_IN_CODE, CONTACT_CODE, ABNORMAL_USE -> "high";
            case BILL,
                    CONTACT,
                    DELEGATE,
                    SIGN_IN_CHANGE,
                    REMINDER,
                    AGREEMENT_END,
                    REQUEST,
                    INSTALMENT,
                    PAYMENT,
                    READING_DAY,
                    OWN_READING -> "normal";
            case CONTACT_REQUEST, MARKETING -> "low";
        };
    }

    private String authorization(String origin) {
        Instant now = clock.instant();
        Signed known = signed.get(origin);
        if (known == null || known.until().isBefore(now.plus(SIGNED_LEFT))) {
            Instant until = now.plus(SIGNED_FOR);
            known = new Signed(key.authorization(origin, until, contact), until);
            signed.put(origin, known);
        }
        return known.authorization();
    }

    private Answer answer(HttpResponse<InputStream> response) throws IOException {
        String said = said(response);
        int status = response.statusCode();
        return switch (status) {
            case 200, 201, 202 -> new Answer.Accepted(said);
            case 401, 403 -> new Answer.Lost(said); // it does not know us: no customer's fault
            case 408, 425, 429 -> new Answer.PutOff(said, retryAfter(response));
            case 404, 410 -> new Answer.Refused(said, true); // the browser has unsubscribed (RFC 8030, 7.3)
            default -> status >= 500 ? new Answer.PutOff(said, retryAfter(response)) : new Answer.Refused(said);
        };
    }

    /// In seconds or as a moment; nobody keeps a bill back for longer than a day.
    private Duration retryAfter(HttpResponse<?> response) {
        String stated = response.headers().firstValue("Retry-After").orElse("").strip();
        Duration wait = Duration.ZERO;
        if (stated.matches("[0-9]{1,9}")) {
            wait = Duration.ofSeconds(Long.parseLong(stated));
        } else if (!stated.isEmpty()) {
            try {
                Instant until = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(stated));
                wait = Duration.between(clock.instant(), until);
            } catch (DateTimeException _) {
                return Duration.ZERO; // what it wants is not to be understood
            }
        }
        return wait.isNegative() ? Duration.ZERO : wait.compareTo(WAIT_LONGEST) > 0 ? WAIT_LONGEST : wait;
    }

    /// In one line, as far as it is short.
    private static String said(HttpResponse<InputStream> response) throws IOException {
        try (InputStream body = response.body()) {
            String text = new String(body.readNBytes(SAID_LONGEST), StandardCharsets.UTF_8);
            return (response.statusCode() + " " + text.replaceAll("[\\p{Cntrl}\\s]+", " ")).strip();
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
