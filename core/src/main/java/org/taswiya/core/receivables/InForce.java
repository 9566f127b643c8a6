package org.taswiya.core.receivables;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.taswiya.core.quantity.Money;

/// Which allocations hold, of all that were ever made and taken back.
public final class InForce {
    private InForce() {}

    private record Pair(CreditKey from, ItemKey to) {}

    /// What takes back all that holds, the latest first.
    ///
    /// @param history of a payment, a credit or an item, in the order in which it was booked
    public static List<Allocation> takenBack(List<Allocation> history) {
        Map<Pair, Money> sums = new LinkedHashMap<>();
        for (Allocation allocation : history) {
            Pair pair = new Pair(allocation.from(), allocation.to());
            Money before = sums.remove(pair); // put again below, so that the order is that of the last use
            sums.put(pair, before == null ? allocation.amount() : before.plus(allocation.amount()));
        }
        List<Allocation> back = new ArrayList<>();
        sums.forEach((pair, sum) -> {
            if (!sum.isZero()) {
                back.add(Allocation.use(pair.from(), pair.to(), sum.negated()));
            }
        });
        Collections.reverse(back);
        return back;
    }
}
