package org.taswiya.cli.demo;

import java.util.List;
import org.taswiya.core.quantity.Money;

/// What was checked at the end besides the laws of settlement.
///
/// @param entries of the ledger
/// @param trialBalance the sum of all accounts, zero when nothing was lost
/// @param verified bill documents that were recomputed from their own inputs
/// @param differing what differs in those that do not come out the same
record Checks(long entries, Money trialBalance, long verified, List<String> differing) {
    Checks {
        differing = List.copyOf(differing);
    }

    boolean isGood() {
        return trialBalance.isZero() && differing.isEmpty();
    }
}
