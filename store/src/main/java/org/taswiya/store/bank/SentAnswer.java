package org.taswiya.store.bank;

import org.taswiya.store.bank.BankOrders.OrderFile;

/// What came of a file that a bank should get.
public sealed interface SentAnswer {

    /// It is in the books, and is to be written out.
    record Made(OrderFile file) implements SentAnswer {}

    /// There is none.
    record Refused(DecisionAnswer.Refused why) implements SentAnswer {}
}
