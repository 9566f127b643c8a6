package org.taswiya.deliver.tariff;

import java.time.Month;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Unit;
import org.taswiya.core.tariff.BandLadder;
import org.taswiya.core.tariff.BlockMode;
import org.taswiya.core.tariff.BlockRule;
import org.taswiya.core.tariff.BlockTier;
import org.taswiya.core.tariff.BoundBasis;
import org.taswiya.core.tariff.ChargedPer;
import org.taswiya.core.tariff.Proration;
import org.taswiya.core.tariff.Tariff;
import org.taswiya.core.tariff.TariffComponent;
import org.taswiya.core.tariff.TariffComponent.BandCharge;
import org.taswiya.core.tariff.TariffComponent.BlockCharge;
import org.taswiya.core.tariff.TariffComponent.DemandCharge;
import org.taswiya.core.tariff.TariffComponent.FixedCharge;
import org.taswiya.core.tariff.TariffComponent.MinimumCharge;
import org.taswiya.core.tariff.TariffComponent.UnitCharge;
import org.taswiya.core.tariff.TariffComponent.YearLimit;
import org.taswiya.core.tariff.Tax;
import org.taswiya.core.tariff.Tax.ValueAddedTax;
import tools.jackson.core.JsonGenerator;

/// What of a tariff a record can say, each in the place that records have for it; all else is named.
final class UrdbParts {
    private static final String CURRENCY = "USD";
    private static final MonthDay NEW_YEAR = MonthDay.of(1, 1);

    private final Tariff tariff;
    private final List<String> reasons;
    private final Map<String, BandLadder> energy = new LinkedHashMap<>();
    /// By the bands of which the highest counts.
    private final Map<List<String>, DemandCharge> demand = new LinkedHashMap<>();
    private final List<DemandCharge> flat = new ArrayList<>();

    /// A second one of every hour, which stands in the place of demand by time band: there is one band.
    private @Nullable DemandCharge besideFlat;

    private @Nullable FixedCharge fixed;
    private @Nullable MinimumCharge minimum;
    private @Nullable Decimal yearMinimum;
    private Decimal adjustment = Decimal.ZERO;
    private Unit demandUnit = Unit.KILOWATT;

    private UrdbParts(Tariff tariff, List<String> reasons) {
        this.tariff = tariff;
        this.reasons = reasons;
    }

    /// @param reasons gets what cannot be said
    static UrdbParts of(Tariff tariff, List<String> reasons) {
        UrdbParts parts = new UrdbParts(tariff, reasons);
        parts.checkBook();
        tariff.versions().getFirst().components().forEach(parts::add);
        parts.checkTogether();
        return parts;
    }

    List<List<String>> bands() {
        return energy.keySet().stream().map(List::of).toList();
    }

    List<List<String>> demandBands() {
        return List.copyOf(demand.keySet());
    }

    private void checkBook() {
        if (!tariff.currency().equals(CURRENCY)) {
            reasons.add("prices in " + tariff.currency() + ": those of records are in " + CURRENCY);
        }
        if (!tariff.versions().getFirst().proration().equals(Proration.NONE)) {
            reasons.add("the proration of the book: records are priced by whole months");
        }
        for (Tax tax : tariff.taxes()) {
            boolean isNothing = tax instanceof ValueAddedTax vat
                    && vat.rates().stream().allMatch(rate -> rate.rate().isZero());
            if (!isNothing) {
                reasons.add("the tax " + tax.code() + ": records are before tax, and tell none");
            }
        }
    }

    private void add(TariffComponent component) {
        switch (component) {
            case BlockCharge blocks -> addBlocks(blocks);
            case BandCharge bands -> bands.bands().forEach(ladder -> addEnergy(bands.code(), ladder));
            case DemandCharge charge -> addDemand(charge);
            case FixedCharge charge -> {
                refuse(charge, fixed != null, "is a second fixed charge");
                fixed = charge;
            }
            case MinimumCharge charge -> {
                refuse(charge, minimum != null, "is a second minimum");
                minimum = charge;
            }
            case YearLimit limit -> {
                refuse(limit, limit.isMaximum(), "is a maximum of a year, for which records have no place");
                refuse(
                        limit,
                        !limit.year().from().equals(NEW_YEAR),
                        "is of years that begin on another day than 1 January");
                yearMinimum = limit.amount();
            }
            case UnitCharge charge -> {
                refuse(charge, isOfSomeMonths(charge), "is due in some months only");
                adjustment = adjustment.plus(charge.price());
            }
            case TariffComponent other -> refuse(other, true, "is of a kind that records have no place for");
        }
    }

    private void refuse(TariffComponent component, boolean isSo, String why) {
        if (isSo) {
            reasons.add("component " + component.code() + " " + why);
        }
    }

    private static boolean isOfSomeMonths(TariffComponent component) {
        return !component.months().equals(TariffComponent.ALL_YEAR);
    }

    private void addBlocks(BlockCharge blocks) {
        refuse(blocks, isOfSomeMonths(blocks), "is due in some months only");
        refuse(
                blocks,
                !blocks.rule().equals(BlockRule.monthly(false)),
                "has bounds that are not those of a month alone");
        for (BlockTier tier : blocks.tiers()) {
            if (tier.mode() == BlockMode.SELECTIVE || !tier.tolerance().isZero()) {
                refuse(blocks, true, "has a selective block or a tolerance: blocks of records are progressive");
                break;
            }
        }
        addEnergy(blocks.code(), new BandLadder(blocks.code(), BoundBasis.MONTH, blocks.tiers()));
    }

