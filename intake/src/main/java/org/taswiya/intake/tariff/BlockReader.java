package org.taswiya.intake.tariff;

import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Unit;
import org.taswiya.core.tariff.BlockMode;
import org.taswiya.core.tariff.BlockRule;
import org.taswiya.core.tariff.BlockRule.Persons;
import org.taswiya.core.tariff.BlockSpan;
import org.taswiya.core.tariff.BlockTier;
import org.taswiya.core.tariff.TariffComponent.BlockCharge;
import org.taswiya.intake.tariff.ComponentReader.Charge;
import org.taswiya.intake.yaml.Limit;
import org.taswiya.intake.yaml.YamlFields;

/// Reads usage priced by blocks: the blocks, and how often their bounds count.
final class BlockReader {
    /// The fields that it alone has, and some that others have too.
    static final Set<String> OWN = Set.of(
            "blocks", "households", "bounds", YearReader.FIELD, "persons", "meterSizes", "months", IndexReader.INDEXED);

    private static final Set<String> BLOCK_KNOWN =
            Set.of("above", "upTo", "perPerson", "tolerance", "mode", "price", "source", "derived", "placeholder");
    private static final Set<String> PERSONS_KNOWN = Set.of("from", "to", "ifUnknown");
    private static final Set<String> SIZE_KNOWN = Set.of("size", "times");
    private static final Map<String, BlockMode> MODES =
            Map.of("progressive", BlockMode.PROGRESSIVE, "selective", BlockMode.SELECTIVE);
    private static final Map<String, Boolean> HOUSEHOLDS = Map.of("multiply-bounds", true, "ignore", false);
    private static final Map<String, Span> SPANS = Map.of("day", Span.DAY, "month", Span.MONTH, "year", Span.YEAR);
    private static final int PERSONS_MAX = 1_000;

    private enum Span {
        DAY,
        MONTH,
        YEAR
    }

    private final ComponentReader components;
    private final Charge charge;
    private final YamlFields item;

    BlockReader(ComponentReader components, Charge charge, YamlFields item) {
        this.components = components;
        this.charge = charge;
        this.item = item;
    }

    BlockCharge read(Unit unit, String taxClass, String clause) {
        BlockSpan span = span();
        Persons persons = item.has("persons") ? persons() : null;
        List<BlockTier> tiers = tiers(span);
        if (persons != null && tiers.stream().allMatch(tier -> tier.perPerson().isZero())) {
            find("persons", "'persons' that no bound hangs on", "'perPerson' on a block");
        }
        boolean perHousehold = Boolean.TRUE.equals(item.choice("households", HOUSEHOLDS));
        BlockRule rule = new BlockRule(perHousehold, span, persons, meterSizes());
        return new BlockCharge(charge.code(), unit, rule, months(span), tiers, taxClass, clause);
    }

    private void find(String field, String found, String expected) {
        components.findings().add(item.placeOf(field), found, expected);
    }

    private BlockSpan span() {
        Span span = item.has("bounds") ? item.choice("bounds", SPANS) : Span.MONTH;
        if (span != Span.YEAR && item.has(YearReader.FIELD)) {
            find(YearReader.FIELD, "'yearFrom' on bounds that are of no year", "it beside 'bounds: year' alone");
        }
        return switch (span) {
            case DAY -> new BlockSpan.Day();
            case YEAR -> YearReader.year(item, components.findings());
            case MONTH -> new BlockSpan.Month();
            case null -> new BlockSpan.Month();
        };
    }

    private Set<Month> months(BlockSpan span) {
        if (span instanceof BlockSpan.Year && item.has("months")) {
            find("months", "'months' of bounds that are of a year", "a year's blocks in all its months");
        }
        return BandReader.months(item);
    }

    private @Nullable Persons persons() {
        YamlFields fields = item.fields("persons", "how many count: from, to", PERSONS_KNOWN);
        if (fields == null) {
            return null;
        }
        int least = fields.whole("from", 0, PERSONS_MAX);
        int most = fields.whole("to", 1, PERSONS_MAX);
        if (most < least) {
            components.findings().add(fields.placeOf("to"), Integer.toString(most), "not less than from, " + least);
        }
        Integer ifUnknown = fields.has("ifUnknown") ? fields.whole("ifUnknown", 0, PERSONS_MAX) : null;
        return new Persons(least, Math.max(least, most), ifUnknown);
    }

    private SortedMap<Decimal, Decimal> meterSizes() {
        SortedMap<Decimal, Decimal> sizes = new TreeMap<>();
        List<YamlFields> lines = item.has("meterSizes")
                ? item.items("meterSizes", "a size and how many times bounds count", SIZE_KNOWN)
                : List.of();
        for (YamlFields line : lines) {
            Decimal size = line.number("size", Limit.ABOVE_ZERO);
            if (sizes.putIfAbsent(size, line.number("times", Limit.ABOVE_ZERO)) != null) {
                components.findings().add(line.placeOf("size"), size + " a second time", "each size once");
            }
        }
        return sizes;
    }

    private List<BlockTier> tiers(BlockSpan span) {
        List<BlockTier> tiers = new ArrayList<>();
        List<YamlFields> blocks = item.items("blocks", "a block", BLOCK_KNOWN, BlockTier.MOST);
        Ladder ladder = new Ladder(components.findings(), blocks.size());
        boolean selective = false;
        for (YamlFields block : blocks) {
            Decimal perPerson = ladder.perPerson(block);
            Decimal upTo = ladder.upperBound(block);
            Decimal tolerance = ladder.tolerance(block, upTo);
            checkPerPerson(block);
            BlockMode mode = mode(block, selective, span);
            selective |= mode == BlockMode.SELECTIVE;
            Decimal price = components.price(block, charge, null, tiers.size() + 1);
            tiers.add(new BlockTier(upTo, tolerance, perPerson, mode, price));
        }
        return tiers;
    }

    private void checkPerPerson(YamlFields block) {
        if (!item.has("persons") && block.has("perPerson")) {
            find(block, "perPerson", "a bound by persons", "'persons', how many count, beside the blocks");
        }
        if (item.has("persons") && block.has("tolerance")) {
            find(block, "tolerance", "a tolerance where bounds hang on persons", "bounds alone");
        }
    }

    private BlockMode mode(YamlFields block, boolean selectiveBefore, BlockSpan span) {
        BlockMode mode = block.choice("mode", MODES);
        if (selectiveBefore && mode == BlockMode.PROGRESSIVE) {
            find(block, "mode", "a progressive block above a selective one", "selective from there up");
        }
        if (mode == BlockMode.SELECTIVE && span instanceof BlockSpan.Year) {
            find(block, "mode", "a selective block of a year", "progressive: bills that are made stay as they are");
        }
        return mode == null ? BlockMode.PROGRESSIVE : mode;
    }

    private void find(YamlFields block, String field, String found, String expected) {
        components.findings().add(block.placeOf(field), found, expected);
    }
}
