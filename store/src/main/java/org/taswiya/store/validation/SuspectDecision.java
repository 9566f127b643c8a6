package org.taswiya.store.validation;

import org.jspecify.annotations.Nullable;
import org.taswiya.core.quantity.Decimal;

/// What was decided about a suspect: by a person, or by the program where nothing is found any more.
///
/// @param value what the dial showed; null when it was not corrected
public record SuspectDecision(Outcome outcome, @Nullable Decimal value) {

    /// The code is how the books and answers write it.
    public enum Outcome {
        ACCEPTED("accepted"),
        CORRECTED("corrected"),
        RE_READ("re-read"),
        ESTIMATE("estimate"),
        /// By the program: nothing is found about it beside what has come since, and it counts.
        EXPLAINED("explained");

        private final String code;

        Outcome(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }

        static Outcome ofCode(String code) {
            for (Outcome outcome : values()) {
                if (outcome.code.equals(code)) {
                    return outcome;
                }
            }
            throw new IllegalArgumentException("no decision is called " + code);
        }
    }

    boolean isSame(SuspectDecision other) {
        boolean hasSameValue =
                value == null ? other.value == null : other.value != null && value.compareTo(other.value) == 0;
        return outcome == other.outcome && hasSameValue;
    }

    /// `corrected to 4711`.
    @Override
    public String toString() {
        return outcome.code + (value == null ? "" : " to " + value);
    }
}
