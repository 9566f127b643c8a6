package org.taswiya.run;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.billing.DraftBill;
import org.taswiya.core.billing.DraftBill.Basis;
import org.taswiya.core.billing.FormerBill;
import org.taswiya.core.billing.SettlementOutcome.Kind;
import org.taswiya.core.billing.SettlementOutcome.SettledPeriod;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Money;
import org.taswiya.store.run.Withheld;

/// What the old system and these books bill one agreement for the same cycle.
///
/// @param found what the figures do not say; empty where they say everything
/// @param theirs null when the old system has no bill
/// @param ours null when these books would make no bill
public record ParallelBill(
        String agreement,
        Cause cause,
        String found,
        @Nullable Side theirs,
        @Nullable Side ours) {

    /// Why the two differ.
    public enum Cause {
        /// Usage and total are the same.
        SAME,
        /// Another quantity is billed.
        USAGE_DIFFERS,
        /// The same quantity comes to another amount.
        AMOUNT_DIFFERS,
        ONLY_THEIRS,
        ONLY_OURS,
        /// Withheld here for a person, or failed.
        HELD;

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /// One of both.
    ///
    /// @param range the days that are billed for the first time; all of its days where it only settles
    /// @param usage that is billed now: what is known, less what was billed before
    public record Side(DateRange range, Decimal usage, Money total) {
        static Side of(FormerBill bill) {
            return new Side(bill.range(), bill.usage(), bill.total());
        }

        /// Several bills of one agreement count as one.
        Side plus(Side other) {
            DateRange first = range.from().isBefore(other.range.from()) ? range : other.range;
            DateRange last = range.to().isAfter(other.range.to()) ? range : other.range;
            return new Side(DateRange.of(first.from(), last.to()), usage.plus(other.usage), total.plus(other.total));
        }

        static Side of(DraftBill bill) {
            DateRange last = bill.segments().getLast().range();
            return switch (bill.basis()) {
                case Basis.OnEstimate(var estimate) -> new Side(estimate.range(), estimate.quantity(), bill.total());
                case Basis.OnReading(var settled) -> {
                    Decimal usage = Decimal.ZERO;
                    for (SettledPeriod period : settled.periods()) {
                        usage = usage.plus(period.usage());
                        usage = period.kind() == Kind.CURRENT ? usage : usage.minus(period.billedUsage());
                    }
                    boolean isCurrent = settled.periods().getLast().kind() == Kind.CURRENT;
                    DateRange all =
                            DateRange.of(bill.segments().getFirst().range().from(), last.to());
                    yield new Side(isCurrent ? last : all, usage, bill.total());
                }
            };
        }
    }

    static ParallelBill of(@Nullable Side theirs, DraftBill bill) {
        Side ours = Side.of(bill);
        if (theirs == null) {
            return new ParallelBill(bill.agreement(), Cause.ONLY_OURS, "", null, ours);
        }
        boolean isSameUsage = theirs.usage().compareTo(ours.usage()) == 0;
        Cause cause = !isSameUsage
                ? Cause.USAGE_DIFFERS
                : theirs.total().equals(ours.total()) ? Cause.SAME : Cause.AMOUNT_DIFFERS;
        String found = cause == Cause.SAME || theirs.range().equals(ours.range())
                ? ""
                : "theirs is of " + theirs.range() + ", ours of " + ours.range();
        return new ParallelBill(bill.agreement(), cause, found, theirs, ours);
    }

    static ParallelBill held(@Nullable Side theirs, Withheld withheld) {
        Withheld.Reason reason = withheld.reasons().getFirst();
        return new ParallelBill(withheld.agreement(), Cause.HELD, reason.code() + ": " + reason.found(), theirs, null);
    }

    static ParallelBill onlyTheirs(String agreement, Side theirs, String found) {
        return new ParallelBill(agreement, Cause.ONLY_THEIRS, found, theirs, null);
    }

    /// Above zero when these books bill more.
    public Money difference() {
        return (ours == null ? Money.ZERO : ours.total()).minus(theirs == null ? Money.ZERO : theirs.total());
    }
}
