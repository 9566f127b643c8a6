package org.taswiya.core.arrangement;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.arrangement.ArrangementPolicy.Rebate;
import org.taswiya.core.calendar.WorkingDays;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.receivables.OpenItem;

/// What is offered to an account that owes.
public sealed interface ArrangementOffer {

    /// It may pay so.
    ///
    /// @param items what is arranged, in the order in which it is settled
    /// @param unasked whether the rules offer it; else a person decides
    /// @param needsApproval whether it is above what a clerk grants alone
    /// @param found by which figures, for a person
    /// @param atOnce what it pays instead; null where no rebate is given
    record Offered(
            List<OpenItem> items,
            Schedule schedule,
            boolean unasked,
            boolean needsApproval,
            String found,
            @Nullable AtOnce atOnce)
            implements ArrangementOffer {
        public Offered {
            items = List.copyOf(items);
        }
    }

    /// Nothing is offered.
    ///
    /// @param found what was found, and what to do
    record NotOffered(ArrangementReason reason, String found) implements ArrangementOffer {}

    /// All of it, less a rebate.
    ///
    /// @param until the last day
    record AtOnce(Money rebate, Money left, LocalDate until) {}

    /// What the rules offer, or what they say to a number of months that is asked for.
    static ArrangementOffer to(ArrangementRequest request, WorkingDays days) {
        ArrangementPolicy policy = request.policy();
        Money owed = request.owed();
        if (policy == null) {
            return no(ArrangementReason.NONE_FOR_CLASS, "nothing is arranged for customers of this class");
        }
        if (owed.isZero()) {
            String found = "nothing that is issued by " + request.on() + " is open and not disputed";
            return no(ArrangementReason.NOTHING_OPEN, leftOut(request, found));
        }
        if (request.isRunning()) {
            return no(ArrangementReason.RUNNING, "the account has an arrangement that runs; renegotiate that one");
        }
        ArrangementOffer unasked = unasked(request.with(Money.ZERO, null), policy, owed, days);
        Integer months = request.months();
        if (months == null) {
            return unasked;
        }
        boolean isWithin = unasked instanceof Offered offered
                && months <= offered.schedule().instalments().size();
        boolean isPlain = request.down().isZero() && request.first() == null;
        return of(request, policy, owed, months, isWithin && isPlain, days, "asked for");
    }

    private static ArrangementOffer unasked(
            ArrangementRequest request, ArrangementPolicy policy, Money owed, WorkingDays days) {
        Money usual = request.usual();
        if (usual == null || usual.signum() <= 0) {
            return no(
                    ArrangementReason.USUAL_UNKNOWN, "no bill before tells what is usual; ask with a number of months");
        }
        Fraction limit = usual.toFraction().times(policy.multipleOfUsual());
        String compared = owed + " is owed, the usual bill is " + usual + ", the limit " + policy.multipleOfUsual()
                + " times that";
        if (owed.toFraction().compareTo(limit) <= 0) {
            return no(ArrangementReason.NOT_ABOVE_USUAL, compared + "; ask with a number of months");
        }
        int months = Math.min(policy.longest(), request.monthsSettled());
        if (months < ArrangementPolicy.FEWEST) {
            return no(
                    ArrangementReason.NO_CATCH_UP,
                    "the last bill settles " + request.monthsSettled() + " month; ask with a number of months");
        }
        return of(request, policy, owed, months, true, days, compared);
    }

    private static ArrangementOffer of(
            ArrangementRequest request,
            ArrangementPolicy policy,
            Money owed,
            int months,
            boolean unasked,
            WorkingDays days,
            String found) {
        if (months < ArrangementPolicy.FEWEST) {
            return no(ArrangementReason.TOO_SHORT, months + " is no arrangement; two instalments are");
        }
        if (months > policy.longest()) {
            return no(ArrangementReason.TOO_LONG, months + " instalments; the most are " + policy.longest());
        }
        Money left = owed.minus(request.down());
        Money each = Money.ofMinor(left.minorUnits() / months);
        if (request.down().signum() < 0 || each.compareTo(policy.least()) < 0) {
            return no(
                    ArrangementReason.INSTALMENT_TOO_SMALL,
                    "instalments of " + each + "; the least is " + policy.least() + ", so ask for fewer");
        }
        LocalDate usualFirst = request.on().plusDays(policy.firstAfterDays());
        LocalDate first = request.first() == null ? usualFirst : request.first();
        LocalDate soonest =
                request.down().isZero() ? request.on() : request.on().plusDays(1);
        if (first.isBefore(soonest) || first.isAfter(usualFirst.plusMonths(1))) {
            return no(
                    ArrangementReason.WRONG_DAY,
                    "the first instalment on " + first + "; it falls due from " + soonest + " to "
                            + usualFirst.plusMonths(1));
        }
        Schedule schedule = Schedule.equal(left, months, first, days);
        if (request.down().signum() > 0) {
            schedule = schedule.after(request.on(), request.down());
        }
        boolean needsApproval = !policy.isForClerk(months, owed) || first.isAfter(usualFirst);
        return new Offered(
                request.items(),
                schedule,
                unasked,
                needsApproval,
                leftOut(request, found),
                atOnce(request, policy, owed, days));
    }

    private static String leftOut(ArrangementRequest request, String found) {
        Money disputed = request.disputed();
        return disputed.isZero() ? found : found + "; " + disputed + " is disputed and left out";
    }

    private static @Nullable AtOnce atOnce(
            ArrangementRequest request, ArrangementPolicy policy, Money owed, WorkingDays days) {
        Rebate rebate = policy.rebate();
        if (rebate == null) {
            return null;
        }
        Money off = rebate.on(owed);
        return new AtOnce(off, owed.minus(off), days.onOrAfter(request.on().plusDays(rebate.withinDays())));
    }

    private static NotOffered no(ArrangementReason reason, String found) {
        return new NotOffered(reason, found);
    }
}
