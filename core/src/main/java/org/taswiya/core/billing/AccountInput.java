package org.taswiya.core.billing;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.quantity.Money;

/// Everything that the bills of one customer account depend on in one billing cycle.
///
/// @param customerAccount the account's reference
/// @param billTo the end of the period to bill: where no reading is there yet, usage is estimated up to this day
/// @param billedOn the date of the bills
/// @param policy of the class of the account's customer
/// @param arrears what was billed before and is unpaid, less what the account has to its credit; shown apart and never
///     part of a bill; below zero where there is more credit
/// @param dueOn when all bills are due, where the cycle says so; null where the tariffs do
public record AccountInput(
        String customerAccount,
        LocalDate billTo,
        LocalDate billedOn,
        BillingPolicy policy,
        Money arrears,
        List<AgreementInput> agreements,
        @Nullable LocalDate dueOn) {

    /// Due when the tariffs say.
    public AccountInput(
            String customerAccount,
            LocalDate billTo,
            LocalDate billedOn,
            BillingPolicy policy,
            Money arrears,
            List<AgreementInput> agreements) {
        this(customerAccount, billTo, billedOn, policy, arrears, agreements, null);
    }

    public AccountInput {
        if (policy.differs()) {
            throw new IllegalArgumentException(
                    "Account " + customerAccount + " is to be billed by a policy of several classes; take that of one");
        }
        agreements = List.copyOf(agreements);
    }

    /// The same account with other agreements.
    public AccountInput with(List<AgreementInput> others) {
        return new AccountInput(customerAccount, billTo, billedOn, policy, arrears, others, dueOn);
    }
}
