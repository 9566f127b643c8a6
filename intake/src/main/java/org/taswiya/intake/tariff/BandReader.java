package org.taswiya.intake.tariff;

import java.time.Month;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Unit;
import org.taswiya.core.tariff.BandLadder;
import org.taswiya.core.tariff.BlockMode;
import org.taswiya.core.tariff.BlockTier;
import org.taswiya.core.tariff.BoundBasis;
import org.taswiya.core.tariff.DemandBands;
import org.taswiya.core.tariff.TariffComponent.BandCharge;
import org.taswiya.core.tariff.TariffComponent.DemandCharge;
import org.taswiya.intake.tariff.ComponentReader.Charge;
import org.taswiya.intake.yaml.YamlFields;
import org.taswiya.intake.yaml.YamlNode;
import org.taswiya.intake.yaml.YamlNode.Scalar;

/// Reads charges on time bands and on demand.
final class BandReader {
    static final Set<String> OF_DEMAND =
            Set.of("unit", "band", "bands", BandCalendars.FIELD, "months", "blocks", IndexReader.INDEXED);

    private static final String BANDS = "bands";
    private static final Set<String> BAND_KNOWN = Set.of("band", "blocks", "source", "derived", "placeholder");
    private static final Set<String> BLOCK_KNOWN = Set.of("above", "upTo", "price", "source", "derived", "placeholder");
    private static final Map<String, BoundBasis> BASES = Map.of(
            "month", BoundBasis.MONTH,
            "day", BoundBasis.DAY,
            "demand", BoundBasis.DEMAND,
            "demand-day", BoundBasis.DEMAND_DAY);
    static final Map<String, Unit> DEMAND_UNITS = Map.of(
            Unit.KILOWATT.symbol(), Unit.KILOWATT,
            Unit.KILOVOLT_AMPERE.symbol(), Unit.KILOVOLT_AMPERE,
            Unit.HORSEPOWER.symbol(), Unit.HORSEPOWER);
    private static final String BAND = "a time band's code such as peak";

    private final ComponentReader components;
    private final Charge charge;

    BandReader(ComponentReader components, Charge charge) {
        this.components = components;
        this.charge = charge;
    }

    BandCharge bands(YamlFields item, Unit unit, String taxClass, String clause) {
        BoundBasis stated = item.has("bounds") ? item.choice("bounds", BASES) : null;
        BoundBasis basis = stated == null ? BoundBasis.MONTH : stated;
        List<BandLadder> ladders = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (YamlFields band : item.items(BANDS, "a time band", BAND_KNOWN, BandLadder.MOST)) {
            String name = band.name("band", ComponentReader.CODE, BAND);
            if (!name.isEmpty() && !names.add(name)) {
                components.findings().add(band.placeOf("band"), "'" + name + "' a second time", "each time band once");
            }
            ladders.add(new BandLadder(name, basis, tiers(band, within(band), name)));
        }
        components.calendars().named(item, charge.version().from(), names, true);
        return new BandCharge(charge.code(), unit, ladders, taxClass, clause);
    }

    /// What a band states of itself is nearer than what its component does.
    private Charge within(YamlFields band) {
        Provenance stated = components.note(band, charge.subject(), charge.version());
        return stated == null ? charge : new Charge(charge.code(), charge.subject(), charge.version(), stated);
    }

    DemandCharge demand(YamlFields item, String taxClass, String clause) {
        Unit unit = item.choice("unit", DEMAND_UNITS);
        DemandBands bands = demandBands(item);
        components.calendars().named(item, charge.version().from(), Set.copyOf(bands.names()), false);
        return new DemandCharge(
                charge.code(),
                unit == null ? Unit.KILOWATT : unit,
                bands,
                months(item),
                tiers(item, charge, bands.label()),
                taxClass,
                clause);
    }

    private static DemandBands demandBands(YamlFields item) {
        if (!item.has(BANDS)) {
            return DemandBands.of(band(item));
        }
        if (item.has("band")) {
            item.findings().add(item.placeOf(BANDS), "'bands' beside 'band'", "one of them");
        }
        List<String> names = new ArrayList<>();
        for (YamlNode node : item.list(BANDS, BAND, BandLadder.MOST)) {
            String name = node instanceof Scalar scalar ? scalar.text() : "";
            if (!ComponentReader.CODE.matcher(name).matches()) {
                item.findings().add(node, node.describe(), BAND);
            } else if (names.contains(name)) {
                item.findings().add(node, "'" + name + "' a second time", "each time band once");
            } else {
                names.add(name);
            }
        }
        return new DemandBands(names);
    }

    /// Null where none is named.
    static @Nullable String band(YamlFields item) {
        return item.has("band") ? item.name("band", ComponentReader.CODE, BAND) : null;
    }

    /// All of them where none is named.
    static Set<Month> months(YamlFields item) {
        return months(item, "months");
    }

    static Set<Month> months(YamlFields item, String field) {
        if (!item.has(field)) {
            return EnumSet.allOf(Month.class);
        }
        Set<Month> months = EnumSet.noneOf(Month.class);
        for (YamlNode node : item.list(field, "a month from 1 to 12")) {
            Integer month = item.wholeOf(node, 1, Month.values().length);
            if (month != null) {
                months.add(Month.of(month));
            }
        }
        return months;
    }

    /// @param of the charge with the nearest statement of where its figures come from
    List<BlockTier> tiers(YamlFields around, Charge of, @Nullable String band) {
        List<BlockTier> tiers = new ArrayList<>();
        List<YamlFields> blocks = around.items("blocks", "a block", BLOCK_KNOWN, BlockTier.MOST);
        Ladder ladder = new Ladder(components.findings(), blocks.size());
        for (YamlFields block : blocks) {
            Decimal upTo = ladder.upperBound(block);
            Decimal price = components.price(block, of, band, tiers.size() + 1);
            tiers.add(new BlockTier(upTo, Decimal.ZERO, BlockMode.PROGRESSIVE, price));
        }
        return tiers;
    }
}
