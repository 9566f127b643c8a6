package org.taswiya.laws.reference;

import java.math.BigDecimal;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.billing.Amounts;
import org.taswiya.core.quantity.Money;

/// Net, tax and their parts in money of two decimals; the maps are null where only totals are known, and hold no zeros.
public record Sums(
        BigDecimal net,
        BigDecimal tax,
        @Nullable SortedMap<String, BigDecimal> byComponent,
        @Nullable SortedMap<String, BigDecimal> byTax) {

    public static final Sums NONE = itemised(new TreeMap<>(), new TreeMap<>());

    public static Sums itemised(SortedMap<String, BigDecimal> byComponent, SortedMap<String, BigDecimal> byTax) {
        return of(new BigDecimal("0.00"), new BigDecimal("0.00"), byComponent, byTax);
    }

    public static Sums of(Amounts amounts) {
        return of(
                money(amounts.net()),
                money(amounts.tax()),
                amounts.byComponent().map(Sums::money).orElse(null),
                amounts.byTax().map(Sums::money).orElse(null));
    }

    private static SortedMap<String, BigDecimal> money(SortedMap<String, Money> amounts) {
        SortedMap<String, BigDecimal> result = new TreeMap<>();
        amounts.forEach((code, amount) -> result.put(code, money(amount)));
        return result;
    }

    public static BigDecimal money(Money amount) {
        return BigDecimal.valueOf(amount.minorUnits(), 2);
    }

    /// Net and tax count only where their parts are not known.
    static Sums of(
            BigDecimal net,
            BigDecimal tax,
            @Nullable SortedMap<String, BigDecimal> byComponent,
            @Nullable SortedMap<String, BigDecimal> byTax) {
        return new Sums(
                byComponent == null ? net : sum(byComponent),
                byTax == null ? tax : sum(byTax),
                withoutZeros(byComponent),
                withoutZeros(byTax));
    }

    public BigDecimal total() {
        return net.add(tax);
    }

    public Sums plus(Sums other) {
        return of(net.add(other.net), tax.add(other.tax), sum(byComponent, other.byComponent), sum(byTax, other.byTax));
    }

    public Sums minus(Sums other) {
        return plus(other.each(BigDecimal::negate));
    }

    /// Each component and tax by itself; of totals, each of the two.
    public Sums each(UnaryOperator<BigDecimal> change) {
        return of(change.apply(net), change.apply(tax), changed(byComponent, change), changed(byTax, change));
    }

    private static @Nullable SortedMap<String, BigDecimal> changed(
            @Nullable SortedMap<String, BigDecimal> amounts, UnaryOperator<BigDecimal> change) {
        if (amounts == null) {
            return null;
        }
        SortedMap<String, BigDecimal> result = new TreeMap<>(amounts);
        result.replaceAll((code, amount) -> change.apply(amount));
        return result;
    }

    private static @Nullable SortedMap<String, BigDecimal> sum(
            @Nullable SortedMap<String, BigDecimal> left, @Nullable SortedMap<String, BigDecimal> right) {
        if (left == null || right == null) {
            return null;
        }
        SortedMap<String, BigDecimal> result = new TreeMap<>(left);
        right.forEach((code, amount) -> result.merge(code, amount, BigDecimal::add));
        return result;
    }

    private static BigDecimal sum(SortedMap<String, BigDecimal> amounts) {
        return amounts.values().stream().reduce(new BigDecimal("0.00"), BigDecimal::add);
    }

    private static @Nullable SortedMap<String, BigDecimal> withoutZeros(
            @Nullable SortedMap<String, BigDecimal> amounts) {
        if (amounts == null) {
            return null;
        }
        SortedMap<String, BigDecimal> result = new TreeMap<>(amounts);
        result.values().removeIf(amount -> amount.signum() == 0);
        return result;
    }
}
