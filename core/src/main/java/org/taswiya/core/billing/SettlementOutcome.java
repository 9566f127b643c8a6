package org.taswiya.core.billing;

import java.util.List;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.metering.Hold;
import org.taswiya.core.metering.UsageQuality;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.tariff.Rating;

/// A settlement, or why it waits for a person.
public sealed interface SettlementOutcome {

    /// What is owed and why.
    ///
    /// @param usage between the first and the last actual reading
    /// @param periods in order, those that were billed and those that were not yet
    /// @param trueUp what the billed periods are short of (above zero) or were billed too much, after the limit on
    ///     back-billing
    /// @param dueNow the true-up and the current period together; below zero it is the customer's credit
    /// @param writtenOff what the limit on back-billing took away
    record Settled(
            Decimal usage, List<SettledPeriod> periods, Amounts trueUp, Amounts dueNow, Amounts writtenOff, Proof proof)
            implements SettlementOutcome {
        public Settled {
            periods = List.copyOf(periods);
        }

        public Outcome outcome() {
            return switch (trueUp.total().signum()) {
                case 1 -> Outcome.CHARGE;
                case -1 -> Outcome.CREDIT;
                default -> Outcome.NONE;
            };
        }
    }

    /// Nothing is charged until a person has looked.
    ///
    /// @param holds at least one
    record HeldSettlement(List<Hold> holds) implements SettlementOutcome {
        public HeldSettlement {
            holds = List.copyOf(holds);
        }
    }

    /// Which way a true-up goes.
    enum Outcome {
        CHARGE,
        CREDIT,
        NONE
    }

    /// One period of a settlement: due less billed is the difference.
    ///
    /// @param usage what is now known or, for days after the last reading, still estimated
    /// @param billedUsage and its quality as in [BilledPeriod]
    /// @param billed zero for the current period
    /// @param rating the lines behind `due`
    /// @param difference before the limit on back-billing
    /// @param chargeable what is left of the difference after it
    record SettledPeriod(
            DateRange range,
            Kind kind,
            Decimal usage,
            Decimal billedUsage,
            UsageQuality billedQuality,
            Amounts billed,
            Rating rating,
            Amounts due,
            Amounts difference,
            Amounts chargeable) {

        /// Whether something was billed for it before.
        public boolean wasBilled() {
            return kind != Kind.CURRENT;
        }

        /// Whether what was billed before rested on an estimate.
        public boolean wasEstimated() {
            return kind != Kind.CURRENT && billedQuality == UsageQuality.ESTIMATED;
        }
    }

    /// Where a period stands.
    enum Kind {
        /// Billed before and measured to its end.
        SETTLED,
        /// Billed before and still estimated for the days after the last reading.
        OPEN,
        /// Not billed before.
        CURRENT
    }
}
