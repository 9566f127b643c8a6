package org.taswiya.store.bank;

import org.jspecify.annotations.Nullable;
import org.taswiya.core.bank.BankAccountNumber;
import org.taswiya.core.quantity.Money;

/// A refund as it was asked for.
///
/// @param id from one on
/// @param account null where it returns a transaction that nobody could assign
/// @param returns that transaction; null where it is an account's credit
/// @param bank from which it is paid
/// @param author who asked for it
public record StoredRefund(
        long id,
        @Nullable String account,
        @Nullable Long returns,
        Money amount,
        String bank,
        BankAccountNumber number,
        String payee,
        String author) {

    /// What it is called at banks and in the ledger, such as `RF0000000017`.
    public String name() {
        return nameOf(id);
    }

    static String nameOf(long id) {
        String digits = Long.toString(id);
        return "RF" + "0".repeat(10 - digits.length()) + digits;
    }

    /// Zero where the name is none.
    static long idOf(String name) {
        return name.matches("RF[0-9]{10}") ? Long.parseLong(name.substring(2)) : 0;
    }
}
