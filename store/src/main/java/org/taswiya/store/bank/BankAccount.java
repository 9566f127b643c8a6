package org.taswiya.store.bank;

import org.jspecify.annotations.Nullable;
import org.taswiya.core.bank.BankAccountNumber;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.receivables.Payment;

/// An account of the utility's at a bank.
///
/// @param name as in `assets:bank:<name>`
/// @param creditor the identification under which direct debits are collected; null where none are
/// @param refundLimit above which a refund needs a second person
public record BankAccount(
        String name,
        BankAccountNumber number,
        String bic,
        String holder,
        String currency,
        @Nullable String creditor,
        Money refundLimit) {

    /// What the check digits of a country stand in.
    private static final int CHECKED = 4;

    public BankAccount {
        if (!Payment.isPlace(name) || holder.isBlank() || !currency.matches("[A-Z]{3}") || refundLimit.signum() < 0) {
            throw new IllegalArgumentException("'" + name + "', '" + holder + "', '" + currency + "' and " + refundLimit
                    + " are no account at a bank: letters, digits and hyphens name it; a holder, a currency as MAD and"
                    + " a limit of zero or more belong to it");
        }
        if (!bic.matches("[A-Z0-9]{8}([A-Z0-9]{3})?")) {
            throw new IllegalArgumentException("'" + bic + "' is no BIC: 8 or 11 capital letters and digits");
        }
    }

    /// Whether a statement's number is this account's: some banks write the national number without the IBAN's head.
    public boolean isCalled(String stated) {
        return stated.equals(number.iban()) || stated.equals(number.iban().substring(CHECKED));
    }
}