    private void addEnergy(String code, BandLadder ladder) {
        if (energy.putIfAbsent(ladder.band(), ladder) != null) {
            reasons.add("component " + code + " prices the band " + ladder.band() + " a second time");
        }
    }

    private void addDemand(DemandCharge charge) {
        refuse(charge, hasDemand() && charge.unit() != demandUnit, "is of another unit than other demand");
        demandUnit = charge.unit();
        List<String> bands = charge.bands().names();
        if (bands.isEmpty()) {
            flat.add(charge);
            return;
        }
        refuse(charge, isOfSomeMonths(charge), "is of a time band and due in some months only");
        for (String band : bands) {
            boolean isPriced = demand.keySet().stream().anyMatch(priced -> priced.contains(band));
            refuse(charge, isPriced, "prices the band " + band + " a second time");
        }
        demand.put(bands, charge);
    }

    private boolean hasDemand() {
        return !flat.isEmpty() || !demand.isEmpty();
    }

    private void checkTogether() {
        if (energy.isEmpty()) {
            reasons.add("no price of usage, which every record has");
        }
        long charges = tariff.versions().getFirst().components().stream()
                .filter(component -> component instanceof BlockCharge || component instanceof BandCharge)
                .count();
        if (charges > 1) {
            reasons.add("usage priced by " + charges + " components at once: records have one structure");
        }
        if (demand.isEmpty() && flat.size() > 1) {
            flat.stream().filter(charge -> !isOfSomeMonths(charge)).findFirst().ifPresent(charge -> {
                besideFlat = charge;
                flat.remove(charge);
            });
        }
        Set<Month> due = EnumSet.noneOf(Month.class);
        for (DemandCharge charge : flat) {
            refuse(charge, !Collections.disjoint(due, charge.months()), "is due in months in which another is");
            due.addAll(charge.months());
        }
    }

    void write(JsonGenerator json, UrdbSchedule hours, UrdbSchedule demandHours) {
        json.writeArrayPropertyStart("energyratestructure");
        for (List<String> bands : hours.periods()) {
            BandLadder ladder = energy.get(bands.getFirst());
            writeLadder(
                    json,
                    ladder == null ? List.of() : ladder.tiers(),
                    unit(ladder == null ? BoundBasis.MONTH : ladder.basis()),
                    adjustment);
        }
        json.writeEndArray();
        hours.write(json);
        if (!demand.isEmpty() || besideFlat != null) {
            json.writeStringProperty("demandrateunit", demandUnit.symbol());
            json.writeArrayPropertyStart("demandratestructure");
            if (besideFlat != null) {
                writeLadder(json, besideFlat.tiers(), null, Decimal.ZERO);
            }
            for (List<String> bands : demandHours.periods()) {
                DemandCharge charge = demand.get(bands);
                writeLadder(json, charge == null ? List.of() : charge.tiers(), null, Decimal.ZERO);
            }
            json.writeEndArray();
            demandHours.write(json);
        }
        if (!flat.isEmpty()) {
            writeFlat(json);
        }
        if (fixed != null) {
            writeAmount(json, "fixedchargefirstmeter", fixed.price(), "fixedchargeunits", fixed.per());
        }
        if (minimum != null) {
            writeAmount(json, "mincharge", minimum.amount(), "minchargeunits", minimum.per());
        }
        if (yearMinimum != null) {
            json.writeNumberProperty("annualmincharge", yearMinimum.toBigDecimal());
        }
    }

    /// Months in which none is due have a period that is free.
    private void writeFlat(JsonGenerator json) {
        json.writeStringProperty("flatdemandunit", demandUnit.symbol());
        json.writeArrayPropertyStart("flatdemandstructure");
        flat.forEach(charge -> writeLadder(json, charge.tiers(), null, Decimal.ZERO));
        Set<Month> free = new TreeSet<>(TariffComponent.ALL_YEAR);
        flat.forEach(charge -> free.removeAll(charge.months()));
        if (!free.isEmpty()) {
            writeLadder(json, List.of(), null, Decimal.ZERO);
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("flatdemandmonths");
        for (Month month : Month.values()) {
            int period = 0;
            while (period < flat.size() && !flat.get(period).months().contains(month)) {
                period++;
            }
            json.writeNumber(period);
        }
        json.writeEndArray();
    }

    private String unit(BoundBasis basis) {
        String symbol = tariff.unit().symbol();
        return switch (basis) {
            case MONTH -> symbol;
            case DAY -> symbol + " daily";
            case DEMAND -> symbol + "/kW";
            case DEMAND_DAY -> symbol + "/kW daily";
        };
    }

    /// @param tiers none where it is free
    private static void writeLadder(JsonGenerator json, List<BlockTier> tiers, @Nullable String unit, Decimal adj) {
        json.writeStartArray();
        List<BlockTier> blocks = tiers.isEmpty()
                ? List.of(new BlockTier(null, Decimal.ZERO, BlockMode.PROGRESSIVE, Decimal.ZERO))
                : tiers;
        for (BlockTier tier : blocks) {
            json.writeStartObject();
            json.writeNumberProperty("rate", tier.price().toBigDecimal());
            if (!adj.isZero()) {
                json.writeNumberProperty("adj", adj.toBigDecimal());
            }
            Decimal bound = tier.upTo();
            if (bound != null) {
                json.writeNumberProperty("max", bound.toBigDecimal());
            }
            if (unit != null) {
                json.writeStringProperty("unit", unit);
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void writeAmount(JsonGenerator json, String name, Decimal amount, String units, ChargedPer per) {
        json.writeNumberProperty(name, amount.toBigDecimal());
        json.writeStringProperty(units, "$/" + per.unit().symbol());
    }
}
