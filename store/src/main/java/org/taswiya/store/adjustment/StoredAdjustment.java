package org.taswiya.store.adjustment;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.adjustment.Adjustment;
import org.taswiya.core.quantity.Money;

/// An adjustment as the books have it.
///
/// @param needsSecond whether somebody else than the author decides it
/// @param why as the author gave it
/// @param decision null while nobody has decided
/// @param reversedOn null where it is not
/// @param tax the value added tax in it, of its sign
public record StoredAdjustment(
        long id,
        Adjustment adjustment,
        LocalDate askedOn,
        boolean needsSecond,
        String author,
        String why,
        @Nullable Decision decision,
        @Nullable LocalDate reversedOn,
        Money tax) {

    /// Somebody's word about it.
    ///
    /// @param dueOn of what raises and is approved
    /// @param entry that books it; zero where it is refused
    public record Decision(
            boolean isApproved, LocalDate on, @Nullable LocalDate dueOn, long entry, String author, String why) {}

    /// How far it is.
    public enum State {
        ASKED,
        BOOKED,
        REFUSED,
        REVERSED;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public State state() {
        if (decision == null) {
            return State.ASKED;
        }
        if (!decision.isApproved()) {
            return State.REFUSED;
        }
        return reversedOn == null ? State.BOOKED : State.REVERSED;
    }

    public String number() {
        return numberOf(id);
    }

    /// As the database has it in `adjustment_number`.
    static String numberOf(long id) {
        return String.format(Locale.ROOT, "AJ%010d", id);
    }

    /// The serial of a number as printed; empty where it is none.
    public static Optional<Long> parse(String number) {
        return number.matches("AJ[0-9]{10}") ? Optional.of(Long.parseLong(number.substring(2))) : Optional.empty();
    }
}
