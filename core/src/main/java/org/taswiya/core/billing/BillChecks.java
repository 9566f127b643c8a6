package org.taswiya.core.billing;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.billing.DraftBill.Basis;
import org.taswiya.core.billing.SettlementOutcome.Settled;
import org.taswiya.core.metering.Hold;
import org.taswiya.core.metering.HoldReason;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Money;

/// What a utility wants a person to look at before a bill leaves. Data of the utility; a check never changes what a
/// bill comes to.
///
/// @param usualMultiple a bill above this many usual bills is held; null where that is not checked
/// @param trueUpAbove a settlement that charges more than this for what was billed before; null where it is not checked
/// @param creditAbove a bill that credits more than this; null where it is not checked
/// @param zeroBills whether a bill of nothing is held
public record BillChecks(
        @Nullable Decimal usualMultiple,
        @Nullable Money trueUpAbove,
        @Nullable Money creditAbove,
        boolean zeroBills) {

    /// Every bill leaves.
    public static final BillChecks NONE = new BillChecks(null, null, null, false);

    /// What a person should look at; nothing for a bill that may leave.
    ///
    /// @param usual what a bill of the agreement usually comes to; null when unknown
    public List<Hold> findings(DraftBill bill, @Nullable Money usual) {
        List<Hold> found = new ArrayList<>(0);
        Money total = bill.total();
        if (usualMultiple != null
                && usual != null
                && usual.signum() > 0
                && total.toFraction().compareTo(usual.toFraction().times(usualMultiple)) > 0) {
            found.add(new Hold(
                    HoldReason.ABOVE_USUAL,
                    "the bill is " + total + ", more than " + usualMultiple + " times the usual " + usual));
        }
        if (trueUpAbove != null
                && bill.basis() instanceof Basis.OnReading(Settled settled)
                && settled.trueUp().total().compareTo(trueUpAbove) > 0) {
            found.add(new Hold(
                    HoldReason.LARGE_TRUE_UP,
                    "the settlement charges " + settled.trueUp().total() + ", more than " + trueUpAbove));
        }
        if (creditAbove != null && total.negated().compareTo(creditAbove) > 0) {
            found.add(new Hold(
                    HoldReason.LARGE_CREDIT, "the bill credits " + total.negated() + ", more than " + creditAbove));
        }
        if (zeroBills && total.isZero()) {
            found.add(new Hold(HoldReason.ZERO_BILL, "the bill comes to nothing"));
        }
        return found;
    }
}
