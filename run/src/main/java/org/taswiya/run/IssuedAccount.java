package org.taswiya.run;

import java.util.List;
import org.taswiya.core.billing.AccountInput;
import org.taswiya.core.billing.AccountOutcome;
import org.taswiya.core.billing.IssuedBill;

/// An account as a run billed it.
///
/// @param bills in the order of the outcome; empty when every agreement is held
public record IssuedAccount(AccountInput input, AccountOutcome outcome, List<IssuedBill> bills) {

    public IssuedAccount {
        bills = List.copyOf(bills);
    }
}
