package org.taswiya.intake.tariff;

import java.time.MonthDay;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.tariff.BlockSpan;
import org.taswiya.core.tariff.ChargedPer;
import org.taswiya.core.tariff.TariffComponent;
import org.taswiya.core.tariff.TariffComponent.MaximumCharge;
import org.taswiya.core.tariff.TariffComponent.MinimumCharge;
import org.taswiya.core.tariff.TariffComponent.YearLimit;
import org.taswiya.intake.tariff.ComponentReader.Charge;
import org.taswiya.intake.yaml.Findings;
import org.taswiya.intake.yaml.Limit;
import org.taswiya.intake.yaml.YamlFields;

/// Reads what all other charges are topped up or taken down to.
final class LimitReader {
    private static final String PER_YEAR = "perYear";
    private static final String PER_UNIT = "perUnit";
    private static final String OF = "of";
    static final Set<String> OF_MINIMUM = Set.of("perDay", "perMonth", PER_YEAR, YearReader.FIELD);
    static final Set<String> OF_MAXIMUM = Set.of(OF, PER_UNIT, "perDay", "perMonth", PER_YEAR, YearReader.FIELD);

    private final ComponentReader components;
    private final Charge charge;

    LimitReader(ComponentReader components, Charge charge) {
        this.components = components;
        this.charge = charge;
    }

    TariffComponent minimum(YamlFields item, String taxClass, String clause) {
        Decimal amount = components.amount(item, charge, Limit.ABOVE_ZERO);
        return item.has(PER_YEAR)
                ? ofYear(item, amount, false, taxClass, clause)
                : new MinimumCharge(charge.code(), amount, ofTime(item), taxClass, clause);
    }

    /// An amount of time, or of a unit.
    TariffComponent maximum(YamlFields item, String taxClass, String clause) {
        HangingReader hanging = new HangingReader(components, charge);
        boolean isOfUnit = item.has(PER_UNIT);
        Decimal amount = isOfUnit
                ? components.figure(item, charge, PER_UNIT, Limit.ABOVE_ZERO)
                : components.amount(item, charge, Limit.ABOVE_ZERO);
        hanging.refuseBeside(item, PER_UNIT, ComponentReader.PER.keySet());
        if (item.has(PER_YEAR)) {
            if (item.has(OF)) {
                find(item, OF, "'of' beside 'perYear'", "all charges of the year: leave 'of' out");
            }
            return ofYear(item, amount, true, taxClass, clause);
        }
        return new MaximumCharge(
                charge.code(), hanging.of(item), amount, isOfUnit ? null : ofTime(item), taxClass, clause);
    }

    /// What was charged in a year is compared at its end; nobody shall take it for a twelfth a month.
    private YearLimit ofYear(YamlFields item, Decimal amount, boolean isMaximum, String taxClass, String clause) {
        if (!item.has(YearReader.FIELD)) {
            find(
                    item,
                    PER_YEAR,
                    "'perYear' without 'yearFrom'",
                    YearReader.EXPECTED + ", at whose end it is compared; or 'perMonth', a twelfth of it");
        }
        BlockSpan.Year year = item.has(YearReader.FIELD)
                ? YearReader.year(item, components.findings())
                : new BlockSpan.Year(MonthDay.of(1, 1));
        return new YearLimit(charge.code(), isMaximum, amount, year, taxClass, clause);
    }

    private ChargedPer ofTime(YamlFields item) {
        if (item.has(YearReader.FIELD)) {
            find(item, YearReader.FIELD, "'yearFrom' on an amount of no year", "it beside 'perYear' alone");
        }
        return ComponentReader.per(item);
    }

    private void find(YamlFields item, String field, String found, String expected) {
        components.findings().add(item.placeOf(field), found, expected);
    }

    /// One number tells what was charged in the year, so all of a version ask for the same one; and a year that began
    /// on another day would be compared twice in part, or not at all.
    ///
    /// @param items where each component stands
    /// @param earlier one of a version before; null where none had any
    /// @return one of this version or those before
    static @Nullable YearLimit check(
            Findings findings,
            Map<String, YamlFields> items,
            List<TariffComponent> components,
            @Nullable YearLimit earlier) {
        Map<Boolean, YearLimit> known = new HashMap<>();
        YearLimit latest = earlier;
        for (TariffComponent component : components) {
            YamlFields item = items.get(component.code());
            if (!(component instanceof YearLimit limit) || item == null) {
                continue;
            }
            YearLimit before = known.putIfAbsent(limit.isMaximum(), limit);
            if (before != null) {
                findings.add(item.placeOf(PER_YEAR), "a second amount of a year beside " + before.code(), "one");
            }
            YearLimit other = known.get(!limit.isMaximum());
            if (other != null) {
                check(findings, item, limit, other);
            }
            if (earlier != null && !limit.year().equals(earlier.year())) {
                findings.add(
                        item.placeOf(YearReader.FIELD),
                        "a year from " + limit.year().from(),
                        "that of the versions before, from " + earlier.year().from()
                                + ": an amount of another year is another tariff");
            }
            latest = limit;
        }
        return latest;
    }

    private static void check(Findings findings, YamlFields item, YearLimit limit, YearLimit other) {
        if (!limit.year().equals(other.year())) {
            findings.add(
                    item.placeOf(YearReader.FIELD),
                    "a year from " + limit.year().from(),
                    "that of " + other.code() + ", from " + other.year().from());
        }
        Decimal most = limit.isMaximum() ? limit.amount() : other.amount();
        Decimal least = limit.isMaximum() ? other.amount() : limit.amount();
        if (most.compareTo(least) < 0) {
            findings.add(
                    item.placeOf(PER_YEAR),
                    "a maximum of " + most + " below the minimum of " + least,
                    "a maximum that is no less than the minimum");
        }
    }
}
