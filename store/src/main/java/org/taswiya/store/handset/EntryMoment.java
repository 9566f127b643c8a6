package org.taswiya.store.handset;

import java.time.Duration;
import java.time.Instant;

/// When an entry was typed, as it is believed: clocks of telephones go wrong, and begin anew when a battery was empty.
///
/// @param isPutRight whether it is another moment than the handset said
record EntryMoment(Instant at, boolean isPutRight) {
    /// A clock that is wrong by less is left alone: the day is what counts.
    private static final Duration SLACK = Duration.ofMinutes(2);

    /// What the clock was wrong by when it sent, it was wrong by when it wrote. What would then lie before the reader
    /// had the round, or after the entry came, is of the moment when it came: nothing better is known.
    ///
    /// @param said by the handset, of the entry
    /// @param sent by the handset, of now
    /// @param received by the server, of now
    /// @param since when the handset had the round, or was registered
    static EntryMoment of(Instant said, Instant sent, Instant received, Instant since) {
        Duration wrong = Duration.between(sent, received);
        Instant meant = wrong.abs().compareTo(SLACK) > 0 ? said.plus(wrong) : said;
        boolean isBelieved = !meant.isBefore(since.minus(SLACK)) && !meant.isAfter(received.plus(SLACK));
        Instant at = !isBelieved || meant.isAfter(received) ? received : meant;
        return new EntryMoment(at, Duration.between(said, at).abs().compareTo(SLACK) > 0);
    }
}
