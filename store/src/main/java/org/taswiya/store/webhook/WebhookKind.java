package org.taswiya.store.webhook;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What a program may be told of.
public enum WebhookKind {
    BILL_ISSUED,
    BILL_CANCELLED,
    PAYMENT_RECEIVED,
    PAYMENT_TAKEN_BACK,
    /// A reading counts, whoever has brought it.
    READING_ACCEPTED,
    /// One waits for a person.
    READING_HELD,
    DISPUTE_ANSWERED,
    REQUEST_ANSWERED,
    INSTALMENTS_GRANTED,
    INTERRUPTION_PLANNED,
    INTERRUPTION_CHANGED,
    INTERRUPTION_ENDED,
    INTERRUPTION_CANCELLED;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static List<String> codes() {
        return Stream.of(values()).map(WebhookKind::code).toList();
    }

    public static Optional<WebhookKind> ofCode(String code) {
        return Stream.of(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }
}
