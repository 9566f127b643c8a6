package org.taswiya.store.bill;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.quantity.Money;

/// What an agreement's next bill has to know of the bills before it.
///
/// @param open how many of the last ones reach into the gap, cancelled ones too
/// @param recent what the last ones that stand came to, at most twelve, the latest last
public record BillsBefore(int open, List<Money> recent) {
    /// How many bills make the usual one.
    public static final int USUAL_BILLS = 12;

    /// Before the first bill.
    public static final BillsBefore NONE = new BillsBefore(0, List.of());

    public BillsBefore {
        recent = List.copyOf(recent);
    }

    /// What a bill usually comes to: the mean of the recent ones, half away from zero; null when there is none.
    public @Nullable Money usual() {
        int count = recent.size();
        if (count == 0) {
            return null;
        }
        long sum = 0;
        for (Money bill : recent) {
            sum = Math.addExact(sum, bill.minorUnits());
        }
        long mean = (2 * Math.abs(sum) + count) / (2L * count);
        return Money.ofMinor(sum < 0 ? -mean : mean);
    }

    /// The recent ones with one more, in centimes.
    long[] recentWith(Money total) {
        List<Money> with = new ArrayList<>(recent.subList(Math.max(0, recent.size() + 1 - USUAL_BILLS), recent.size()));
        with.add(total);
        return with.stream().mapToLong(Money::minorUnits).toArray();
    }
}
