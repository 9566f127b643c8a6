package org.taswiya.core.adjustment;

import org.jspecify.annotations.Nullable;
import org.taswiya.core.ledger.LedgerAccount;
import org.taswiya.core.quantity.Money;

/// One of the reasons for which a utility adjusts what is owed; data, never code.
///
/// @param code what the books call it
/// @param against the account that bears it; null where the bill's own revenue and taxes do, as it was billed
/// @param isLowering whether it may lower what is owed
/// @param isRaising whether it may raise it
/// @param alone who decides it alone, within their limit
public record AdjustmentReason(
        String code, @Nullable LedgerAccount against, boolean isLowering, boolean isRaising, Alone alone) {

    /// Who decides alone for a reason.
    public enum Alone {
        ANYBODY,
        SUPERVISOR,
        NOBODY
    }

    /// Codes that the program itself gives: no utility's rules name them.
    public static final String DUNNING_FEE = "dunning-fee";

    public static final String REBATE = "rebate";
    public static final String LATE_INTEREST = "late-interest";
    public static final String WRITE_OFF = "write-off";

    /// One that anybody decides alone.
    public AdjustmentReason(String code, @Nullable LedgerAccount against, boolean isLowering, boolean isRaising) {
        this(code, against, isLowering, isRaising, Alone.ANYBODY);
    }

    public AdjustmentReason {
        if (!isLowering && !isRaising) {
            throw new IllegalArgumentException("Reason " + code + " neither lowers nor raises");
        }
    }

    public boolean isAsBilled() {
        return against == null;
    }

    /// The same, and what a supervisor decides alone is decided so.
    AdjustmentReason forSupervisor() {
        return alone == Alone.SUPERVISOR
                ? new AdjustmentReason(code, against, isLowering, isRaising, Alone.ANYBODY)
                : this;
    }

    boolean allows(Money amount) {
        return amount.signum() < 0 ? isLowering : isRaising;
    }
}
