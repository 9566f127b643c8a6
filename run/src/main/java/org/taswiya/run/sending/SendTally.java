package org.taswiya.run.sending;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.taswiya.store.message.AttemptEvent;

/// What a run of sending came to.
///
/// @param outcomes how many messages had each
/// @param broken what the server said last, when the breaker ended the run; else empty
public record SendTally(Map<AttemptEvent, Integer> outcomes, String broken) {
    static final SendTally NONE = new SendTally(Map.of(), "");

    public SendTally {
        Map<AttemptEvent, Integer> all = new EnumMap<>(AttemptEvent.class);
        all.putAll(outcomes);
        outcomes = Collections.unmodifiableMap(all);
    }

    SendTally plus(SendTally other) {
        Map<AttemptEvent, Integer> sums = new EnumMap<>(AttemptEvent.class);
        sums.putAll(outcomes);
        other.outcomes.forEach((event, count) -> sums.merge(event, count, Integer::sum));
        return new SendTally(sums, broken.isEmpty() ? other.broken : broken);
    }

    public int of(AttemptEvent event) {
        return outcomes.getOrDefault(event, 0);
    }

    public int all() {
        return outcomes.values().stream().mapToInt(Integer::intValue).sum();
    }

    public boolean isBroken() {
        return !broken.isEmpty();
    }
}
