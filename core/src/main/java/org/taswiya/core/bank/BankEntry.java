package org.taswiya.core.bank;

import java.time.LocalDate;
import java.util.List;
import org.taswiya.core.quantity.Money;

/// One booking on an account at a bank.
///
/// @param line in the file, from one on
/// @param reference what the bank calls it; where it has no name, one made from what it says
/// @param amount above zero where money came in, below where it went out
/// @param isReversal whether the bank takes back what it had booked before
/// @param transactions what it consists of: one or more, which sum to its amount
public record BankEntry(
        long line,
        String reference,
        LocalDate bookedOn,
        LocalDate valueOn,
        Money amount,
        boolean isReversal,
        List<BankTransaction> transactions) {

    public BankEntry {
        transactions = List.copyOf(transactions);
        Money sum = transactions.stream().map(BankTransaction::amount).reduce(Money.ZERO, Money::plus);
        if (!sum.equals(amount) || transactions.isEmpty() || reference.isEmpty()) {
            throw new IllegalArgumentException("Entry '" + reference + "' of " + amount + " has " + transactions.size()
                    + " transactions of " + sum + " together");
        }
    }
}
