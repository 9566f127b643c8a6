package org.taswiya.store.billing;

import java.util.List;
import org.taswiya.core.metering.Hold;

/// An agreement that gets no bill in this run, and why.
///
/// @param reasons at least one
public record Withheld(String agreement, Outcome outcome, List<Reason> reasons) {

    public Withheld {
        reasons = List.copyOf(reasons);
    }

    /// Waiting for a person.
    public static Withheld held(String agreement, List<Hold> holds) {
        return new Withheld(
                agreement,
                Outcome.HELD,
                holds.stream()
                        .map(hold -> new Reason(hold.reason().code(), hold.found()))
                        .toList());
    }

    /// Broken, and to be tried again when the cause is gone.
    public static Withheld failed(String agreement, String reason, String found) {
        return new Withheld(agreement, Outcome.FAILED, List.of(new Reason(reason, found)));
    }

    /// Whether a person has to look, or something has to be mended.
    public enum Outcome {
        HELD("held"),
        FAILED("failed");

        private final String code;

        Outcome(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    /// One reason.
    ///
    /// @param code as answers and reports show it
    /// @param found a sentence with the values that caused it
    public record Reason(String code, String found) {}
}
