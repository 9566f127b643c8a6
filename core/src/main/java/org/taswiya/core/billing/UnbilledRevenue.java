package org.taswiya.core.billing;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.taswiya.core.ledger.JournalEntry;
import org.taswiya.core.ledger.LedgerAccount;
import org.taswiya.core.ledger.Posting;
import org.taswiya.core.quantity.Money;

/// What was supplied up to the end of a month and is not in the revenue that was booked by then: what was supplied less
/// what was booked. Before tax, which arises with the bill.
///
/// It is summed from what bills still claim of the month, those that would be made at its end and those that were made
/// since; what was billed beyond the end counts below zero.
public final class UnbilledRevenue {
    /// What will be billed.
    public static final LedgerAccount UNBILLED = new LedgerAccount("assets:unbilled");

    private final SortedMap<LedgerAccount, Money> revenue = new TreeMap<>();

    /// With nothing added yet.
    public UnbilledRevenue() {}

    /// Adds all that a bill would claim.
    public void add(DraftBill bill) {
        bill.amounts()
                .byComponent()
                .ifPresentOrElse(
                        nets -> nets.forEach((component, net) -> add(bill.service(), component, net)),
                        () -> add(
                                BillPosting.revenue(bill.service()),
                                bill.amounts().net()));
    }

    /// @param net below zero for what was billed too early
    public void add(String service, String component, Money net) {
        add(BillPosting.revenue(service + ":" + component), net);
    }

    private void add(LedgerAccount account, Money net) {
        revenue.merge(account, net, Money::plus);
    }

    public Money total() {
        return revenue.values().stream().reduce(Money.ZERO, Money::plus);
    }

    /// By account of revenue; those that come to nothing too.
    public SortedMap<LedgerAccount, Money> byAccount() {
        return Collections.unmodifiableSortedMap(revenue);
    }

    /// The entry of the month's last day, which is taken back on the day after; empty when there is nothing to book.
    public Optional<JournalEntry> accrued(YearMonth month) {
        List<Posting> postings = new ArrayList<>();
        if (!total().isZero()) {
            postings.add(new Posting(UNBILLED, total()));
        }
        revenue.forEach((account, net) -> {
            if (!net.isZero()) {
                postings.add(new Posting(account, net.negated()));
            }
        });
        return postings.isEmpty()
                ? Optional.empty()
                : Optional.of(new JournalEntry(
                        "close/" + month,
                        month.atEndOfMonth(),
                        JournalEntry.NOBODY,
                        "supplied in " + month + " and before, not billed by its end",
                        postings));
    }
}
