package org.taswiya.core.billing;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.billing.DraftBill.Basis;
import org.taswiya.core.billing.SettlementOutcome.Settled;
import org.taswiya.core.metering.Hold;
import org.taswiya.core.metering.HoldFigures;
import org.taswiya.core.metering.HoldReason;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Money;

/// What a person looks at before it leaves, for the customers of one class. Null where something is not checked.
///
/// @param usualMultiple a bill above this many usual bills
/// @param billAbove a bill above this amount, whatever is usual
/// @param trueUpAbove a settlement that charges more than this for what was billed before
/// @param creditAbove a bill that credits more than this
/// @param zeroBills whether a bill of nothing is held
/// @param estimatesInARow a bill that would be at least this many in a row on estimates
/// @param together whether the bills of an account wait for each other
public record BillLimits(
        @Nullable Decimal usualMultiple,
        @Nullable Money billAbove,
        @Nullable Money trueUpAbove,
        @Nullable Money creditAbove,
        boolean zeroBills,
        @Nullable Integer estimatesInARow,
        boolean together) {

    /// Every bill leaves.
    public static final BillLimits NONE = new BillLimits(null, null, null, null, false, null, false);

    /// What a person should look at in one bill; nothing for a bill that may leave.
    public List<Hold> findings(AgreementInput input, DraftBill bill) {
        List<Hold> found = new ArrayList<>(0);
        addAmounts(found, bill, input.usualBill());
        if (trueUpAbove != null
                && bill.basis() instanceof Basis.OnReading(Settled settled)
                && settled.trueUp().total().compareTo(trueUpAbove) > 0) {
            found.add(new Hold(
                    HoldReason.LARGE_TRUE_UP,
                    "the settlement charges " + settled.trueUp().total() + ", more than " + trueUpAbove,
                    HoldFigures.NONE.amount("charged", settled.trueUp().total()).amount("most", trueUpAbove)));
        }
        if (estimatesInARow != null && bill.basis() instanceof Basis.OnEstimate) {
            int inARow = input.estimatesInARow() + 1;
            if (inARow >= estimatesInARow) {
                found.add(new Hold(
                        HoldReason.ESTIMATED_OFTEN,
                        "with this one, " + inARow + (inARow == 1 ? " bill rests" : " bills in a row rest")
                                + " on estimates",
                        HoldFigures.NONE.number("bills", inARow)));
            }
        }
        return found;
    }

    private void addAmounts(List<Hold> found, DraftBill bill, @Nullable Money usual) {
        Money total = bill.total();
        if (usualMultiple != null
                && usual != null
                && usual.signum() > 0
                && total.toFraction().compareTo(usual.toFraction().times(usualMultiple)) > 0) {
            found.add(new Hold(
                    HoldReason.ABOVE_USUAL,
                    "the bill is " + total + ", more than " + usualMultiple + " times the usual " + usual,
                    HoldFigures.NONE
                            .amount("bill", total)
                            .number("multiple", usualMultiple)
                            .amount("usual", usual)));
        }
        if (billAbove != null && total.compareTo(billAbove) > 0) {
            found.add(new Hold(
                    HoldReason.LARGE_BILL,
                    "the bill is " + total + ", more than " + billAbove,
                    HoldFigures.NONE.amount("bill", total).amount("most", billAbove)));
        }
        if (creditAbove != null && total.negated().compareTo(creditAbove) > 0) {
            found.add(new Hold(
                    HoldReason.LARGE_CREDIT,
                    "the bill credits " + total.negated() + ", more than " + creditAbove,
                    HoldFigures.NONE.amount("credited", total.negated()).amount("most", creditAbove)));
        }
        if (zeroBills && total.isZero()) {
            found.add(new Hold(HoldReason.ZERO_BILL, "the bill comes to nothing", HoldFigures.NONE));
        }
    }
}
