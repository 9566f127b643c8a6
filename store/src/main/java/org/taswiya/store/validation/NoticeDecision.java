package org.taswiya.store.validation;

import java.time.Instant;
import java.util.Locale;
import org.taswiya.store.Change;

/// What became of a notice candidate.
///
/// @param why who decided it, when and for what reason
public record NoticeDecision(Outcome outcome, Change why) {

    /// The code is how the books and answers write it.
    public enum Outcome {
        /// The customer is not told.
        DISMISSED,
        /// The customer was told.
        SENT;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static NoticeDecision of(String outcome, Instant at, String author, String reason) {
        return new NoticeDecision(Outcome.valueOf(outcome.toUpperCase(Locale.ROOT)), new Change(at, author, reason));
    }
}
