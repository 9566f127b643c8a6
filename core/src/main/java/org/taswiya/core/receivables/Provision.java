package org.taswiya.core.receivables;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.taswiya.core.ledger.JournalEntry;
import org.taswiya.core.ledger.LedgerAccount;
import org.taswiya.core.ledger.Posting;
import org.taswiya.core.quantity.Money;

/// What a month provides for debts that will not be paid.
///
/// @param needed at the end of the month
/// @param standing before: what was provided, less what was written off against it; below zero where more was
public record Provision(Money needed, Money standing) {
    public static final Provision NONE = new Provision(Money.ZERO, Money.ZERO);

    /// Below the receivables: what of them is not expected. A debt that is given up is taken from it.
    public static final LedgerAccount ACCOUNT = new LedgerAccount("assets:bad-debt-provision");

    private static final LedgerAccount EXPENSE = new LedgerAccount("expenses:bad-debt-provision");

    /// What is booked, so that afterwards what stands is what is needed; below zero where it is released.
    public Money booked() {
        return needed.minus(standing);
    }

    /// Its entry, of the last day of the month; none where nothing is booked.
    public Optional<JournalEntry> entry(YearMonth month) {
        return booked().isZero()
                ? Optional.empty()
                : Optional.of(new JournalEntry(
                        "provision/" + month,
                        month.atEndOfMonth(),
                        JournalEntry.NOBODY,
                        "provides " + needed + " for bad debts, " + standing + " stood",
                        List.of(new Posting(EXPENSE, booked()), new Posting(ACCOUNT, booked().negated()))));
    }
}
