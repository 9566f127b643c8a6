package org.taswiya.core.arrangement;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.receivables.Allocation;
import org.taswiya.core.receivables.CreditKey;
import org.taswiya.core.receivables.ItemKey;

/// What has been settled on items since a moment, of all that was ever allocated to them and taken back.
///
/// What is taken back goes from the last that came from the same payment or credit to the same item: so a payment that
/// was none leaves no trace, on whichever day that was found out.
public final class SettledItems {
    private SettledItems() {}

    /// An allocation as it was booked.
    ///
    /// @param entry the number of the entry that books it; what was booked later has a greater one
    /// @param on the day of the payment or of the use
    public record Booked(long entry, LocalDate on, Allocation allocation) {}

    private record Pair(CreditKey from, ItemKey to) {}

    private record Left(long entry, LocalDate on, Money amount) {}

    /// @param history of the items, in the order in which it was booked
    /// @param after what an entry up to this one booked does not count
    public static List<SettledAmount> since(List<Booked> history, long after) {
        Map<Pair, Deque<Left>> inForce = new LinkedHashMap<>();
        for (Booked booked : history) {
            Allocation allocation = booked.allocation();
            Deque<Left> of =
                    inForce.computeIfAbsent(new Pair(allocation.from(), allocation.to()), _ -> new ArrayDeque<>());
            if (allocation.amount().signum() > 0) {
                of.addLast(new Left(booked.entry(), booked.on(), allocation.amount()));
            } else {
                takeBack(of, allocation.amount().negated());
            }
        }
        List<SettledAmount> settled = new ArrayList<>();
        inForce.values()
                .forEach(of -> of.stream()
                        .filter(left -> left.entry() > after)
                        .forEach(left -> settled.add(new SettledAmount(left.on(), left.amount()))));
        return settled;
    }

    private static void takeBack(Deque<Left> from, Money amount) {
        Money back = amount;
        while (back.signum() > 0) {
            Left last = from.removeLast();
            Money rest = last.amount().minus(back);
            if (rest.signum() > 0) {
                from.addLast(new Left(last.entry(), last.on(), rest));
            }
            back = back.minus(last.amount()).max(Money.ZERO);
        }
    }
}
