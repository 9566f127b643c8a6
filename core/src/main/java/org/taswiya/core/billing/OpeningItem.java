package org.taswiya.core.billing;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.ledger.JournalEntry;
import org.taswiya.core.ledger.LedgerAccount;
import org.taswiya.core.ledger.Posting;
import org.taswiya.core.quantity.Money;

/// What was open in the old system for one document.
///
/// @param reference of the document in the old system; an account has no two under one
/// @param amount above zero the customer owes it, below it is the customer's credit
/// @param issuedOn null for a credit
/// @param dueOn null for a credit
public record OpeningItem(
        String customerAccount,
        String reference,
        Money amount,
        @Nullable LocalDate issuedOn,
        @Nullable LocalDate dueOn) {
    /// Against this all items are booked; its balance is what the old system said was open, with the other sign.
    static final LedgerAccount CLEARING = new LedgerAccount("equity:migration-clearing");

    public OpeningItem {
        boolean isOwed = amount.signum() > 0;
        if (amount.isZero() || (issuedOn != null) != isOwed || (dueOn != null) != isOwed) {
            throw new IllegalArgumentException(
                    "Item " + reference + " of " + amount + " needs both days if owed, none if a credit");
        }
        if (issuedOn != null && dueOn != null && dueOn.isBefore(issuedOn)) {
            throw new IllegalArgumentException("Item " + reference + " is due before it is issued");
        }
    }

    /// How it is booked, once.
    public JournalEntry entry(LocalDate bookedOn) {
        boolean isOwed = amount.signum() > 0;
        return new JournalEntry(
                "opening/" + customerAccount + "/" + reference,
                bookedOn,
                customerAccount,
                (isOwed ? "open item " : "credit ") + reference + " of the old system",
                List.of(
                        new Posting(isOwed ? LedgerAccount.RECEIVABLE : LedgerAccount.CUSTOMER_CREDIT, amount),
                        new Posting(CLEARING, amount.negated())));
    }
}
