package org.taswiya.core.adjustment;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.quantity.Money;

/// For what a utility adjusts what is owed, and what an author decides alone.
///
/// @param reasons by code
/// @param limit the most that anybody decides alone on an account, together with what others decided so
/// @param supervisorLimit the most that a supervisor does
/// @param limits of authors who have another one
/// @param aloneDays for how many days what was decided alone on an account counts towards the limit
/// @param dueDays days in which what raises is due
/// @param disputeDays days in which a dispute is to be answered
public record AdjustmentRules(
        Map<String, AdjustmentReason> reasons,
        Money limit,
        Money supervisorLimit,
        Map<String, Money> limits,
        int aloneDays,
        int dueDays,
        int disputeDays) {
    /// Where a utility says nothing else.
    public static final int ALONE_DAYS = 30;

    private static final Money EVERYTHING = Money.ofMinor(Long.MAX_VALUE);

    /// The same, and a supervisor decides no more alone than anybody.
    public AdjustmentRules(
            Map<String, AdjustmentReason> reasons,
            Money limit,
            Map<String, Money> limits,
            int dueDays,
            int disputeDays) {
        this(reasons, limit, limit, limits, ALONE_DAYS, dueDays, disputeDays);
    }

    public AdjustmentRules {
        reasons = Map.copyOf(reasons);
        limits = Map.copyOf(limits);
        if (limit.signum() < 0 || supervisorLimit.compareTo(limit) < 0
                || aloneDays < 1
                || dueDays < 0
                || disputeDays < 1) {
            throw new IllegalArgumentException("A limit of " + limit + ", of supervisors " + supervisorLimit
                    + ", counted for " + aloneDays + " days, due after " + dueDays + " days, answered in "
                    + disputeDays);
        }
    }

    /// The same for a supervisor, who decides more alone than anybody. Whoever has a limit of their own keeps it.
    public AdjustmentRules forSupervisor() {
        Map<String, AdjustmentReason> theirs = new TreeMap<>();
        reasons.forEach((code, reason) -> theirs.put(code, reason.forSupervisor()));
        return new AdjustmentRules(
                theirs, supervisorLimit, supervisorLimit, limits, aloneDays, dueDays, disputeDays);
    }

    /// The same without limits: what somebody else lets through is booked so.
    public AdjustmentRules withoutLimits() {
        return new AdjustmentRules(reasons, EVERYTHING, EVERYTHING, Map.of(), aloneDays, dueDays, disputeDays);
    }

    public Money limitOf(String author) {
        return Objects.requireNonNull(limits.getOrDefault(author, limit));
    }

    /// Whether somebody else than the author decides it. What one person gives in parts, or several of them, counts as
    /// if it were given at once, and nobody takes more off a bill alone than it is of.
    ///
    /// @param before the sizes of what was decided alone on the account in the last days, by whomever
    /// @param left what of the item is not taken off yet; null for the account as such
    public boolean needsSecond(String author, Adjustment adjustment, Money before, @Nullable Money left) {
        Money most = limitOf(author);
        if (most.equals(EVERYTHING)) {
            return false;
        }
        AdjustmentReason reason = reasons.get(adjustment.reason());
        return reason == null
                || reason.alone() != AdjustmentReason.Alone.ANYBODY
                || before.plus(adjustment.size()).compareTo(most) > 0
                || left != null && adjustment.isLowering() && adjustment.size().compareTo(left) > 0;
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
