package org.taswiya.core.tariff;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.quantity.Unit;
import org.taswiya.core.tariff.PowerComponent.PowerFactorCharge;
import org.taswiya.core.tariff.TariffComponent.Discount;
import org.taswiya.core.tariff.TariffComponent.MaximumCharge;
import org.taswiya.core.tariff.TariffComponent.Rider;

/// The charges of some days that hang on other charges of the same days, each resolved after those that it hangs on.
final class HangingCharges {
    private final List<ResolvedCharge> standing;
    private final Map<String, ResolvedCharge> byCode = new HashMap<>();
    private final Map<String, TariffComponent> hanging = new LinkedHashMap<>();
    private final Set<String> underway = new HashSet<>();
    private final List<MaximumCharge> maximums = new ArrayList<>();
    private final Period period;
    private final Function<TariffComponent, Decimal> taxRate;

    /// @param usageUnit what usage is counted in
    record Period(long days, Proration proration, Unit usageUnit) {}

    /// @param standing the charges that hang on none, resolved
    /// @param due all components of these days
    HangingCharges(
            List<ResolvedCharge> standing,
            List<TariffComponent> due,
            Period period,
            Function<TariffComponent, Decimal> taxRate) {
        this.period = period;
        this.standing = List.copyOf(standing);
        this.taxRate = taxRate;
        for (ResolvedCharge charge : standing) {
            byCode.put(charge.code(), charge);
            charge.followers().forEach(code -> byCode.put(code, charge));
        }
        for (TariffComponent component : due) {
            switch (component) {
                case Rider _, Discount _, PowerFactorCharge _ -> hanging.put(component.code(), component);
                case MaximumCharge maximum -> maximums.add(maximum);
                case TariffComponent _ -> {} // stands, or comes last of all
            }
        }
    }

    /// Riders and discounts in the order of the version, then what they are taken down to.
    void addTo(List<ResolvedCharge> charges) {
        hanging.values().forEach(component -> charges.add(resolved(component)));
        for (MaximumCharge maximum : maximums) {
            charges.add(new ResolvedMaximum(
                    maximum.code(),
                    maximum.of().isEmpty() ? new ChargedSum(charges, Set.of()) : sum(maximum.of()),
                    count(maximum.per()),
                    maximum.per() == null ? period.usageUnit() : maximum.per().unit(),
                    maximum.amount(),
                    taxRate.apply(maximum),
                    maximum.clause()));
        }
    }

    private @Nullable Fraction count(@Nullable ChargedPer per) {
        return per == null ? null : per.count(period.proration(), period.days());
    }

    private ResolvedCharge resolved(TariffComponent component) {
        ResolvedCharge known = byCode.get(component.code());
        if (known != null) {
            return known;
        }
        if (!underway.add(component.code())) {
            throw new IllegalStateException("Charge " + component.code() + " hangs on itself");
        }
        ResolvedCharge charge = switch (component) {
            case Rider rider ->
                new ResolvedRider(rider.code(), sum(rider.of()), rider.rate(), taxRate.apply(rider), rider.clause());
            case Discount discount ->
                new ResolvedDiscount(
                        discount.code(),
                        sum(discount.of()),
                        discount.off(),
                        count(discount.per()),
                        discount.per() == null ? Unit.MONEY : discount.per().unit(),
                        discount.isLimited(),
                        discount.where(),
                        taxRate.apply(discount),
                        discount.clause());
            case PowerFactorCharge factor ->
                new ResolvedPowerFactor(
                        factor.code(),
                        sum(factor.of()),
                        factor.below(),
                        factor.rate(),
                        factor.bonus(),
                        taxRate.apply(factor),
                        factor.clause());
            case TariffComponent other -> throw new IllegalStateException("hangs on nothing: " + other.code());
        };
        byCode.put(component.code(), charge);
        return charge;
    }

    /// A charge that is not due on these days adds nothing.
    private ChargedSum sum(Set<String> codes) {
        if (codes.isEmpty()) {
            return new ChargedSum(standing, codes);
        }
        Set<ResolvedCharge> charges = new LinkedHashSet<>();
        for (ResolvedCharge charge : standing) {
            if (codes.stream().anyMatch(code -> charge.equals(byCode.get(code)))) {
                charges.add(charge);
            }
        }
        for (TariffComponent component : hanging.values()) {
            if (codes.contains(component.code())) {
                charges.add(resolved(component));
            }
        }
        return new ChargedSum(List.copyOf(charges), codes);
    }
}
