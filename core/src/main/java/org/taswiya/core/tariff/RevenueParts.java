package org.taswiya.core.tariff;

import java.util.Collections;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;
import org.taswiya.core.quantity.Money;

/// What many bills bring in under two books, part by part: line amounts by component, time band and block, and taxes.
public final class RevenueParts {
    private final SortedMap<Part, Sums> sums = new TreeMap<>();

    /// Of no bill yet.
    public RevenueParts() {}

    /// @param isTax whether it is a tax; a tax in the price is shown beside the lines that have it
    /// @param band empty where all hours are alike
    /// @param block zero where there are none
    public record Part(boolean isTax, String code, String band, int block) implements Comparable<Part> {
        private static final Comparator<Part> ORDER = Comparator.comparing(Part::isTax)
                .thenComparing(Part::code)
                .thenComparing(Part::band)
                .thenComparingInt(Part::block);

        @Override
        public int compareTo(Part other) {
            return ORDER.compare(this, other);
        }
    }

    /// What a part comes to, all bills together.
    ///
    /// @param before under the book in use
    /// @param after under the new one
    public record Sums(Money before, Money after) {
        public Money difference() {
            return after.minus(before);
        }

        private Sums plus(Sums other) {
            return new Sums(before.plus(other.before), after.plus(other.after));
        }
    }

    /// @param times how many bills are like this one
    public void add(PricedTwice priced, long times) {
        add(priced.before(), times, true);
        add(priced.after(), times, false);
    }

    private void add(Rating rating, long times, boolean isBefore) {
        for (ChargeLine line : rating.lines()) {
            String band = line.band() == null ? "" : line.band();
            add(new Part(false, line.component(), band, line.block()), line.amount(), times, isBefore);
        }
        for (TaxLine tax : rating.taxes()) {
            add(new Part(true, tax.code(), "", 0), tax.amount(), times, isBefore);
        }
    }

    private void add(Part part, Money amount, long times, boolean isBefore) {
        Money sum = Money.ofMinor(Math.multiplyExact(amount.minorUnits(), times));
        sums.merge(part, isBefore ? new Sums(sum, Money.ZERO) : new Sums(Money.ZERO, sum), Sums::plus);
    }

    /// In the order of the parts: lines, then taxes.
    public SortedMap<Part, Sums> sums() {
        return Collections.unmodifiableSortedMap(sums);
    }
}
