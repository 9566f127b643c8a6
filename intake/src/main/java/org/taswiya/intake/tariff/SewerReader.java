package org.taswiya.intake.tariff;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Unit;
import org.taswiya.core.tariff.TariffComponent.SewerCharge;
import org.taswiya.core.tariff.WinterRule;
import org.taswiya.core.tariff.WinterRule.Outside;
import org.taswiya.intake.tariff.ComponentReader.Charge;
import org.taswiya.intake.yaml.Limit;
import org.taswiya.intake.yaml.YamlFields;

/// Reads a charge on the water that comes back: how much of it does, which water counts, and the blocks.
final class SewerReader {
    static final Set<String> OWN = Set.of("returned", "winter", "blocks");

    private static final Set<String> WINTER_KNOWN = Set.of("months", "outside", "ifUnknown");
    private static final Map<String, Outside> OUTSIDE = Map.of("at-most", Outside.AT_MOST, "average", Outside.AVERAGE);

    private final ComponentReader components;
    private final Charge charge;

    SewerReader(ComponentReader components, Charge charge) {
        this.components = components;
        this.charge = charge;
    }

    SewerCharge read(YamlFields item, Unit unit, String taxClass, String clause) {
        Decimal returned = item.optionalNumber("returned", Limit.ABOVE_ZERO);
        if (returned != null && returned.compareTo(Decimal.ONE) > 0) {
            components.findings().add(item.placeOf("returned"), returned.toString(), "a share of the water, up to 1");
        }
        return new SewerCharge(
                charge.code(),
                unit,
                returned == null ? Decimal.ONE : returned,
                winter(item),
                new BandReader(components, charge).tiers(item, charge, null),
                taxClass,
                clause);
    }

    private @Nullable WinterRule winter(YamlFields item) {
        YamlFields winter =
                item.has("winter") ? item.fields("winter", "a winter: months, outside", WINTER_KNOWN) : null;
        if (winter == null) {
            return null;
        }
        if (!winter.has("months")) {
            components.findings().add(winter.place(), "no 'months'", "the months of winter, each from 1 to 12");
        }
        Outside outside = winter.choice("outside", OUTSIDE);
        return new WinterRule(
                BandReader.months(winter),
                outside == null ? Outside.AT_MOST : outside,
                winter.optionalNumber("ifUnknown", Limit.ZERO_OR_MORE));
    }
}
