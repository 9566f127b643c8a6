package org.taswiya.core.connection;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.taswiya.core.ledger.JournalEntry;
import org.taswiya.core.ledger.LedgerAccount;
import org.taswiya.core.ledger.Posting;
import org.taswiya.core.quantity.Money;

/// How a quote is booked that a customer agreed to: it is owed, as revenue of each service and as tax.
public final class QuotePosting {
    private static final LedgerAccount VALUE_ADDED_TAX = new LedgerAccount("liabilities:tax:VAT");

    private QuotePosting() {}

    /// @param number of the application
    public static JournalEntry agreed(String number, LocalDate on, String account, Quote quote) {
        Map<String, Money> nets = new TreeMap<>();
        for (Quote.Line line : quote.lines()) {
            nets.merge("revenue:connection:" + line.service(), line.net(), Money::plus);
        }
        List<Posting> postings = new ArrayList<>();
        postings.add(new Posting(LedgerAccount.RECEIVABLE, quote.total()));
        nets.forEach((name, net) -> postings.add(new Posting(new LedgerAccount(name), net.negated())));
        if (!quote.tax().isZero()) {
            postings.add(new Posting(VALUE_ADDED_TAX, quote.tax().negated()));
        }
        return new JournalEntry("connection/" + number, on, account, "new connection " + number, postings);
    }
}
