package org.taswiya.intake.tariff;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.tariff.BillDeterminants;
import org.taswiya.core.tariff.Determinant;
import org.taswiya.core.tariff.DeterminantGap;
import org.taswiya.core.tariff.PaymentChannel;
import org.taswiya.core.tariff.Tariff;
import org.taswiya.core.tariff.TariffComponent;
import org.taswiya.core.tariff.Tax;
import org.taswiya.intake.tariff.WorkedExample.Expectation;
import org.taswiya.intake.tariff.WorkedExample.Subject;
import org.taswiya.intake.yaml.Findings;
import org.taswiya.intake.yaml.Limit;
import org.taswiya.intake.yaml.YamlFields;
import org.taswiya.intake.yaml.YamlNode;
import org.taswiya.intake.yaml.YamlNode.Mapping;

/// Reads the `examples` of a book.
final class ExampleReader {

    private static final Set<String> KNOWN = Set.of(
            "name",
            "period",
            "usage",
            "demand",
            "determinants",
            "households",
            "paidBy",
            "expect",
            "source",
            "derived",
            "placeholder");
    private static final Set<String> PERIOD_KNOWN = Set.of("from", "to");
    private static final Set<String> EXPECT_KNOWN =
            Set.of("net", "tax", "total", "byComponent", "byTax", "blocks", "tolerance");
    private static final Pattern BLOCK = Pattern.compile("[1-9]\\d?");
    private static final int HOUSEHOLDS_MAX = 10_000;

    /// The name of demand that is told for no time band.
    private static final String WHOLE = "whole";

    private static final Map<String, PaymentChannel> CHANNELS = Arrays.stream(PaymentChannel.values())
            .collect(Collectors.toUnmodifiableMap(PaymentChannel::code, channel -> channel));

    private final Findings findings;
    private final PlaceholderNotes placeholders;

    /// Whether the rest of the book was read without a fault, so that its dates and codes are known.
    private final boolean bookKnown;

    ExampleReader(Findings findings, PlaceholderNotes placeholders) {
        this.findings = findings;
        this.placeholders = placeholders;
        this.bookKnown = findings.isEmpty();
    }

    /// @param tariff as far as the book gives one, to know its dates and codes
    List<WorkedExample> read(YamlFields book, Tariff tariff) {
        List<WorkedExample> examples = new ArrayList<>();
        for (YamlFields item : book.items("examples", "a worked example", KNOWN)) {
            WorkedExample example = example(item, tariff);
            if (example != null) {
                examples.add(example);
            }
        }
        return examples;
    }

    private @Nullable WorkedExample example(YamlFields item, Tariff tariff) {
        String name = item.text("name");
        DateRange period = period(item);
        Tariff priced = bookKnown && period != null && tariff.covers(period) ? tariff.in(period) : tariff;
        BillDeterminants told = use(item, tariff, priced);
        BillDeterminants use = new ToldReader(findings, asked(tariff)).read(item, told);
        int households = item.has("households") ? item.whole("households", 1, HOUSEHOLDS_MAX) : 1;
        PaymentChannel paidBy = item.has("paidBy") ? item.choice("paidBy", CHANNELS) : null;
        Provenance provenance = Provenance.demanded(item, "an example");
        placeholders.note(provenance, "the example '" + name + "'", period == null ? null : period.from(), null);
        YamlFields expect = item.fields("expect", "what is expected", EXPECT_KNOWN);
        if (expect == null || period == null) {
            return null;
        }
        if (bookKnown && !tariff.covers(period)) {
            findings.add(item.placeOf("period"), period.toString(), "a period inside the versions of this book");
        } else if (bookKnown) {
            tariff.resolve(period, households).gap(use).ifPresent(gap -> report(gap, item));
        }
        Decimal tolerance = expect.optionalNumber("tolerance", Limit.ZERO_OR_MORE);
        return new WorkedExample(
                name,
                item.place().line(),
                period,
                use,
                households,
                paidBy,
                tolerance == null ? Decimal.ZERO : tolerance,
                expectations(expect, tariff));
    }

    private Set<Determinant> asked(Tariff tariff) {
        Set<Determinant> asked = EnumSet.allOf(Determinant.class);
        if (bookKnown) {
            asked.removeIf(one -> !tariff.determinants().contains(one)
                    && !tariff.optionalDeterminants().contains(one));
        }
        return asked;
    }

    /// One number, or one for each time band. What its period does not ask for may be told, where the book asks for it
    /// on other days.
    ///
    /// @param ofPeriod the versions of its period
    private BillDeterminants use(YamlFields item, Tariff tariff, Tariff ofPeriod) {
        Map<String, Fraction> demand = quantities(item, "demand", tariff.demandNames());
        if (bookKnown && !isTold(item, "demand") && ofPeriod.isOfDemand()) {
            findings.add(item.place(), "no 'demand'", "the highest demand of the period, for this book charges it");
        }
        if (item.optional("usage") instanceof Mapping) {
            return BillDeterminants.of(quantities(item, "usage", tariff.timeBands()), demand);
        }
        Set<String> bands = ofPeriod.timeBands();
        if (bookKnown && bands.size() > 1) {
            findings.add(item.placeOf("usage"), "one usage", "that of each time band, " + names(bands));
        }
        return new BillDeterminants(Fraction.of(item.number("usage", Limit.ZERO_OR_MORE)), Map.of(), demand, Map.of());
    }

