package org.taswiya.core.billing;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.estimation.Estimate;
import org.taswiya.core.quantity.Money;

/// A bill for one service agreement that has no number yet and may still be held or dropped.
///
/// @param agreement, customerAccount their references
/// @param service what is supplied, for example `electricity`
/// @param tariff the tariff's id
/// @param billedOn the date of the bill
/// @param dueOn the last day on which it can be paid in time
/// @param basis what the bill rests on
/// @param segments one for each period, earliest first
/// @param stampIfCash the duty that would arise if the bill were paid in cash; not part of any amount
/// @param instalmentOffer null when none is made
public record DraftBill(
        String agreement,
        String customerAccount,
        String service,
        String tariff,
        LocalDate billedOn,
        LocalDate dueOn,
        Basis basis,
        List<BillSegment> segments,
        Amounts amounts,
        Money stampIfCash,
        @Nullable InstalmentOffer instalmentOffer) {

    public DraftBill {
        segments = List.copyOf(segments);
    }

    /// What a bill rests on.
    public sealed interface Basis {

        /// Nobody read the meter.
        record OnEstimate(Estimate estimate) implements Basis {}

        /// An actual reading settles everything since the one before.
        record OnReading(SettlementOutcome.Settled settlement) implements Basis {}
    }

    /// An offer to pay in equal parts.
    ///
    /// @param first what the first instalment comes to; it takes what cannot be divided evenly
    /// @param each what every other one comes to
    public record InstalmentOffer(int instalments, Money first, Money each) {}

    /// What is to be paid; below zero it is the customer's credit.
    public Money total() {
        return amounts.total();
    }

    public Optional<InstalmentOffer> offer() {
        return Optional.ofNullable(instalmentOffer);
    }

    /// Gives the bill its number; from then on it is immutable and stands in the ledger.
    public IssuedBill issue(BillNumber number) {
        return new IssuedBill(number, this);
    }
}
