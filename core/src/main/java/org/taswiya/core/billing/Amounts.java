package org.taswiya.core.billing;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.tariff.Rating;

/// Net, tax and what they consist of; billed, due or the difference of two, either sign.
///
/// @param components component code to net amount, summing to `net`; null when only the total is known
/// @param taxes tax code to amount, summing to `tax`; null when only the total is known
public record Amounts(
        Money net,
        Money tax,
        @Nullable SortedMap<String, Money> components,
        @Nullable SortedMap<String, Money> taxes) {

    public static final Amounts ZERO = itemised(Map.of(), Map.of());

    public Amounts {
        components = checked("components", components, net);
        taxes = checked("taxes", taxes, tax);
    }

    private static @Nullable SortedMap<String, Money> checked(
            String what, @Nullable SortedMap<String, Money> parts, Money whole) {
        if (parts == null) {
            return null;
        }
        if (!sum(parts).equals(whole)) {
            throw new IllegalArgumentException("The " + what + " " + parts + " do not sum to " + whole);
        }
        return Collections.unmodifiableSortedMap(new TreeMap<>(parts));
    }

    /// Amounts whose parts are known; net and tax are their sums.
    public static Amounts itemised(Map<String, Money> byComponent, Map<String, Money> byTax) {
        return of(Money.ZERO, Money.ZERO, new TreeMap<>(byComponent), new TreeMap<>(byTax));
    }

    /// Amounts of which only the totals are known.
    public static Amounts totals(Money net, Money tax) {
        return of(net, tax, null, null);
    }

    public static Amounts of(Rating rating) {
        return itemised(rating.netByComponent(), rating.byTax());
    }

    /// Net and tax are taken as stated only where their parts are unknown.
    private static Amounts of(
            Money net,
            Money tax,
            @Nullable SortedMap<String, Money> components,
            @Nullable SortedMap<String, Money> taxes) {
        return new Amounts(
                components == null ? net : sum(components), taxes == null ? tax : sum(taxes), components, taxes);
    }

    public Money total() {
        return net.plus(tax);
    }

    /// Component code to net amount; empty when only the total is known.
    public Optional<SortedMap<String, Money>> byComponent() {
        return Optional.ofNullable(components);
    }

    /// Tax code to amount; empty when only the total is known.
    public Optional<SortedMap<String, Money>> byTax() {
        return Optional.ofNullable(taxes);
    }

    /// The sum; its parts are known when those of both are.
    /// Whether nothing is charged or credited anywhere, not even between parts.
    public boolean isZero() {
        return net.isZero() && tax.isZero() && isZero(components) && isZero(taxes);
    }

    private static boolean isZero(@Nullable SortedMap<String, Money> parts) {
        return parts == null || parts.values().stream().allMatch(Money::isZero);
    }

    public Amounts plus(Amounts other) {
        return of(net.plus(other.net), tax.plus(other.tax), sum(components, other.components), sum(taxes, other.taxes));
    }

    public Amounts minus(Amounts other) {
        return plus(other.each(Money::negated));
    }

    /// Every part changed alone, net and tax summed anew.
    Amounts each(UnaryOperator<Money> change) {
        return of(change.apply(net), change.apply(tax), changed(components, change), changed(taxes, change));
    }

    private static @Nullable SortedMap<String, Money> changed(
            @Nullable SortedMap<String, Money> parts, UnaryOperator<Money> change) {
        if (parts == null) {
            return null;
        }
        SortedMap<String, Money> result = new TreeMap<>();
        parts.forEach((code, amount) -> result.put(code, change.apply(amount)));
        return result;
    }

    private static @Nullable SortedMap<String, Money> sum(
            @Nullable SortedMap<String, Money> left, @Nullable SortedMap<String, Money> right) {
        if (left == null || right == null) {
            return null;
        }
        SortedMap<String, Money> result = new TreeMap<>(left);
        right.forEach((code, amount) -> result.merge(code, amount, Money::plus));
        return result;
    }

    private static Money sum(Map<String, Money> parts) {
        Money sum = Money.ZERO;
        for (Money part : parts.values()) {
            sum = sum.plus(part);
        }
        return sum;
    }
}
