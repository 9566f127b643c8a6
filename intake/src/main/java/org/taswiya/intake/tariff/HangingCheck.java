package org.taswiya.intake.tariff;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.tariff.ChargedPer;
import org.taswiya.core.tariff.PowerComponent.PowerFactorCharge;
import org.taswiya.core.tariff.Proration;
import org.taswiya.core.tariff.TariffComponent;
import org.taswiya.core.tariff.TariffComponent.Discount;
import org.taswiya.core.tariff.TariffComponent.ExportCredit;
import org.taswiya.core.tariff.TariffComponent.MaximumCharge;
import org.taswiya.core.tariff.TariffComponent.MinimumCharge;
import org.taswiya.core.tariff.TariffComponent.NetMetering;
import org.taswiya.core.tariff.TariffComponent.Rider;
import org.taswiya.core.tariff.TariffComponent.YearLimit;
import org.taswiya.intake.yaml.Findings;
import org.taswiya.intake.yaml.YamlFields;

/// Checks that charges which hang on others of their version name some that are there, and in no circle.
final class HangingCheck {
    private static final int HANGING_MOST = 1_000;
    private static final int DAYS_MOST = 366;

    private final Findings findings;
    private final Proration proration;
    private final Map<String, YamlFields> items;
    private final Map<String, TariffComponent> components = new LinkedHashMap<>();
    private final Map<String, Integer> weights = new HashMap<>();
    private final Set<String> underway = new HashSet<>();

    /// @param proration of the version
    /// @param items where each component stands
    HangingCheck(
            Findings findings, Proration proration, Map<String, YamlFields> items, List<TariffComponent> components) {
        this.proration = proration;
        this.findings = findings;
        this.items = items;
        components.forEach(component -> this.components.put(component.code(), component));
    }

    void check() {
        for (TariffComponent component : components.values()) {
            on(component).forEach(code -> checkNamed(component, code));
        }
        for (TariffComponent component : components.values()) {
            weight(component);
            if (component instanceof MaximumCharge maximum) {
                checkBounds(maximum);
            }
        }
    }

    /// The charges that a component names.
    private static Set<String> on(TariffComponent component) {
        return switch (component) {
            case Rider rider -> rider.of();
            case Discount discount -> discount.of();
            case MaximumCharge maximum -> maximum.of();
            case PowerFactorCharge factor -> factor.of();
            case TariffComponent _ -> Set.of();
        };
    }

    /// A period of some length would have to cost more than it may.
    private void checkBounds(MaximumCharge maximum) {
        ChargedPer per = maximum.per();
        if (per == null || !maximum.of().isEmpty()) {
            return;
        }
        for (TariffComponent component : components.values()) {
            if (component instanceof MinimumCharge minimum) {
                for (long days = 1; days <= DAYS_MOST; days++) {
                    Fraction most = per.count(proration, days).times(maximum.amount());
                    Fraction least = minimum.per().count(proration, days).times(minimum.amount());
                    if (most.compareTo(least) < 0) {
                        add(
                                maximum,
                                "a maximum of " + maximum.amount() + " below the minimum of " + minimum.amount()
                                        + " in a period of " + days + " days",
                                "a maximum that is no less than the minimum");
                        return;
                    }
                }
            }
        }
    }

    /// Maximums, minimums, and credits for what was fed in.
    private static boolean isLast(@Nullable TariffComponent component) {
        return component instanceof MaximumCharge
                || component instanceof MinimumCharge
                || component instanceof YearLimit
                || component instanceof ExportCredit
                || component instanceof NetMetering;
    }

    private void checkNamed(TariffComponent component, String code) {
        TariffComponent named = components.get(code);
        if (named == null || isLast(named)) {
            Set<String> codes = new TreeSet<>(components.keySet());
            codes.removeIf(other -> other.equals(component.code()) || isLast(components.get(other)));
            add(component, "'" + code + "', " + why(named), "of " + String.join(", ", codes));
        }
    }

    private static String why(@Nullable TariffComponent named) {
        return switch (named) {
            case null -> "which is not in this version";
            case MaximumCharge _ -> "a maximum, which comes after it";
            case MinimumCharge _ -> "a minimum, which comes last";
            case YearLimit _ -> "an amount of a year, which comes last";
            case TariffComponent _ -> "a credit, which comes last";
        };
    }

    /// How many charges have to be told for one; those that hang on each other are as many as one may be.
    private int weight(TariffComponent component) {
        Integer known = weights.get(component.code());
        if (known != null) {
            return known;
        }
        if (!underway.add(component.code())) {
            add(
                    component,
                    "'" + component.code() + "', which hangs on itself",
                    "charges that do not hang on each other in a circle");
            return 1;
        }
        int weight = 1;
        for (String code : on(component)) {
            TariffComponent named = components.get(code);
            weight = Math.min(weight + (named == null ? 0 : weight(named)), HANGING_MOST + 1);
        }
        underway.remove(component.code());
        if (weight > HANGING_MOST) {
            add(component, "charges that hang on more than " + HANGING_MOST + " others in turn", "fewer");
        }
        weights.put(component.code(), weight);
        return weight;
    }

    private void add(TariffComponent component, String found, String expected) {
        YamlFields item = items.get(component.code());
        if (item != null) {
            findings.add(item.placeOf("of"), found, expected);
        }
    }
}
