package org.taswiya.intake.tariff;

import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.tariff.BlockTier;
import org.taswiya.core.tariff.IndexedClause;
import org.taswiya.core.tariff.TariffComponent;
import org.taswiya.core.tariff.TariffComponent.BlockCharge;
import org.taswiya.core.tariff.TariffComponent.DemandCharge;
import org.taswiya.core.tariff.TariffComponent.FixedCharge;
import org.taswiya.core.tariff.TariffComponent.UnitCharge;
import org.taswiya.intake.tariff.ComponentReader.Version;
import org.taswiya.intake.tariff.DatedComponent.Stretch;
import org.taswiya.intake.yaml.Findings;
import org.taswiya.intake.yaml.Limit;
import org.taswiya.intake.yaml.YamlFields;

/// Reads the days of a component inside its version: those on which it is charged, and those on which an index has
/// another value.
final class DatesReader {
    private static final Set<String> INDEXED_KNOWN = Set.of("by", "base", "decimals", "missing");
    private static final Map<String, Boolean> MISSING = Map.of("refused", false, "last-known", true);
    private static final int DECIMALS_MOST = 9;

    private final Findings findings;
    private final Map<String, PriceIndex> indexes;

    DatesReader(Findings findings, Map<String, PriceIndex> indexes) {
        this.findings = findings;
        this.indexes = indexes;
    }

    DatedComponent of(TariffComponent component, YamlFields item, Version version) {
        if (item.has(IndexReader.INDEXED)) {
            return indexed(component, item, version);
        }
        LocalDate from = item.optionalDate("from");
        LocalDate to = item.optionalDate("to");
        if (from != null && to != null && !to.isAfter(from)) {
            findings.add(item.placeOf("to"), to.toString(), "a day after " + from);
        }
        checkWithin(item, "from", from, version);
        checkWithin(item, "to", to == null ? null : to.minusDays(1), version);
        return DatedComponent.of(component, from, to);
    }

    private void checkWithin(YamlFields item, String field, @Nullable LocalDate day, Version version) {
        LocalDate begin = version.from();
        LocalDate end = version.to();
        if (day != null && begin != null && (day.isBefore(begin) || (end != null && !day.isBefore(end)))) {
            findings.add(
                    item.placeOf(field),
                    item.placeOf(field).describe() + ", outside " + version.name(),
                    "days from " + begin + (end == null ? "" : " to " + end));
        }
    }

    // ---------------------------------------------------------------------------------------------------- indexes

    private record Rule(PriceIndex index, Decimal base, int decimals, boolean isLastKnown) {
        /// A price as it is in a month, rounded once.
        Decimal price(Decimal published, Decimal value) {
            return Fraction.of(value)
                    .dividedBy(Fraction.of(base))
                    .times(published)
                    .round(decimals, RoundingMode.HALF_UP);
        }

        String clause(String clause, YearMonth month, Decimal value, boolean isOfLater) {
            return new IndexedClause(clause, index.name(), month, isOfLater, value, base).toString();
        }
    }

    private DatedComponent indexed(TariffComponent component, YamlFields item, Version version) {
        YamlFields fields = item.fields(IndexReader.INDEXED, "what indexes it: by, base, decimals", INDEXED_KNOWN);
        Rule rule = fields == null ? null : rule(fields);
        LocalDate from = version.from();
        if (fields == null
                || rule == null
                || from == null
                || rule.index.values().isEmpty()) {
            return DatedComponent.of(component, null, null);
        }
        YearMonth last = rule.index.values().lastKey();
        if (YearMonth.from(from).isBefore(rule.index.values().firstKey())
                || YearMonth.from(from).isAfter(last)) {
            findMissing(fields, rule, YearMonth.from(from));
        }
        LocalDate after = last.plusMonths(1).atDay(1);
        if (!rule.isLastKnown && version.to() != null && version.to().isAfter(after)) {
            findMissing(fields, rule, last.plusMonths(1));
        }
        if (rule.isLastKnown) {
            return lastKnown(component, rule);
        }
        List<Stretch> stretches = monthly(component, rule, rule.index.values());
        return new DatedComponent(component, stretches, after, rule.index.name());
    }

