package org.taswiya.core.receivables;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.taswiya.core.ledger.JournalEntry;
import org.taswiya.core.ledger.LedgerAccount;
import org.taswiya.core.ledger.Posting;
import org.taswiya.core.quantity.Money;

/// How deposits are booked. Claimed, the customer owes it and the utility owes it back; given back, what was paid and
/// its interest are the customer's credit, and what was never paid is owed no more.
public final class DepositPosting {
    /// What customers have left with the utility, or are asked to.
    public static final LedgerAccount DEPOSITS = new LedgerAccount("liabilities:deposits");

    private static final LedgerAccount INTEREST = new LedgerAccount("expenses:deposit-interest");

    private DepositPosting() {}

    public static JournalEntry claimed(String deposit, LocalDate on, String account, Money amount) {
        return new JournalEntry(
                "deposit/" + deposit,
                on,
                account,
                "deposit " + deposit,
                List.of(new Posting(LedgerAccount.RECEIVABLE, amount), new Posting(DEPOSITS, amount.negated())));
    }

    /// @param amount that was claimed
    public static JournalEntry returned(
            String deposit, LocalDate on, String account, Money amount, DepositInterest what) {
        List<Posting> postings = new ArrayList<>(List.of(
                new Posting(DEPOSITS, amount),
                new Posting(INTEREST, what.interest()),
                new Posting(
                        LedgerAccount.CUSTOMER_CREDIT,
                        what.paid().plus(what.interest()).negated()),
                new Posting(LedgerAccount.RECEIVABLE, what.paid().minus(amount))));
        postings.removeIf(posting -> posting.amount().isZero());
        return new JournalEntry(
                "deposit/" + deposit + "/returned", on, account, "deposit " + deposit + " given back", postings);
    }
}
