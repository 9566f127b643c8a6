package org.taswiya.core.arrangement;

import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Money;

/// What a utility decides about payment facilities for one class of customers.
///
/// @param multipleOfUsual what is owed above this many usual bills is offered in instalments without being asked
/// @param longest the most instalments, a month apart, that anybody may grant
/// @param clerkLongest the most that a clerk grants alone
/// @param clerkAmount the most money that a clerk arranges alone; null for any
/// @param least what an instalment comes to at least, above zero
/// @param firstAfterDays days from signing to the first instalment
/// @param graceDays days after its due day in which a late instalment may be made up
/// @param rebate for paying at once; null where there is none
/// @param supervisor what a supervisor grants alone; null for no more than a clerk
public record ArrangementPolicy(
        Decimal multipleOfUsual,
        int longest,
        int clerkLongest,
        @Nullable Money clerkAmount,
        Money least,
        int firstAfterDays,
        int graceDays,
        @Nullable Rebate rebate,
        @Nullable Alone supervisor) {

    /// The fewest instalments that are an arrangement.
    public static final int FEWEST = 2;

    /// What somebody grants alone.
    ///
    /// @param longest the most instalments
    /// @param amount the most money; null for any
    public record Alone(int longest, @Nullable Money amount) {}

    /// The same, and a supervisor grants no more alone than a clerk.
    public ArrangementPolicy(
            Decimal multipleOfUsual,
            int longest,
            int clerkLongest,
            @Nullable Money clerkAmount,
            Money least,
            int firstAfterDays,
            int graceDays,
            @Nullable Rebate rebate) {
        this(multipleOfUsual, longest, clerkLongest, clerkAmount, least, firstAfterDays, graceDays, rebate, null);
    }

    public ArrangementPolicy {
        if (longest < FEWEST || clerkLongest > longest || firstAfterDays < 0 || graceDays < 0 || least.signum() <= 0) {
            throw new IllegalArgumentException("Up to " + longest + " instalments, a clerk up to " + clerkLongest
                    + ", each of " + least + " or more, after " + firstAfterDays + " days, with " + graceDays
                    + " days of grace");
        }
    }

    /// What is left off when all is paid at once.
    ///
    /// @param rate of what is owed, below one
    /// @param withinDays days from the offer
    public record Rebate(Decimal rate, int withinDays) {
        public Rebate {
            if (rate.signum() <= 0 || rate.compareTo(Decimal.ONE) >= 0 || withinDays < 0) {
                throw new IllegalArgumentException("A rebate of " + rate + " within " + withinDays + " days");
            }
        }

        /// Rounded down to the minor unit, so that never more than the stated share is given away.
        public Money on(Money owed) {
            return Money.ofMinor(
                    owed.toFraction().times(rate).round(2, RoundingMode.DOWN).steps(2));
        }
    }

    /// As it is for a supervisor: what they grant alone stands where that of a clerk does.
    ArrangementPolicy forSupervisor() {
        return supervisor == null
                ? this
                : new ArrangementPolicy(
                        multipleOfUsual,
                        longest,
                        supervisor.longest(),
                        supervisor.amount(),
                        least,
                        firstAfterDays,
                        graceDays,
                        rebate,
                        supervisor);
    }

    /// Whether a clerk may grant it alone.
    public boolean isForClerk(int instalments, Money owed) {
        return instalments <= clerkLongest && (clerkAmount == null || owed.compareTo(clerkAmount) <= 0);
    }
}
