package org.taswiya.core.adjustment;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.taswiya.core.quantity.Money;

/// For what a utility adjusts what is owed, and what an author decides alone.
///
/// @param reasons by code
/// @param limit the most that anybody decides alone
/// @param supervisorLimit the most that a supervisor does
/// @param limits of authors who have another one
/// @param dueDays days in which what raises is due
/// @param disputeDays days in which a dispute is to be answered
public record AdjustmentRules(
        Map<String, AdjustmentReason> reasons,
        Money limit,
        Money supervisorLimit,
        Map<String, Money> limits,
        int dueDays,
        int disputeDays) {

    /// The same, and a supervisor decides no more alone than anybody.
    public AdjustmentRules(
            Map<String, AdjustmentReason> reasons,
            Money limit,
            Map<String, Money> limits,
            int dueDays,
            int disputeDays) {
        this(reasons, limit, limit, limits, dueDays, disputeDays);
    }

    public AdjustmentRules {
        reasons = Map.copyOf(reasons);
        limits = Map.copyOf(limits);
        if (limit.signum() < 0 || supervisorLimit.compareTo(limit) < 0 || dueDays < 0 || disputeDays < 1) {
            throw new IllegalArgumentException(
                    "A limit of " + limit + ", of supervisors " + supervisorLimit + ", due after " + dueDays
                            + " days, answered in " + disputeDays);
        }
    }

    /// The same for a supervisor, who decides more alone than anybody. Whoever has a limit of their own keeps it.
    public AdjustmentRules forSupervisor() {
        return new AdjustmentRules(reasons, supervisorLimit, supervisorLimit, limits, dueDays, disputeDays);
    }

    /// The same without limits: what somebody else lets through is booked so.
    public AdjustmentRules withoutLimits() {
        Money most = Money.ofMinor(Long.MAX_VALUE);
        return new AdjustmentRules(reasons, most, most, Map.of(), dueDays, disputeDays);
    }

    public Money limitOf(String author) {
        return Objects.requireNonNull(limits.getOrDefault(author, limit));
    }

    /// Why these rules do not know such an adjustment; empty when they do.
    public Optional<Refused> refusal(Adjustment adjustment) {
        AdjustmentReason reason = reasons.get(adjustment.reason());
        if (adjustment.amount().isZero()) {
            return refused(AdjustmentRefusal.AMOUNT_ZERO, "nothing is adjusted by 0.00");
        }
        if (reason == null) {
            return refused(
                    AdjustmentRefusal.UNKNOWN_REASON,
                    "'" + adjustment.reason() + "' is none; the reasons are "
                            + String.join(", ", new TreeMap<>(reasons).keySet()));
        }
        if (!reason.allows(adjustment.amount())) {
            return refused(
                    AdjustmentRefusal.WRONG_DIRECTION,
                    "reason " + reason.code() + " only " + (reason.isLowering() ? "lowers" : "raises")
                            + " what is owed, found " + adjustment.amount());
        }
        return Optional.empty();
    }

    /// A refusal with what was found.
    public record Refused(AdjustmentRefusal reason, String found) {}

    private static Optional<Refused> refused(AdjustmentRefusal reason, String found) {
        return Optional.of(new Refused(reason, found));
    }
}
