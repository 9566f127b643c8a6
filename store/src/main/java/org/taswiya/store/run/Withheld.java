package org.taswiya.store.run;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.metering.Hold;
import org.taswiya.core.metering.HoldFigures;
import org.taswiya.core.quantity.Money;

/// An agreement that gets no bill in this run, and why.
///
/// @param reasons at least one
/// @param atRisk what the bill that waits comes to, without its sign, or what is usual; null when neither is known
public record Withheld(
        String agreement,
        Outcome outcome,
        List<Reason> reasons,
        @Nullable Money atRisk) {

    public Withheld {
        reasons = List.copyOf(reasons);
    }

    /// Waiting for a person.
    ///
    /// @param amount what the bill comes to, or what is usual; null when neither is known
    public static Withheld held(String agreement, List<Hold> holds, @Nullable Money amount) {
        return new Withheld(
                agreement,
                Outcome.HELD,
                holds.stream()
                        .map(hold -> new Reason(hold.reason().code(), hold.found(), hold.figures()))
                        .toList(),
                withoutSign(amount));
    }

    /// Broken, and to be tried again when the cause is gone.
    ///
    /// @param usual what a bill of the agreement usually comes to; null when unknown
    public static Withheld failed(String agreement, String reason, String found, @Nullable Money usual) {
        Reason broken = new Reason(reason, found, HoldFigures.NONE);
        return new Withheld(agreement, Outcome.FAILED, List.of(broken), withoutSign(usual));
    }

    private static @Nullable Money withoutSign(@Nullable Money amount) {
        return amount == null || amount.signum() >= 0 ? amount : amount.negated();
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
    /// @param figures these values; none where it failed, or was held before they were kept
    public record Reason(String code, String found, HoldFigures figures) {}
}
