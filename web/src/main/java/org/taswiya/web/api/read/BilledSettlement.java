package org.taswiya.web.api.read;

import java.time.LocalDate;
import java.util.List;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Money;
import org.taswiya.web.api.json.Says;
import org.taswiya.web.api.read.BilledSegment.BilledAmounts;

/// What was settled, month by month, and that nobody was pushed into a higher block.
public record BilledSettlement(
        @Says("What was used in all of it.") Decimal usage,
        @Says("The periods in order.") List<SettledMonth> periods,
        @Says("What the reading has changed of what was billed before.") BilledAmounts trueUp,
        @Says("What is claimed now.") BilledAmounts dueNow,
        @Says(value = "What the true-up is.", oneOf = {"charge", "credit", "none"}) String outcome,
        @Says("What other divisions of the same usage would have cost.") SettlementProof proof) {
    public BilledSettlement {
        periods = List.copyOf(periods);
    }

    /// A period.
    public record SettledMonth(
            @Says("The first day.") LocalDate from,
            @Says("The day after the last.") LocalDate to,

            @Says(
                    value = "Whether it was billed before and is settled, is still open, or is billed for the first"
                            + " time.",
                    oneOf = {"settled", "open", "current"})
            String kind,

            @Says("What was used in it, as is known now.") Decimal usage,
            @Says("What was billed as used.") Decimal billedUsage,
            @Says("What was billed.") BilledAmounts billed,
            @Says("What is due for it.") BilledAmounts due,
            @Says("Due less billed.") BilledAmounts difference) {}

    /// The proof.
    public record SettlementProof(
            @Says("What all of it would have cost in one period.") Money lump,
            @Says("What it costs month by month, as billed.") Money monthWise,
            @Says("The least that any division among the months costs.") Division cheapest,
            @Says("The most.") Division dearest) {}

    /// A division of the usage among the periods.
    public record Division(
            @Says("What it costs.") Money total,
            @Says("The usage of each period.") List<Decimal> usage) {
        public Division {
            usage = List.copyOf(usage);
        }
    }
}
