package org.taswiya.intake.tariff;

import java.time.Month;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.quantity.Unit;
import org.taswiya.core.tariff.TariffComponent;
import org.taswiya.core.tariff.TariffComponent.ExportCredit;
import org.taswiya.core.tariff.TariffComponent.NetMetering;
import org.taswiya.core.tariff.TariffComponent.SurplusSettlement;
import org.taswiya.intake.tariff.ComponentReader.Charge;
import org.taswiya.intake.yaml.Findings;
import org.taswiya.intake.yaml.Limit;
import org.taswiya.intake.yaml.YamlFields;

/// Reads what energy that was fed in is worth: a credit, or what comes off the usage.
final class ExportReader {
    private static final Map<String, Boolean> EXCESS = Map.of("paid", true, "lost", false);

    private final ComponentReader components;
    private final Charge charge;

    ExportReader(ComponentReader components, Charge charge) {
        this.components = components;
        this.charge = charge;
    }

    /// A bill is below zero only where the book says so.
    private static boolean isPaidOut(YamlFields item) {
        return item.has("excess") && Boolean.TRUE.equals(item.choice("excess", EXCESS));
    }

    ExportCredit export(YamlFields item, Unit unit, String taxClass, String clause) {
        String band = BandReader.band(item);
        return new ExportCredit(
                charge.code(),
                unit,
                band,
                BandReader.months(item),
                isPaidOut(item),
                new BandReader(components, charge).tiers(item, charge, band),
                taxClass,
                clause);
    }

    NetMetering netMetering(YamlFields item, Unit unit, String taxClass, String clause) {
        if (item.has("excess") && !item.has("settlement")) {
            components.findings().add(item.placeOf("excess"), "'excess' without 'settlement'", "both or neither");
        }
        return new NetMetering(charge.code(), unit, settlement(item), isPaidOut(item), taxClass, clause);
    }

    private @Nullable SurplusSettlement settlement(YamlFields item) {
        YamlFields settlement =
                item.has("settlement") ? item.fields("settlement", "month and price", Set.of("month", "price")) : null;
        if (settlement == null) {
            return null;
        }
        int month = settlement.whole("month", 1, Month.values().length);
        return new SurplusSettlement(
                Month.of(Math.max(1, month)), components.figure(settlement, charge, "price", Limit.ZERO_OR_MORE));
    }

    /// What is fed in comes off the usage or is credited: both would count it twice.
    static void checkOnce(Findings findings, Map<String, YamlFields> items, List<TariffComponent> components) {
        String netting = null;
        for (TariffComponent component : components) {
            if (component instanceof NetMetering) {
                report(component, netting, findings, items);
                netting = component.code();
            }
        }
        for (TariffComponent component : components) {
            if (component instanceof ExportCredit) {
                report(component, netting, findings, items);
            }
        }
    }

    private static void report(
            TariffComponent component, @Nullable String netting, Findings findings, Map<String, YamlFields> items) {
        YamlFields item = items.get(component.code());
        if (netting != null && item != null) {
            findings.add(
                    item.placeOf("kind"),
                    "'" + component.code() + "' beside " + netting + ", which takes the same energy off the usage",
                    "energy that was fed in counted once");
        }
    }
}
