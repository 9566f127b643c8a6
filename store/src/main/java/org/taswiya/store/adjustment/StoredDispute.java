package org.taswiya.store.adjustment;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.receivables.ItemKey;

/// A dispute as the books have it.
///
/// @param isWhole whether all that was open then is disputed
/// @param reason for which it would be adjusted
/// @param answerBy the day by which the utility's rules want it answered
/// @param why as the author gave it
/// @param end null while nobody has answered
public record StoredDispute(
        long id,
        String account,
        ItemKey item,
        Money amount,
        boolean isWhole,
        String reason,
        String evidence,
        LocalDate openedOn,
        LocalDate answerBy,
        String author,
        String why,
        @Nullable End end) {

    /// The answer.
    ///
    /// @param adjustment that was asked for; null where it is rejected
    /// @param settledOn the day on which dunning goes on; null while the adjustment waits for somebody
    /// @param isTakenBack whether the bill that is disputed was taken back, which has ended it
    /// @param isRefused whether a second person did not approve the adjustment
    public record End(
            LocalDate on,
            @Nullable Long adjustment,
            @Nullable LocalDate settledOn,
            boolean isTakenBack,
            boolean isRefused,
            String author,
            String why) {}

    /// How far it is.
    public enum State {
        OPEN,
        /// Its adjustment waits for somebody's approval.
        UPHELD,
        REJECTED,
        SETTLED,
        /// The bill that it was of is owed no more.
        TAKEN_BACK;

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public State state() {
        if (end == null) {
            return State.OPEN;
        }
        if (end.isTakenBack()) {
            return State.TAKEN_BACK;
        }
        if (end.adjustment() == null || end.isRefused()) {
            return State.REJECTED;
        }
        return end.settledOn() == null ? State.UPHELD : State.SETTLED;
    }

    /// Whether it keeps dunning back still.
    public boolean isUnsettled() {
        return switch (state()) {
            case OPEN, UPHELD -> true;
            case REJECTED, SETTLED, TAKEN_BACK -> false;
        };
    }

    public boolean isLate(LocalDate day) {
        return end == null && day.isAfter(answerBy);
    }
}
