package org.taswiya.core.customer;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What forbids a day on which somebody moves in or out.
public final class MoveRules {
    private MoveRules() {}

    /// @param found what was found, and what to do
    public record Refusal(AgreementReason reason, String found) {}

    /// Why nobody can begin to take the service on a day; nothing when somebody can.
    ///
    /// @param there who took it and takes it
    public static Optional<Refusal> moveIn(Occupants there, LocalDate on, LocalDate today) {
        if (on.isAfter(today)) {
            return Optional.of(toCome(on, today));
        }
        return there.inTheWay(on, null)
                .map(other -> new Refusal(
                        AgreementReason.OVERLAP,
                        "agreement " + other.agreement() + " of account " + other.account() + " has it from "
                                + other.from() + (other.to() == null ? " on; end it first" : " to " + other.to())));
    }

    /// Why an occupant cannot cease to take the service on a day; nothing when they can.
    ///
    /// @param billedTo the end of what is billed to them; null where nothing is
    public static Optional<Refusal> moveOut(Occupant of, @Nullable LocalDate billedTo, LocalDate on, LocalDate today) {
        if (of.to() != null) {
            return Optional.of(new Refusal(AgreementReason.ALREADY_ENDED, of.agreement() + " ended on " + of.to()));
        }
        if (on.isAfter(today)) {
            return Optional.of(toCome(on, today));
        }
        if (!of.from().isBefore(on)) {
            return Optional.of(new Refusal(
                    AgreementReason.NOT_BEGUN,
                    of.agreement() + " begins on " + of.from() + "; it can end on the day after or later"));
        }
        if (billedTo != null && on.isBefore(billedTo)) {
            return Optional.of(new Refusal(
                    AgreementReason.BILLED_ALREADY,
                    of.agreement() + " is billed to " + billedTo + "; take back the bills that reach beyond " + on
                            + " first, with bill cancel"));
        }
        return Optional.empty();
    }

    private static Refusal toCome(LocalDate on, LocalDate today) {
        return new Refusal(
                AgreementReason.DAY_TO_COME, "today is " + today + ", before " + on + "; write it down then");
    }
}
