package org.taswiya.core.billing;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.quantity.MoneyByCode;
import org.taswiya.core.tariff.ChargeLine;
import org.taswiya.core.tariff.Rating;
import org.taswiya.core.tariff.TaxLine;

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

    private static @Nullable MoneyByCode checked(String what, @Nullable SortedMap<String, Money> parts, Money whole) {
        if (parts == null) {
            return null;
        }
        MoneyByCode known = MoneyByCode.copyOf(parts);
        if (!known.sum().equals(whole)) {
            throw new IllegalArgumentException("The " + what + " " + parts + " do not sum to " + whole);
        }
        return known;
    }

    /// Amounts whose parts are known; net and tax are their sums.
    public static Amounts itemised(Map<String, Money> byComponent, Map<String, Money> byTax) {
        return of(Money.ZERO, Money.ZERO, MoneyByCode.copyOf(byComponent), MoneyByCode.copyOf(byTax));
    }

    /// Amounts of which only the totals are known.
    public static Amounts totals(Money net, Money tax) {
        return of(net, tax, null, null);
    }

    public static Amounts of(Rating rating) {
        MoneyByCode.Sums taxes = new MoneyByCode.Sums();
        for (TaxLine tax : rating.taxes()) {
            taxes.add(tax.code(), tax.amount());
        }
        return itemised(nets(rating), taxes.toMoneyByCode());
    }

    /// Before tax a component's net is the sum of its lines; where prices include tax, the rating takes it out.
    private static Map<String, Money> nets(Rating rating) {
        if (rating.isTaxIncluded()) {
            return rating.netByComponent();
        }
        MoneyByCode.Sums nets = new MoneyByCode.Sums();
        for (ChargeLine line : rating.lines()) {
            nets.add(line.component(), line.amount());
        }
        return nets.toMoneyByCode();
    }

    /// Net and tax are taken as stated only where their parts are unknown.
    private static Amounts of(Money net, Money tax, @Nullable MoneyByCode components, @Nullable MoneyByCode taxes) {
        return new Amounts(
                components == null ? net : components.sum(), taxes == null ? tax : taxes.sum(), components, taxes);
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

    /// Whether nothing is charged or credited anywhere, not even between parts.
    public boolean isZero() {
        return net.isZero() && tax.isZero() && isZero(components) && isZero(taxes);
    }

    /// Whether there are no parts at all, as in [#ZERO].
    private boolean isNothing() {
        return components != null && components.isEmpty() && taxes != null && taxes.isEmpty();
    }

    private static boolean isZero(@Nullable SortedMap<String, Money> parts) {
        return parts == null || MoneyByCode.copyOf(parts).isZero();
    }

    /// The sum; its parts are known when those of both are.
    public Amounts plus(Amounts other) {
        if (isNothing()) {
            return other;
        }
        if (other.isNothing()) {
            return this;
        }
        return of(net.plus(other.net), tax.plus(other.tax), sum(components, other.components), sum(taxes, other.taxes));
    }

    public Amounts minus(Amounts other) {
        return of(
                net.minus(other.net),
                tax.minus(other.tax),
                difference(components, other.components),
                difference(taxes, other.taxes));
    }

    /// Nothing for each of the parts.
    Amounts zeroed() {
        return new Amounts(Money.ZERO, Money.ZERO, zeroed(components), zeroed(taxes));
    }

    private static @Nullable MoneyByCode zeroed(@Nullable SortedMap<String, Money> parts) {
        return parts == null ? null : MoneyByCode.copyOf(parts).zeroed();
    }

    /// Every part changed alone, net and tax summed anew.
    Amounts each(UnaryOperator<Money> change) {
        return of(change.apply(net), change.apply(tax), changed(components, change), changed(taxes, change));
    }

    private static @Nullable MoneyByCode changed(
            @Nullable SortedMap<String, Money> parts, UnaryOperator<Money> change) {
        return parts == null ? null : MoneyByCode.copyOf(parts).each(change);
    }

    private static @Nullable MoneyByCode difference(
            @Nullable SortedMap<String, Money> left, @Nullable SortedMap<String, Money> right) {
        return left == null || right == null ? null : MoneyByCode.copyOf(left).minus(MoneyByCode.copyOf(right));
    }

    private static @Nullable MoneyByCode sum(
            @Nullable SortedMap<String, Money> left, @Nullable SortedMap<String, Money> right) {
        return left == null || right == null ? null : MoneyByCode.copyOf(left).plus(MoneyByCode.copyOf(right));
    }
}
