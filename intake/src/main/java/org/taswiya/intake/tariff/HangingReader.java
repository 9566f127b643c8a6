package org.taswiya.intake.tariff;

import java.util.LinkedHashSet;
import java.util.Set;
import org.taswiya.core.quantity.Unit;
import org.taswiya.core.tariff.TariffComponent.Rider;
import org.taswiya.core.tariff.TariffComponent.UnitCharge;
import org.taswiya.intake.tariff.ComponentReader.Charge;
import org.taswiya.intake.yaml.Limit;
import org.taswiya.intake.yaml.YamlFields;
import org.taswiya.intake.yaml.YamlNode;

/// Reads what comes on top of other charges: prices of all units, and percentages.
final class HangingReader {
    private static final String OF = "of";

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
                charge.code(),
                of(item),
                components.figure(item, charge, "rate", Limit.ON_TOP),
                taxClass,
                clause);
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
