package org.taswiya.server.collect;

import java.sql.SQLException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.taswiya.core.collector.Collector;
import org.taswiya.store.collector.CollectorKeys;
import org.taswiya.store.collector.CollectorSecret;

/// Finds out who asks.
final class Askers {
    private static final Pattern ID = Pattern.compile("([a-zA-Z0-9-]{1,40})\\.([0-9]{1,6})");
    private static final Duration WINDOW = Duration.ofMinutes(5);

    /// For so long a key that was withdrawn may still be good.
    private static final Duration REMEMBERED = Duration.ofSeconds(10);

    private static final String SIGN =
            "; sign method, path, time and body with a key that is good, and name it in Collector-Key";

    private final Map<String, Collector> collectors;
    private final CollectorSecret secret;
    private final Readers readers;
    private final Clock clock;
    private final Map<String, Remembered> keys = new ConcurrentHashMap<>();

    private record Remembered(String text, Instant until) {}

    Askers(Map<String, Collector> collectors, CollectorSecret secret, Readers readers, Clock clock) {
        this.collectors = collectors;
        this.secret = secret;
        this.readers = readers;
        this.clock = clock;
    }

    /// A wrong key and a wrong signature are told the same, so that nobody learns which keys there are.
    Collector of(Asked asked) throws SQLException {
        Matcher id = ID.matcher(asked.key());
        Optional<String> key = id.matches() ? key(id.group(1), Integer.parseInt(id.group(2))) : Optional.empty();
        Collector collector = id.matches() ? collectors.get(id.group(1)) : null;
        boolean isSigned = Signature.isOf(key.orElse("none"), asked);
        if (!isSigned || key.isEmpty() || collector == null) {
            throw new TurnedAway(
                    DoorReason.BAD_SIGNATURE, "the signature is not that of key '" + asked.key() + "'" + SIGN);
        }
        requireNow(asked.time());
        return collector;
    }

    private Optional<String> key(String collector, int number) throws SQLException {
        String id = collector + "." + number;
        Instant now = clock.instant();
        Remembered remembered = keys.get(id);
        if (remembered != null && now.isBefore(remembered.until())) {
            return Optional.of(remembered.text());
        }
        Optional<String> found = readers.ask(connection -> CollectorKeys.text(connection, secret, collector, number));
        found.ifPresentOrElse(text -> keys.put(id, new Remembered(text, now.plus(REMEMBERED))), () -> keys.remove(id));
        return found;
    }

    private void requireNow(String time) {
        Instant now = clock.instant();
        try {
            Instant signed = Instant.parse(time);
            if (Duration.between(signed, now).abs().compareTo(WINDOW) <= 0) {
                return;
            }
        } catch (DateTimeException _) {
            throw new TurnedAway(
                    DoorReason.OUT_OF_TIME, "'" + time + "' is no time; expected one as 2026-06-01T12:00:00Z");
        }
        throw new TurnedAway(
                DoorReason.OUT_OF_TIME,
                "signed at " + time + " and here it is " + now + "; set the clock, and sign the same message again");
    }
}
