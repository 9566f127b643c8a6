package org.taswiya.core.adjustment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.taswiya.core.ledger.JournalEntry;
import org.taswiya.core.ledger.LedgerAccount;
import org.taswiya.core.ledger.Posting;
import org.taswiya.core.quantity.Money;

/// How adjustments are booked: what raises is owed, what lowers is a credit, which then settles what it adjusts.
public final class AdjustmentPosting {
    private static final LedgerAccount VALUE_ADDED_TAX = new LedgerAccount("liabilities:tax:VAT");

    private AdjustmentPosting() {}

    /// Against one account.
    public static JournalEntry against(LedgerAccount account, String number, LocalDate on, Adjustment adjustment) {
        return entry(
                number,
                on,
                adjustment,
                List.of(new Posting(account, adjustment.amount().negated())));
    }

    /// Against the bill's own revenue and taxes.
    public static JournalEntry asBilled(BilledParts parts, String number, LocalDate on, Adjustment adjustment) {
        List<Posting> postings = new ArrayList<>();
        parts.nets().forEach((account, net) -> postings.add(new Posting(account, net.negated())));
        Money tax = parts.taxes().stream().map(BilledParts.AtRate::tax).reduce(Money.ZERO, Money::plus);
        if (!tax.isZero()) {
            postings.add(new Posting(VALUE_ADDED_TAX, tax.negated()));
        }
        return entry(number, on, adjustment, postings);
    }

    /// What the entry of an adjustment is made for.
    public static String key(String number) {
        return "adjustment/" + number;
    }

    private static JournalEntry entry(String number, LocalDate on, Adjustment adjustment, List<Posting> others) {
        List<Posting> postings = new ArrayList<>();
        postings.add(new Posting(
                adjustment.isLowering() ? LedgerAccount.CUSTOMER_CREDIT : LedgerAccount.RECEIVABLE,
                adjustment.amount()));
        postings.addAll(others);
        return new JournalEntry(
                key(number), on, adjustment.account(), "adjustment " + number + ", " + adjustment.reason(), postings);
    }
}
