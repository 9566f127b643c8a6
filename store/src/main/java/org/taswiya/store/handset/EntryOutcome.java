package org.taswiya.store.handset;

import java.util.Locale;
import java.util.stream.Stream;

/// What became of an entry.
public enum EntryOutcome {
    /// Its value counts.
    TAKEN,
    /// It has no value; that somebody was there, and what they found, is kept.
    VISITED,
    /// Its value is kept for a person to look at.
    WAITING,
    /// Another value of that day was read by somebody else; this one waits for a person too.
    READ_BY_ANOTHER,
    /// The meter cannot show it; that somebody was there is kept.
    IMPOSSIBLE,
    /// The same reader has put it right already.
    OVERTAKEN,
    /// It came from a handset that is closed: it is kept as it came, and nothing else was written.
    SET_ASIDE;

    /// How answers and the books write it: `set-aside`.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static EntryOutcome ofCode(String code) {
        return Stream.of(values())
                .filter(outcome -> outcome.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no outcome " + code));
    }
}
