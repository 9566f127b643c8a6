package org.taswiya.core.receivables;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.taswiya.core.quantity.Money;

/// What is still open of an account's items while money is shared out among them.
final class Sharing {
    private final AccountItems before;
    private final Map<ItemKey, Money> open = new LinkedHashMap<>();

    Sharing(AccountItems before) {
        this.before = before;
        before.items().forEach(item -> open.put(item.key(), item.open()));
    }

    Money open(ItemKey key) {
        Money left = open.get(key);
        if (left == null) {
            throw new IllegalStateException(key + " is not open for account " + before.account());
        }
        return left;
    }

    void settle(ItemKey key, Money amount) {
        open.put(key, open(key).minus(amount));
    }

    AccountItems after(List<Credit> credits) {
        Stream<OpenItem> items = before.items().stream()
                .filter(item -> open(item.key()).signum() > 0)
                .map(item -> item.withOpen(open(item.key())));
        return new AccountItems(before.account(), items.toList(), credits);
    }
}
