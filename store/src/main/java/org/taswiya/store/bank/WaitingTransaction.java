package org.taswiya.store.bank;

import java.time.LocalDate;
import java.util.List;
import org.taswiya.core.bank.BankTransaction;
import org.taswiya.core.bank.Proposal;

/// A transaction that waits for a person.
///
/// @param id what people call it
/// @param bank by the utility's name
/// @param reference what the bank calls its entry
/// @param proposals whose it may be, the best first
public record WaitingTransaction(
        long id,
        String bank,
        String reference,
        LocalDate bookedOn,
        BankTransaction transaction,
        List<Proposal> proposals) {
    public WaitingTransaction {
        proposals = List.copyOf(proposals);
    }
}
