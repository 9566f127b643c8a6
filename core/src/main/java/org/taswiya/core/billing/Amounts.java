package org.taswiya.core.billing;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.tariff.Rating;

/// Net, tax and what they consist of; billed, due or the difference of two, either sign.
///
/// @param itemised whether the two maps are known; without them only `net` and `tax` are
/// @param byComponent component code to net amount; sums to `net` when itemised
/// @param byTax tax code to amount; sums to `tax` when itemised
public record Amounts(
        Money net, Money tax, boolean itemised, SortedMap<String, Money> byComponent, SortedMap<String, Money> byTax) {

    public static final Amounts ZERO = itemised(Map.of(), Map.of());

    public Amounts {
        byComponent = Collections.unmodifiableSortedMap(new TreeMap<>(byComponent));
        byTax = Collections.unmodifiableSortedMap(new TreeMap<>(byTax));
    }

    /// Amounts whose parts are known; net and tax are their sums.
    public static Amounts itemised(Map<String, Money> byComponent, Map<String, Money> byTax) {
        return new Amounts(sum(byComponent), sum(byTax), true, new TreeMap<>(byComponent), new TreeMap<>(byTax));
    }

    /// Amounts of which only the totals are known.
    public static Amounts totals(Money net, Money tax) {
        return new Amounts(net, tax, false, Collections.emptySortedMap(), Collections.emptySortedMap());
    }

    public static Amounts of(Rating rating) {
        return itemised(rating.netByComponent(), rating.byTax());
    }

    public Money total() {
        return net.plus(tax);
    }

    public boolean isZero() {
        return net.isZero()
                && tax.isZero()
                && byComponent.values().stream().allMatch(Money::isZero)
                && byTax.values().stream().allMatch(Money::isZero);
    }

    /// The sum, itemised when both are.
    public Amounts plus(Amounts other) {
        if (itemised && other.itemised) {
            return itemised(sum(byComponent, other.byComponent), sum(byTax, other.byTax));
        }
        return totals(net.plus(other.net), tax.plus(other.tax));
    }

    public Amounts minus(Amounts other) {
        return plus(other.each(Money::negated));
    }

    /// Every component and tax changed alone, net and tax summed anew.
    Amounts each(UnaryOperator<Money> change) {
        return itemised
                ? itemised(changed(byComponent, change), changed(byTax, change))
                : totals(change.apply(net), change.apply(tax));
    }

    private static SortedMap<String, Money> changed(Map<String, Money> amounts, UnaryOperator<Money> change) {
        SortedMap<String, Money> result = new TreeMap<>();
        amounts.forEach((code, amount) -> result.put(code, change.apply(amount)));
        return result;
    }

    private static SortedMap<String, Money> sum(Map<String, Money> left, Map<String, Money> right) {
        SortedMap<String, Money> result = new TreeMap<>(left);
        right.forEach((code, amount) -> result.merge(code, amount, Money::plus));
        return result;
    }

    private static Money sum(Map<String, Money> amounts) {
        Money sum = Money.ZERO;
        for (Money amount : amounts.values()) {
            sum = sum.plus(amount);
        }
        return sum;
    }
}