    private static DatedComponent lastKnown(TariffComponent component, Rule rule) {
        NavigableMap<YearMonth, Decimal> known = rule.index.known();
        YearMonth last = known.lastKey();
        Decimal value = known.lastEntry().getValue();
        List<Stretch> stretches = monthly(component, rule, known);
        String clause = rule.clause(component.clause(), last, value, true);
        TariffComponent priced = priced(component, published -> rule.price(published, value), clause);
        stretches.add(new Stretch(last.plusMonths(1).atDay(1), null, priced));
        return new DatedComponent(component, stretches, null, null);
    }

    private static List<Stretch> monthly(
            TariffComponent component, Rule rule, NavigableMap<YearMonth, Decimal> values) {
        List<Stretch> stretches = new ArrayList<>();
        values.forEach((month, value) -> {
            UnaryOperator<Decimal> price = published -> rule.price(published, value);
            TariffComponent priced = priced(component, price, rule.clause(component.clause(), month, value, false));
            stretches.add(new Stretch(month.atDay(1), month.plusMonths(1).atDay(1), priced));
        });
        return stretches;
    }

    private void findMissing(YamlFields fields, Rule rule, YearMonth month) {
        findings.add(
                fields.placeOf("by"),
                "no value of " + rule.index.name() + " for " + month,
                "one for each month of the version, or 'missing: last-known'");
    }

    private @Nullable Rule rule(YamlFields fields) {
        String name = fields.text("by");
        Decimal base = fields.number("base", Limit.ABOVE_ZERO);
        int decimals = fields.whole("decimals", 0, DECIMALS_MOST);
        Boolean isLastKnown = fields.choice("missing", MISSING);
        PriceIndex index = indexes.get(name);
        if (index == null && !name.isEmpty()) {
            String known = indexes.isEmpty()
                    ? "an index of the book, which has none"
                    : "one of " + String.join(", ", new TreeSet<>(indexes.keySet()));
            findings.add(fields.placeOf("by"), "the unknown index '" + name + "'", known);
        }
        return index == null || base.signum() <= 0
                ? null
                : new Rule(index, base, decimals, Boolean.TRUE.equals(isLastKnown));
    }

    /// The same with its prices changed.
    private static TariffComponent priced(TariffComponent component, UnaryOperator<Decimal> price, String clause) {
        return switch (component) {
            case BlockCharge blocks ->
                new BlockCharge(
                        blocks.code(),
                        blocks.unit(),
                        blocks.rule(),
                        blocks.months(),
                        tiers(blocks.tiers(), price),
                        blocks.taxClass(),
                        clause);
            case DemandCharge demand ->
                new DemandCharge(
                        demand.code(),
                        demand.unit(),
                        demand.bands(),
                        demand.months(),
                        tiers(demand.tiers(), price),
                        demand.taxClass(),
                        clause);
            case UnitCharge units ->
                new UnitCharge(
                        units.code(),
                        units.unit(),
                        units.months(),
                        price.apply(units.price()),
                        units.taxClass(),
                        clause);
            case FixedCharge fixed ->
                new FixedCharge(fixed.code(), price.apply(fixed.price()), fixed.per(), fixed.taxClass(), clause);
            case TariffComponent other -> other; // a finding says that it has no index
        };
    }

    private static List<BlockTier> tiers(List<BlockTier> tiers, UnaryOperator<Decimal> price) {
        return tiers.stream()
                .map(tier -> new BlockTier(
                        tier.upTo(), tier.tolerance(), tier.perPerson(), tier.mode(), price.apply(tier.price())))
                .toList();
    }
}
