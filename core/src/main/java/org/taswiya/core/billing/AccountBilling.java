package org.taswiya.core.billing;

import java.util.ArrayList;
import java.util.List;
import org.taswiya.core.billing.AccountOutcome.AgreementOutcome;

/// Bills a customer account: the one function that every run, preview and verification calls.
///
/// It reads no clock, no database and no configuration: the same input gives the same outcome, byte for byte, wherever
/// it is called.
public final class AccountBilling {

    /// Which rules bill here: raised whenever the same input may come to another outcome than before. A bill document
    /// states it, so that whoever recomputes a bill knows by whose rules.
    public static final String ENGINE = "taswiya-engine/1";

    private AccountBilling() {}

    /// A bill or a hold for each agreement of the account, in the order of the input.
    public static AccountOutcome bill(AccountInput input) {
        return bill(input, new SharedPrices());
    }

    /// Bills one of many accounts: the same outcome, sooner.
    public static AccountOutcome bill(AccountInput input, SharedPrices prices) {
        List<AgreementOutcome> outcomes = new ArrayList<>();
        for (AgreementInput agreement : input.agreements()) {
            outcomes.add(new AgreementBilling(input, agreement, prices).bill());
        }
        return new AccountOutcome(input.customerAccount(), outcomes, input.arrears());
    }
}
