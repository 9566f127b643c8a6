package org.taswiya.core.ledger;

import org.taswiya.core.quantity.Money;

/// One line of a journal entry.
///
/// @param amount a debit above zero, a credit below
public record Posting(LedgerAccount account, Money amount) {}
