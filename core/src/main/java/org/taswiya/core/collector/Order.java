package org.taswiya.core.collector;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.receivables.ItemKey;
import org.taswiya.core.receivables.Means;
import org.taswiya.core.receivables.Payment;

/// What a collector's customer wants paid.
///
/// @param utility whose bills they are
/// @param items in the order in which they are settled
/// @param day on which the customer pays
public record Order(String utility, String account, List<ItemKey> items, Money amount, LocalDate day, Channel channel) {
    public Order {
        items = List.copyOf(items);
    }

    /// The payment that it is, once it is taken.
    public Payment payment(String collector, String transaction) {
        return new Payment(
                account,
                amount,
                day,
                Means.COLLECTOR,
                collector,
                new Payment.Key(source(collector), transaction),
                items);
    }

    /// Who gives a collector's payments their names; no till is called so.
    public static String source(String collector) {
        return "collector/" + collector;
    }

    /// All that it says, as one line.
    String said() {
        return utility + "|" + account + "|" + amount + "|" + day + "|" + channel.code() + "|"
                + items.stream().map(ItemKey::toString).collect(Collectors.joining(","));
    }
}
