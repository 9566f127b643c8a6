package org.taswiya.core.ledger;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.taswiya.core.quantity.Money;

/// The sum of postings for each account; all of them together are zero.
public record TrialBalance(SortedMap<LedgerAccount, Money> balances) {

    public TrialBalance {
        balances = Collections.unmodifiableSortedMap(new TreeMap<>(balances));
    }

    public static TrialBalance of(Iterable<JournalEntry> entries) {
        SortedMap<LedgerAccount, Money> sums = new TreeMap<>();
        for (JournalEntry entry : entries) {
            for (Posting posting : entry.postings()) {
                sums.merge(posting.account(), posting.amount(), Money::plus);
            }
        }
        return new TrialBalance(sums);
    }

    /// Zero, unless something was lost.
    public Money sum() {
        return balances.values().stream().reduce(Money.ZERO, Money::plus);
    }
}
