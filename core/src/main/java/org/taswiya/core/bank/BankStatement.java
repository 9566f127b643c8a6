package org.taswiya.core.bank;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.quantity.Money;

/// What a file says of an account before its entries.
///
/// @param line in the file, from one on
/// @param id what the bank calls the statement
/// @param account the IBAN, or the number that the bank uses, without spaces
/// @param currency of every amount; empty where the statement has none
/// @param balances null for a notification, which has none
public record BankStatement(
        long line,
        String id,
        String account,
        String currency,
        @Nullable Balances balances) {

    /// What was on the account before the entries, and after them.
    ///
    /// @param closedOn the day at whose end the closing balance was there
    public record Balances(Money opening, Money closing, LocalDate closedOn) {}

    public Optional<Balances> balancesIfAny() {
        return Optional.ofNullable(balances);
    }
}
