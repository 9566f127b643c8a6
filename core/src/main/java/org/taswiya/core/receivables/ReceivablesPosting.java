package org.taswiya.core.receivables;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.taswiya.core.ledger.JournalEntry;
import org.taswiya.core.ledger.LedgerAccount;
import org.taswiya.core.ledger.Posting;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.receivables.PaymentOutcome.Received;

/// How what happens to open items and credits is booked.
///
/// A payment is in the hands of a till, a bank or a collector; against it stand what it settles, what it leaves over
/// as the customer's credit, and the stamp duty, which is owed to the state. Using a credit moves money from the
/// customer's credit to what they owe; taking allocations back moves it the other way.
public final class ReceivablesPosting {
    private static final LedgerAccount STAMP = new LedgerAccount("liabilities:tax:STAMP");

    private ReceivablesPosting() {}

    /// A payment taken.
    public static JournalEntry received(Payment payment, ReceiptNumber receipt, Received received) {
        Money settled = sum(received.allocations());
        return entry(
                key(receipt),
                payment.receivedOn(),
                payment.account(),
                "payment " + receipt + " by " + payment.means().code(),
                List.of(
                        new Posting(payment.heldIn(), payment.amount()),
                        new Posting(LedgerAccount.RECEIVABLE, settled.negated()),
                        new Posting(
                                LedgerAccount.CUSTOMER_CREDIT, received.credit().negated()),
                        new Posting(STAMP, received.stamp().negated())));
    }

    /// A payment that was none: it takes back all that the payment settled, at once or later, and what is left of it.
    ///
    /// @param inForce what it settles now, whichever way
    /// @param left what of it is the customer's credit now
    /// @param stamp the duty that arose with it
    public static JournalEntry reversed(
            Payment payment, ReceiptNumber receipt, LocalDate on, String why, Money inForce, Money left, Money stamp) {
        return entry(
                key(receipt) + "/reversed",
                on,
                payment.account(),
                "reverses payment " + receipt + ": " + why,
                List.of(
                        new Posting(payment.heldIn(), payment.amount().negated()),
                        new Posting(LedgerAccount.RECEIVABLE, inForce),
                        new Posting(LedgerAccount.CUSTOMER_CREDIT, left),
                        new Posting(STAMP, stamp)));
    }

    /// Credits used on items, or allocations taken back so that their money is a credit again.
    ///
    /// @param key what the entry is made for
    /// @param allocations one or more
    public static JournalEntry moved(
            String key, LocalDate on, String account, String description, List<Allocation> allocations) {
        Money settled = sum(allocations);
        return entry(
                key,
                on,
                account,
                description,
                List.of(
                        new Posting(LedgerAccount.CUSTOMER_CREDIT, settled),
                        new Posting(LedgerAccount.RECEIVABLE, settled.negated())));
    }

    /// What the entry of a payment is made for.
    public static String key(ReceiptNumber receipt) {
        return "payment/" + receipt;
    }

    private static JournalEntry entry(
            String key, LocalDate on, String account, String description, List<Posting> postings) {
        List<Posting> moving = new ArrayList<>(postings);
        moving.removeIf(posting -> posting.amount().isZero());
        return new JournalEntry(key, on, account, description, moving);
    }

    private static Money sum(List<Allocation> allocations) {
        return allocations.stream().map(Allocation::amount).reduce(Money.ZERO, Money::plus);
    }
}
