package org.taswiya.core.collector;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.taswiya.core.ledger.JournalEntry;
import org.taswiya.core.ledger.LedgerAccount;
import org.taswiya.core.ledger.Posting;
import org.taswiya.core.quantity.Money;

/// How money that a collector sends is booked: into the bank, its fees and the tax on them, against what it had.
public final class RemittancePosting {
    private static final LedgerAccount FEE = new LedgerAccount("expenses:collection-fee");
    private static final LedgerAccount TAX = new LedgerAccount("assets:tax:VAT");

    private RemittancePosting() {}

    /// @param received above zero; what is missing of it stays with the collector
    public static JournalEntry of(
            String collector, String reference, LocalDate on, String bank, Money received, Money fee, Money tax) {
        List<Posting> postings = new ArrayList<>(List.of(
                new Posting(new LedgerAccount("assets:bank:" + bank), received),
                new Posting(FEE, fee),
                new Posting(TAX, tax),
                new Posting(
                        new LedgerAccount("assets:collector:" + collector),
                        received.plus(fee).plus(tax).negated())));
        postings.removeIf(posting -> posting.amount().isZero());
        return new JournalEntry(
                "remittance/" + collector + "/" + reference,
                on,
                JournalEntry.NOBODY,
                "remittance of " + collector,
                postings);
    }
}
