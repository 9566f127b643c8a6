package org.taswiya.core.receivables;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.taswiya.core.quantity.Money;

/// What an account owes and what it has to its credit, at one moment.
///
/// @param items in the order in which they are settled
/// @param credits in the order in which they are used
public record AccountItems(String account, List<OpenItem> items, List<Credit> credits) {

    public AccountItems {
        items = items.stream().sorted(OpenItem.ORDER).toList();
        credits = credits.stream().sorted(Credit.ORDER).toList();
        for (OpenItem item : items) {
            requireOwn(account, item.account(), item.key());
        }
        for (Credit credit : credits) {
            requireOwn(account, credit.account(), credit.key());
        }
    }

    private static void requireOwn(String account, String of, Object what) {
        if (!of.equals(account)) {
            throw new IllegalArgumentException(what + " is account " + of + "'s, not " + account + "'s");
        }
    }

    public Money open() {
        return items.stream().map(OpenItem::open).reduce(Money.ZERO, Money::plus);
    }

    /// What of it is disputed.
    public Money disputed() {
        return items.stream().map(OpenItem::disputed).reduce(Money.ZERO, Money::plus);
    }

    public Money credit() {
        return credits.stream().map(Credit::left).reduce(Money.ZERO, Money::plus);
    }

    public Optional<OpenItem> item(ItemKey key) {
        return items.stream().filter(item -> item.key().equals(key)).findFirst();
    }

    List<OpenItem> itemsOn(LocalDate day) {
        return items.stream().filter(item -> !item.issuedOn().isAfter(day)).toList();
    }

    List<Credit> creditsOn(LocalDate day) {
        return credits.stream().filter(credit -> credit.isThereOn(day)).toList();
    }
}
