package org.taswiya.core.billing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.taswiya.core.ledger.JournalEntry;
import org.taswiya.core.ledger.LedgerAccount;
import org.taswiya.core.ledger.Posting;
import org.taswiya.core.quantity.Money;

/// How a bill is booked: what the customer owes against revenue by service and component and against each tax.
///
/// A bill below zero is not a claim but the customer's credit, and is booked as one.
final class BillPosting {

    private BillPosting() {}

    static Optional<JournalEntry> entry(IssuedBill issued) {
        DraftBill bill = issued.bill();
        List<Posting> postings = new ArrayList<>();
        LedgerAccount owed = bill.total().signum() < 0 ? LedgerAccount.CUSTOMER_CREDIT : LedgerAccount.RECEIVABLE;
        add(postings, owed, bill.total());
        Amounts amounts = bill.amounts();
        amounts.byComponent()
                .ifPresentOrElse(
                        nets -> nets.forEach(
                                (code, net) -> add(postings, revenue(bill.service() + ":" + code), net.negated())),
                        () -> add(
                                postings, revenue(bill.service()), amounts.net().negated()));
        amounts.byTax()
                .ifPresentOrElse(
                        taxes -> taxes.forEach((code, tax) -> add(postings, tax(code), tax.negated())),
                        () -> add(postings, tax("unitemised"), amounts.tax().negated()));
        if (postings.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new JournalEntry(
                "bill/" + issued.number(),
                bill.billedOn(),
                bill.customerAccount(),
                "bill " + issued.number() + " " + bill.service(),
                postings));
    }

    static LedgerAccount revenue(String name) {
        return new LedgerAccount("revenue:" + name);
    }

    private static LedgerAccount tax(String code) {
        return new LedgerAccount("liabilities:tax:" + code);
    }

    private static void add(List<Posting> postings, LedgerAccount account, Money amount) {
        if (!amount.isZero()) {
            postings.add(new Posting(account, amount));
        }
    }
}
