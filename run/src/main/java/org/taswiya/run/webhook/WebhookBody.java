package org.taswiya.run.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.taswiya.store.webhook.WebhookEvent;
import org.taswiya.store.webhook.WebhookSecrets.Good;

/// What a call says: which kind of thing has happened, to whose account, and where the API tells more. The same bytes
/// each time.
///
/// @param id under which it is told, each time
record WebhookBody(String id, String json) {
    static WebhookBody of(WebhookEvent event) {
        StringBuilder json =
                new StringBuilder("{\"type\":\"").append(event.kind().code());
        json.append("\",\"timestamp\":\"").append(event.at().truncatedTo(ChronoUnit.SECONDS));
        json.append("\",\"data\":{\"event\":\"").append(event.id()).append('"');
        if (event.account() != null) {
            json.append(",\"account\":\"").append(event.account()).append('"');
        }
        json.append(",\"reference\":\"").append(event.reference()).append('"');
        if (event.day() != null) {
            json.append(",\"day\":\"").append(event.day()).append('"');
        }
        String link = link(event);
        if (link != null) {
            json.append(",\"link\":\"/api/v1").append(link).append('"');
        }
        return new WebhookBody("event-" + event.id(), json.append("}}").toString());
    }

    /// Where the API tells more; null for what is of many accounts, each of which tells it.
    private static @Nullable String link(WebhookEvent event) {
        return switch (event.kind()) {
            case BILL_ISSUED, BILL_CANCELLED -> "/bills/" + event.reference();
            case PAYMENT_RECEIVED, PAYMENT_TAKEN_BACK -> "/payments/" + event.reference();
            case READING_ACCEPTED, READING_HELD -> "/agreements/" + event.reference() + "/readings";
            case DISPUTE_ANSWERED -> "/accounts/" + event.account() + "/disputes";
            case REQUEST_ANSWERED -> "/accounts/" + event.account() + "/requests";
            case INSTALMENTS_GRANTED -> "/accounts/" + event.account();
            case INTERRUPTION_PLANNED, INTERRUPTION_CHANGED, INTERRUPTION_ENDED, INTERRUPTION_CANCELLED -> null;
        };
    }

    byte[] bytes() {
        return json.getBytes(StandardCharsets.UTF_8);
    }

    /// By each secret that is good, the newest first.
    String signatures(List<Good> secrets, Instant at) {
        String signed = id + "." + at.getEpochSecond() + "." + json;
        return secrets.stream()
                .map(secret -> "v1," + Base64.getEncoder().encodeToString(mac(secret.bytes(), signed)))
                .collect(Collectors.joining(" "));
    }

    private static byte[] mac(byte[] secret, String signed) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return mac.doFinal(signed.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
