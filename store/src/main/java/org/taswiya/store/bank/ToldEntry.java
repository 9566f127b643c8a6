package org.taswiya.store.bank;

import org.taswiya.core.bank.BankEntry;

/// An entry as a file tells it.
///
/// @param statement what the bank calls the statement or notification
/// @param isStated whether it is a statement, whose balances hold it
/// @param occurrence from one on, where the statement has its reference and amount more than once
public record ToldEntry(BankEntry entry, String statement, boolean isStated, int occurrence) {
    /// What a payment that it brings is called.
    String name(int part) {
        String ofEntry = entry.reference() + (occurrence == 1 ? "" : "#" + occurrence);
        return entry.transactions().size() == 1 ? ofEntry : ofEntry + "/" + part;
    }
}
