package org.taswiya.core.bank;

import org.taswiya.core.quantity.Money;

/// One movement of an entry: where a bank books many at once, each of them. Text that a bank does not give is empty.
///
/// @param amount above zero where money came in, below where it went out
/// @param endToEnd what whoever ordered it calls it
/// @param order what the file that ordered it is called, or the part of it: of our own orders, our name
/// @param remittance all that the payer wrote, one piece a line
/// @param party the name of the other side
/// @param partyAccount the account of the other side: an IBAN, or what the bank uses
/// @param returnReason the code of why it came back; empty where it is no return
public record BankTransaction(
        Money amount,
        String endToEnd,
        String order,
        String remittance,
        String party,
        String partyAccount,
        String returnReason) {

    public boolean isReturn() {
        return !returnReason.isEmpty();
    }
}
