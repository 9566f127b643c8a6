package org.taswiya.store.bank;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import org.taswiya.core.bank.BankPosting;
import org.taswiya.store.ledger.EntryRows;
import org.taswiya.store.receivables.RefundedCredits;

/// What a refund does to the books of its account: promised, it takes credits; when it comes back they are there again.
final class RefundBooks {
    private RefundBooks() {}

    /// @param ledger begun; sent by the caller. The decision that approves the refund is there already.
    static void promise(Connection connection, EntryRows ledger, StoredRefund refund, String account, LocalDate on)
            throws SQLException {
        String key = "refund/" + refund.name();
        ledger.add(BankPosting.promised(key, on, account, refund.name(), refund.amount()));
        RefundedCredits.take(connection, ledger, account, refund.name(), refund.amount(), on);
    }

    /// @param ledger begun; sent by the caller, who then writes that it has come back
    static void giveBack(Connection connection, EntryRows ledger, StoredRefund refund, LocalDate on, String why)
            throws SQLException {
        String account = refund.account();
        if (account == null) {
            throw new IllegalArgumentException(refund.name() + " is no account's; what comes back of it waits");
        }
        RefundedCredits.giveBack(connection, ledger, account, refund.name(), on, why);
        String key = "refund/" + refund.name() + "/back";
        ledger.add(BankPosting.promised(
                key, on, account, refund.name(), refund.amount().negated()));
    }
}
