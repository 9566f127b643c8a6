package org.taswiya.store.bank;

import java.util.Locale;

/// Why what a person wants to do at banks is not done. A closed set; the code is what answers show.
public enum DecisionReason {
    /// No transaction of this number waits.
    NOT_WAITING,
    /// Money that went out cannot be a payment, and money that came in cannot return one.
    WRONG_WAY,
    /// The receipt is for another amount, or its money is at another place.
    OTHER_AMOUNT,
    /// The books refuse the payment or its reversal.
    NOT_BOOKABLE,
    /// A ledger account that is no expense.
    NO_EXPENSE,
    /// There is no account at a bank of this name.
    UNKNOWN_BANK,
    /// Nobody knows the account at a bank to which money should go, or from which it should come.
    NO_IBAN,
    /// No such customer account.
    UNKNOWN_ACCOUNT,
    /// More than what is the customer's and not owed.
    MORE_THAN_FREE_CREDIT,
    /// A refund of the same amount to the same account, or of the same transaction, has not gone yet.
    ALREADY_ASKED,
    /// No such refund, or it is not in the state that this needs.
    UNKNOWN_REFUND,
    /// The refund is decided already.
    ALREADY_DECIDED,
    /// Above the limit of one person: somebody else has to approve.
    SAME_PERSON,
    /// The mandate is not there, has ended, or has this name already.
    MANDATE_NOT_FREE,
    /// A bank answers an order that it was never sent.
    UNKNOWN_ORDER,
    /// A bank names a transfer or a debit that its order does not have.
    NOT_IN_ORDER,
    /// Nothing is to be sent.
    NOTHING_TO_SEND,
    /// The account at the bank has no creditor identification.
    NO_CREDITOR,
    /// The direct debit is not there, or has ended.
    NOT_IN_COLLECTION;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