    /// Whether something stands there, right or wrong.
    private static boolean isTold(YamlFields item, String field) {
        return item.has(field)
                && !(item.optional(field) instanceof Mapping mapping
                        && mapping.entries().isEmpty());
    }

    private void report(DeterminantGap gap, YamlFields item) {
        String code = gap.determinant().code();
        if (gap.found() == null) {
            String expected = gap.determinant().parts() == Determinant.Parts.NONE ? "it" : gap.expected();
            findings.add(
                    item.place(), "no '" + code + "' in 'determinants'", expected + ", for this book charges by it");
        } else {
            findings.add(
                    item.placeOf("determinants"),
                    code + " " + gap.found(),
                    gap.expected() + ", for which " + gap.component() + " has a price");
        }
    }

    /// A number that stands alone is of the whole.
    private Map<String, Fraction> quantities(YamlFields item, String field, Set<String> bands) {
        Map<String, Fraction> quantities = new LinkedHashMap<>();
        if (item.has(field) && !(item.optional(field) instanceof Mapping)) {
            quantities.put(WHOLE, Fraction.of(item.number(field, Limit.ZERO_OR_MORE)));
            return quantities;
        }
        for (Mapping.Entry entry :
                item.entries(field, "quantities by time band").values()) {
            Decimal value = item.numberOf(entry.value(), Limit.ZERO_OR_MORE);
            if (bookKnown && !bands.contains(entry.key().text())) {
                findings.add(
                        entry.key(),
                        "'" + entry.key().text() + "'",
                        bands.isEmpty() ? "one number, for no time band divides the " + field : names(bands));
            } else if (value != null) {
                quantities.put(entry.key().text(), Fraction.of(value));
            }
        }
        return quantities;
    }

    private @Nullable DateRange period(YamlFields item) {
        YamlFields fields = item.fields("period", "a period: from, to", PERIOD_KNOWN);
        if (fields == null) {
            return null;
        }
        LocalDate from = fields.date("from");
        LocalDate to = fields.date("to");
        if (from == null || to == null) {
            return null;
        }
        if (!to.isAfter(from)) {
            findings.add(fields.placeOf("to"), to.toString(), "a day after " + from + " (the last day is not in)");
            return null;
        }
        return DateRange.of(from, to);
    }

    private List<Expectation> expectations(YamlFields expect, Tariff tariff) {
        List<Expectation> all = new ArrayList<>();
        addSum(expect, "net", Subject.NET, all);
        addSum(expect, "tax", Subject.TAX, all);
        addSum(expect, "total", Subject.TOTAL, all);
        Set<String> components = componentCodes(tariff);
        addEntries(expect, "byComponent", Subject.COMPONENT, components::contains, names(components), all);
        Set<String> taxes = tariff.taxes().stream().map(Tax::code).collect(Collectors.toCollection(TreeSet::new));
        addEntries(expect, "byTax", Subject.TAX_CODE, taxes::contains, names(taxes), all);
        addEntries(expect, "blocks", Subject.BLOCK, BLOCK.asMatchPredicate(), "the number of a block", all);
        if (all.isEmpty()) {
            findings.add(expect.place(), "no expected figure", "at least " + names(new TreeSet<>(EXPECT_KNOWN)));
        }
        return all;
    }

    private static Set<String> componentCodes(Tariff tariff) {
        return tariff.versions().stream()
                .flatMap(version -> version.components().stream())
                .map(TariffComponent::code)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String names(Set<String> codes) {
        return codes.isEmpty() ? "one number, for no time band divides it" : "one of " + String.join(", ", codes);
    }

    private static void addSum(YamlFields expect, String field, Subject subject, List<Expectation> all) {
        YamlNode place = expect.optional(field);
        Decimal value = expect.optionalNumber(field, Limit.ANY);
        if (place != null && value != null) {
            all.add(new Expectation(place.line(), place.column(), subject, "", value));
        }
    }

    private void addEntries(
            YamlFields expect,
            String field,
            Subject subject,
            Predicate<String> known,
            String expected,
            List<Expectation> all) {
        for (Mapping.Entry entry : expect.entries(field, "figures by name").values()) {
            String key = entry.key().text();
            Decimal value = expect.numberOf(entry.value(), subject == Subject.BLOCK ? Limit.ZERO_OR_MORE : Limit.ANY);
            if (!known.test(key) && (bookKnown || subject == Subject.BLOCK)) {
                findings.add(entry.key(), "'" + key + "'", expected);
            } else if (value != null) {
                all.add(new Expectation(entry.value().line(), entry.value().column(), subject, key, value));
            }
        }
    }
}
