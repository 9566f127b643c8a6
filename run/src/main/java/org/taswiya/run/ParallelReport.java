package org.taswiya.run;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.taswiya.core.quantity.Money;
import org.taswiya.run.ParallelBill.Cause;

/// How the bills of an old system compare with those of these books.
///
/// @param byCause all agreements that either bills or these books withhold; every cause is there
/// @param held of those withheld here, how many for each reason
/// @param largest those that differ most, the largest difference first, whichever way it goes
public record ParallelReport(SortedMap<Cause, Sums> byCause, SortedMap<String, Long> held, List<ParallelBill> largest) {

    public ParallelReport {
        byCause = Collections.unmodifiableSortedMap(new TreeMap<>(byCause));
        held = Collections.unmodifiableSortedMap(new TreeMap<>(held));
        largest = List.copyOf(largest);
    }

    /// What some agreements are billed.
    public record Sums(long agreements, Money theirs, Money ours) {
        public static final Sums NONE = new Sums(0, Money.ZERO, Money.ZERO);

        static Sums of(ParallelBill bill) {
            return new Sums(
                    1,
                    bill.theirs() == null ? Money.ZERO : bill.theirs().total(),
                    bill.ours() == null ? Money.ZERO : bill.ours().total());
        }

        public Sums plus(Sums other) {
            return new Sums(agreements + other.agreements, theirs.plus(other.theirs), ours.plus(other.ours));
        }

        /// Above zero when these books bill more.
        public Money difference() {
            return ours.minus(theirs);
        }
    }

    public Sums all() {
        return byCause.values().stream().reduce(Sums.NONE, Sums::plus);
    }

    /// How many agreements are not billed alike.
    public long differing() {
        return all().agreements() - byCause.getOrDefault(Cause.SAME, Sums.NONE).agreements();
    }
}
