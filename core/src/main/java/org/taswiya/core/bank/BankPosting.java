package org.taswiya.core.bank;

import java.time.LocalDate;
import java.util.List;
import org.taswiya.core.ledger.JournalEntry;
import org.taswiya.core.ledger.LedgerAccount;
import org.taswiya.core.ledger.Posting;
import org.taswiya.core.quantity.Money;

/// How what a bank says is booked, where it is no customer's payment.
///
/// What nobody knows stands in suspense, so that the ledger has what the bank has. What is promised to be sent back
/// stands in refunds to pay until the bank shows that it has gone.
public final class BankPosting {
    /// What banks show and nobody knows whose it is: below zero what came in, above what went out.
    public static final LedgerAccount SUSPENSE = new LedgerAccount("liabilities:bank-suspense");

    /// What is promised to be sent back.
    public static final LedgerAccount REFUNDS_TO_PAY = new LedgerAccount("liabilities:refunds-to-pay");

    private BankPosting() {}

    /// Of a name that the utility gives an account at a bank.
    public static LedgerAccount account(String bank) {
        return new LedgerAccount("assets:bank:" + bank);
    }

    /// A transaction that waits for a person.
    public static JournalEntry waiting(long transaction, String bank, LocalDate bookedOn, Money amount) {
        return moved(
                "bank/" + transaction,
                bookedOn,
                JournalEntry.NOBODY,
                "bank transaction " + transaction,
                account(bank),
                SUSPENSE,
                amount);
    }

    /// One that waits no more: what follows books it to the bank anew.
    public static JournalEntry decided(long transaction, String bank, LocalDate bookedOn, Money amount) {
        return moved(
                "bank/" + transaction + "/decided",
                bookedOn,
                JournalEntry.NOBODY,
                "bank transaction " + transaction + ", decided",
                SUSPENSE,
                account(bank),
                amount);
    }

    /// One that a person has found to be for something that no customer owes, or that is to be sent back.
    public static JournalEntry decidedFor(long transaction, LocalDate bookedOn, LedgerAccount target, Money amount) {
        return moved(
                "bank/" + transaction + "/decided",
                bookedOn,
                JournalEntry.NOBODY,
                "bank transaction " + transaction + ", decided",
                SUSPENSE,
                target,
                amount);
    }

    /// A refund that the bank has sent, or sent back.
    ///
    /// @param amount below zero where it has gone
    public static JournalEntry refund(
            long transaction, String bank, LocalDate bookedOn, String account, String refund, Money amount) {
        return moved(
                "bank/" + transaction,
                bookedOn,
                account,
                (amount.signum() < 0 ? "sent " : "came back ") + refund,
                account(bank),
                REFUNDS_TO_PAY,
                amount);
    }

    /// A refund that is promised: owed by the account until its credits settle it; or promised no more.
    ///
    /// @param amount below zero where it is promised no more
    public static JournalEntry promised(String key, LocalDate on, String account, String refund, Money amount) {
        return moved(key, on, account, "refund " + refund, LedgerAccount.RECEIVABLE, REFUNDS_TO_PAY, amount);
    }

    private static JournalEntry moved(
            String key,
            LocalDate on,
            String account,
            String description,
            LedgerAccount debit,
            LedgerAccount credit,
            Money amount) {
        return new JournalEntry(
                key,
                on,
                account,
                description,
                List.of(new Posting(debit, amount), new Posting(credit, amount.negated())));
    }
}
