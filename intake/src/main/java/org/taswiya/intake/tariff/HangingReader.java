package org.taswiya.intake.tariff;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Unit;
import org.taswiya.core.tariff.Determinant;
import org.taswiya.core.tariff.TariffComponent.Discount;
import org.taswiya.core.tariff.TariffComponent.Rider;
import org.taswiya.core.tariff.TariffComponent.UnitCharge;
import org.taswiya.intake.tariff.ComponentReader.Charge;
import org.taswiya.intake.yaml.Limit;
import org.taswiya.intake.yaml.YamlFields;
import org.taswiya.intake.yaml.YamlNode;

/// Reads what comes on top of other charges or is taken off them.
final class HangingReader {
    private static final String OF = "of";
    private static final String RATE = "rate";
    private static final String BELOW_ZERO = "belowZero";
    private static final String WHERE = "where";
    static final Set<String> OF_DISCOUNT =
            Set.of(OF, RATE, "perDay", "perMonth", "perYear", "from", "to", BELOW_ZERO, WHERE);
    private static final Map<String, Boolean> YES_OR_NO = Map.of("true", true, "false", false);
    private static final Map<String, Determinant> WHERES =
            Map.of(Determinant.SOCIAL_TARIFF.code(), Determinant.SOCIAL_TARIFF);

    private final ComponentReader components;
    private final Charge charge;

    HangingReader(ComponentReader components, Charge charge) {
        this.components = components;
        this.charge = charge;
    }

    UnitCharge perUnit(YamlFields item, Unit unit, String taxClass, String clause) {
        return new UnitCharge(
                charge.code(),
                unit,
                BandReader.months(item),
                components.figure(item, charge, "price", Limit.SIGNED),
                taxClass,
                clause);
    }

    Rider rider(YamlFields item, String taxClass, String clause) {
        return new Rider(
                charge.code(), of(item), components.figure(item, charge, "rate", Limit.ON_TOP), taxClass, clause);
    }

    /// A share of charges, or an amount of time.
    Discount discount(YamlFields item, String taxClass, String clause) {
        boolean isShare = item.has(RATE);
        Decimal off = isShare
                ? components.figure(item, charge, RATE, Limit.PART)
                : components.amount(item, charge, Limit.ABOVE_ZERO);
        refuseBeside(item, RATE, ComponentReader.PER.keySet());
        Boolean isBelowZero = item.has(BELOW_ZERO) ? item.choice(BELOW_ZERO, YES_OR_NO) : null;
        if (isBelowZero != null && isShare) {
            components.findings().add(item.placeOf(BELOW_ZERO), "'belowZero' beside 'rate'", "it beside an amount");
        }
        return new Discount(
                charge.code(),
                of(item),
                off,
                isShare ? null : ComponentReader.per(item),
                !Boolean.TRUE.equals(isBelowZero),
                item.has(WHERE) ? item.choice(WHERE, WHERES) : null,
                taxClass,
                clause);
    }

    void refuseBeside(YamlFields item, String field, Set<String> others) {
        for (String other : new TreeSet<>(others)) {
            if (item.has(field) && item.has(other)) {
                components.findings().add(item.placeOf(other), "'" + other + "' beside " + field, "one of them");
            }
        }
    }

    /// What it hangs on; nothing stated is everything.
    Set<String> of(YamlFields item) {
        Set<String> codes = new LinkedHashSet<>();
        if (item.has(OF)) {
            for (YamlNode node : item.list(OF, "a component's code")) {
                String code = item.textOf(node);
                if (!code.isEmpty() && !codes.add(code)) {
                    components.findings().add(node, "'" + code + "' a second time", "each component once");
                }
            }
        }
        return codes;
    }
}
