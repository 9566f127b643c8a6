package org.taswiya.intake.tariff;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Unit;
import org.taswiya.core.tariff.ChargedPer;
import org.taswiya.core.tariff.DemandFloor;
import org.taswiya.core.tariff.PowerComponent.BilledDemandCharge;
import org.taswiya.core.tariff.PowerComponent.OverrunCharge;
import org.taswiya.core.tariff.PowerComponent.PowerFactorBonus;
import org.taswiya.core.tariff.PowerComponent.PowerFactorCharge;
import org.taswiya.core.tariff.PowerComponent.ReactiveCharge;
import org.taswiya.core.tariff.PowerComponent.SubscribedCharge;
import org.taswiya.core.tariff.TariffComponent;
import org.taswiya.core.tariff.TariffComponent.BandCharge;
import org.taswiya.intake.tariff.ComponentReader.Charge;
import org.taswiya.intake.yaml.Findings;
import org.taswiya.intake.yaml.Limit;
import org.taswiya.intake.yaml.YamlFields;

/// Reads charges on power: subscribed, overrun, billed no lower than its floors, and what does no work.
final class PowerReader {
    private static final int LOOK_BACK_MOST = 60;
    private static final Set<String> FLOOR_KNOWN = Set.of("of", "share", "lookBack", "among", "least");
    private static final Map<String, ChargedPer> PER = Map.of("month", ChargedPer.MONTH, "year", ChargedPer.YEAR);
    private static final Map<String, Boolean> OVERRUN_PER = Map.of("month", false, "exceedance", true);
    private static final Map<String, Boolean> FLOOR_OF = Map.of("past-demand", true, "subscribed-power", false);

    private final ComponentReader components;
    private final Charge charge;
    private final BandReader bands;

    PowerReader(ComponentReader components, Charge charge) {
        this.components = components;
        this.charge = charge;
        this.bands = new BandReader(components, charge);
    }

    private static Unit unit(YamlFields item) {
        Unit unit = item.choice("unit", BandReader.DEMAND_UNITS);
        return unit == null ? Unit.KILOWATT : unit;
    }

    SubscribedCharge subscribed(YamlFields item, String taxClass, String clause) {
        ChargedPer per = item.choice("per", PER);
        String band = BandReader.band(item);
        return new SubscribedCharge(
                charge.code(),
                unit(item),
                band,
                per == null ? ChargedPer.MONTH : per,
                bands.tiers(item, charge, band),
                taxClass,
                clause);
    }

    OverrunCharge overrun(YamlFields item, String taxClass, String clause) {
        Boolean isByExceedance = item.choice("per", OVERRUN_PER);
        Decimal allowed = item.has("allowed") ? item.number("allowed", Limit.ABOVE_ZERO) : Decimal.ONE;
        if (Boolean.TRUE.equals(isByExceedance) && item.has("allowed")) {
            components.findings().add(item.placeOf("allowed"), "'allowed' beside exceedances", "who counts them knows");
        }
        String band = BandReader.band(item);
        components.calendars().named(item, charge.version().from(), band == null ? Set.of() : Set.of(band), false);
        return new OverrunCharge(
                charge.code(),
                unit(item),
                band,
                BandReader.months(item),
                Boolean.TRUE.equals(isByExceedance),
                allowed,
                components.figure(item, charge, "price", Limit.ZERO_OR_MORE),
                taxClass,
                clause);
    }

    BilledDemandCharge billedDemand(YamlFields item, String taxClass, String clause) {
        List<DemandFloor> floors = new ArrayList<>();
        if (item.has("floors")) {
            for (YamlFields floor : item.items("floors", "a floor", FLOOR_KNOWN)) {
                floors.add(floor(floor));
            }
        }
        Decimal powerFactor = item.has("powerFactor") ? powerFactor(item, "powerFactor") : null;
        if (floors.isEmpty() && powerFactor == null) {
            components.findings().add(item.place(), "neither 'floors' nor 'powerFactor'", "one, or the kind demand");
        }
        return new BilledDemandCharge(
                charge.code(),
                unit(item),
                BandReader.months(item),
                powerFactor,
                floors,
                bands.tiers(item, charge, null),
                taxClass,
                clause);
    }

    private DemandFloor floor(YamlFields floor) {
        if (floor.has("least")) {
            refuse(floor, Set.of("of", "share", "lookBack", "among"), "beside 'least'");
            return new DemandFloor.Amount(floor.number("least", Limit.ABOVE_ZERO));
        }
        Boolean isOfPast = floor.choice("of", FLOOR_OF);
        Decimal share = floor.number("share", Limit.ABOVE_ZERO);
        if (!Boolean.TRUE.equals(isOfPast)) {
            refuse(floor, Set.of("lookBack", "among"), "of what is not past");
            return new DemandFloor.OfSubscribed(share);
        }
        return new DemandFloor.OfPast(
                share, floor.whole("lookBack", 1, LOOK_BACK_MOST), BandReader.months(floor, "among"));
    }

    private void refuse(YamlFields fields, Set<String> names, String where) {
        for (String name : new TreeSet<>(names)) {
            if (fields.has(name)) {
                components.findings().add(fields.placeOf(name), "'" + name + "' " + where, "a floor of one kind");
            }
        }
    }

    ReactiveCharge reactive(YamlFields item, String taxClass, String clause) {
        return new ReactiveCharge(
                charge.code(),
                BandReader.band(item),
                BandReader.months(item),
                item.number("tanPhi", Limit.ZERO_OR_MORE),
                components.figure(item, charge, "price", Limit.ZERO_OR_MORE),
                taxClass,
                clause);
    }

    PowerFactorCharge powerFactor(YamlFields item, String taxClass, String clause) {
        Decimal below = powerFactor(item, "below");
        Decimal rate = components.figure(item, charge, "rate", Limit.SHARE);
        YamlFields bonus = item.has("bonus") ? item.fields("bonus", "above and rate", Set.of("above", "rate")) : null;
        return new PowerFactorCharge(
                charge.code(),
                new HangingReader(components, charge).of(item),
                below,
                rate,
                bonus == null ? null : bonus(bonus, below),
                taxClass,
                clause);
    }

    private PowerFactorBonus bonus(YamlFields bonus, Decimal below) {
        Decimal above = powerFactor(bonus, "above");
        if (above.compareTo(below) < 0) {
            components.findings().add(bonus.placeOf("above"), above.toString(), below + " or more: below it is poor");
        }
        return new PowerFactorBonus(above, bonus.number("rate", Limit.SHARE));
    }

    private Decimal powerFactor(YamlFields item, String field) {
        Decimal factor = item.number(field, Limit.SHARE);
        if (factor.signum() == 0 && item.has(field)) {
            components.findings().add(item.placeOf(field), "0", "a power factor above 0 and at most 1");
        }
        return factor;
    }

    /// Reactive energy of a time band needs the usage of that band.
    static void checkBands(Findings findings, Map<String, YamlFields> items, List<TariffComponent> components) {
        Set<String> known = new TreeSet<>();
        for (TariffComponent component : components) {
            if (component instanceof BandCharge charge) {
                charge.bands().forEach(ladder -> known.add(ladder.band()));
            }
        }
        for (TariffComponent component : components) {
            YamlFields item = items.get(component.code());
            @Nullable String band = component instanceof ReactiveCharge reactive ? reactive.band() : null;
            if (item != null && band != null && !known.contains(band)) {
                findings.add(
                        item.placeOf("band"),
                        "'" + band + "', in which no usage is counted",
                        known.isEmpty() ? "bands in this version" : "one of " + String.join(", ", known));
            }
        }
    }
}
