package org.taswiya.core.billing;

import java.time.LocalDate;
import java.util.List;
import org.taswiya.core.quantity.Money;

/// Everything that the bills of one customer account depend on in one billing cycle.
///
/// @param customerAccount the account's reference
/// @param billTo the end of the period to bill: where no reading is there yet, usage is estimated up to this day
/// @param billedOn the date of the bills
/// @param arrears what was due before and is unpaid, shown apart and never part of a bill
public record AccountInput(
        String customerAccount,
        LocalDate billTo,
        LocalDate billedOn,
        BillingPolicy policy,
        Money arrears,
        List<AgreementInput> agreements) {

    public AccountInput {
        agreements = List.copyOf(agreements);
    }
}
