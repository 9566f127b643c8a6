package org.taswiya.store.message;

import java.util.Arrays;
import java.util.Locale;

/// What happened to a message in an attempt. All but the first are outcomes.
public enum AttemptEvent {
    /// It is about to be handed over; what is said is the identification that it goes out with.
    BEGUN,
    /// Whoever carries it has taken it.
    ACCEPTED,
    /// It was not taken now, and may be later.
    PUT_OFF,
    /// It was refused for good.
    REFUSED,
    /// There is nothing to hand over: the bill could not be made again as it was.
    NOT_MADE,
    /// What it tells of does not hold any more.
    WITHDRAWN,
    /// It was begun with others and not handed over: its turn did not come in time, or the server went away before it.
    GIVEN_BACK;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static AttemptEvent ofCode(String code) {
        return Arrays.stream(values())
                .filter(event -> event.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no event of an attempt: '" + code + "'"));
    }
}
