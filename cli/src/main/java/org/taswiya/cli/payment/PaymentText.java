package org.taswiya.cli.payment;

import java.util.ArrayList;
import java.util.List;
import org.taswiya.cli.terminal.Currency;
import org.taswiya.cli.terminal.Grouped;
import org.taswiya.core.receivables.AccountItems;
import org.taswiya.core.receivables.Allocation;
import org.taswiya.core.receivables.Payment;
import org.taswiya.store.receivables.Receipt;

/// Payments as a clerk reads them.
final class PaymentText {
    /// As many open items as a clerk looks through; the others are counted.
    private static final int ITEMS_SHOWN = 10;

    private PaymentText() {}

    /// `150.00 DH by cash on 2020-06-20 for account 0000000001`.
    static String what(Receipt receipt, Currency currency) {
        Payment payment = receipt.payment();
        return currency.money(payment.amount()) + " by " + payment.means().code() + " on " + payment.receivedOn()
                + " for account " + payment.account();
    }

    static List<String> settled(Receipt receipt, Currency currency) {
        List<String> lines = new ArrayList<>();
        for (Allocation allocation : receipt.allocations()) {
            lines.add("  settles " + allocation.to() + " with " + currency.money(allocation.amount())
                    + (allocation.stamp().isZero() ? "" : ", stamp " + currency.money(allocation.stamp())));
        }
        if (!receipt.stamp().isZero()) {
            lines.add("  stamp duty " + currency.money(receipt.stamp()));
        }
        if (!receipt.credit().isZero()) {
            lines.add("  leaves a credit of " + currency.money(receipt.credit()));
        }
        return lines;
    }

    /// What the account still owes, and what it has to its credit.
    static List<String> still(AccountItems account, Currency currency) {
        List<String> lines = new ArrayList<>();
        lines.add(
                account.items().isEmpty()
                        ? "Nothing is open."
                        : "Still open: " + currency.money(account.open()) + " on "
                                + Grouped.count(account.items().size(), "item"));
        account.items().stream()
                .limit(ITEMS_SHOWN)
                .forEach(item ->
                        lines.add("  " + item.key() + " due " + item.dueOn() + " " + currency.money(item.open())));
        int others = account.items().size() - ITEMS_SHOWN;
        if (others > 0) {
            lines.add("  and " + Grouped.of(others) + " more, all with --json");
        }
        if (!account.credit().isZero()) {
            lines.add("To the account's credit: " + currency.money(account.credit()));
        }
        return lines;
    }
}
