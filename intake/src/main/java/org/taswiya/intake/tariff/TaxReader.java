package org.taswiya.intake.tariff;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.tariff.BlockTier;
import org.taswiya.core.tariff.PaymentChannel;
import org.taswiya.core.tariff.Tax;
import org.taswiya.core.tariff.Tax.DatedRate;
import org.taswiya.core.tariff.Tax.LevyTier;
import org.taswiya.core.tariff.Tax.LevyVersion;
import org.taswiya.core.tariff.Tax.PaymentDuty;
import org.taswiya.core.tariff.Tax.ValueAddedTax;
import org.taswiya.core.tariff.Tax.VolumeLevy;
import org.taswiya.intake.yaml.Findings;
import org.taswiya.intake.yaml.Limit;
import org.taswiya.intake.yaml.YamlFields;
import org.taswiya.intake.yaml.YamlNode;

/// Reads the `taxes` of a book.
final class TaxReader {

    static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9-]*");
    static final Pattern TAX_CLASS = Pattern.compile("[a-z][a-z0-9-]*");

    private enum Kind {
        VALUE_ADDED,
        LEVY,
        PAYMENT_DUTY
    }

    private static final Map<String, Kind> KINDS =
            Map.of("value-added", Kind.VALUE_ADDED, "levy", Kind.LEVY, "payment-duty", Kind.PAYMENT_DUTY);
    private static final Map<String, PaymentChannel> CHANNELS = Arrays.stream(PaymentChannel.values())
            .collect(Collectors.toUnmodifiableMap(PaymentChannel::code, channel -> channel));

    private static final Set<String> KNOWN = Set.of("code", "kind", "class", "paidBy", "clause", "rates", "versions");
    private static final Set<String> RATE_KNOWN = Set.of("from", "rate", "source", "derived", "placeholder");
    private static final Set<String> LEVY_KNOWN =
            Set.of("from", "exemptUpTo", "blocks", "capPerMonth", "source", "derived", "placeholder");
    private static final Set<String> TIER_KNOWN = Set.of("above", "upTo", "rate");

    private final Findings findings;
    private final PlaceholderNotes placeholders;

    /// Tax class to where its rates begin, for [#checkInForce].
    private final Map<String, Start> starts = new HashMap<>();

    private record Start(YamlNode at, LocalDate day) {}

    TaxReader(Findings findings, PlaceholderNotes placeholders) {
        this.findings = findings;
        this.placeholders = placeholders;
    }

    /// All taxes of the book that could be read.
    List<Tax> read(YamlFields book) {
        List<Tax> taxes = new ArrayList<>();
        Map<String, YamlNode> classes = new HashMap<>();
        for (YamlFields fields : book.items("taxes", "a tax", KNOWN)) {
            Tax tax = tax(fields);
            if (tax instanceof ValueAddedTax vat && classes.putIfAbsent(vat.taxClass(), fields.place()) != null) {
                findings.add(fields.placeOf("class"), "class '" + vat.taxClass() + "' again", "each class once");
            } else if (tax != null) {
                taxes.add(tax);
            }
        }
        return taxes;
    }

    private @Nullable Tax tax(YamlFields fields) {
        Kind kind = fields.choice("kind", KINDS);
        String code = fields.name("code", CODE, "a code in capitals such as VAT");
        String clause = fields.text("clause");
        if (kind == null) {
            return null;
        }
        refuseForeign(fields, kind);
        return switch (kind) {
            case VALUE_ADDED -> valueAdded(fields, code, clause);
            case LEVY -> new VolumeLevy(code, levyVersions(fields, code), clause);
            case PAYMENT_DUTY -> duty(fields, code, clause);
        };
    }

    /// A field that belongs to another kind of tax.
    private void refuseForeign(YamlFields fields, Kind kind) {
        refuse(fields, "class", kind != Kind.VALUE_ADDED, "only a value-added tax has classes");
        refuse(fields, "paidBy", kind != Kind.PAYMENT_DUTY, "only a payment-duty depends on the way of paying");
        refuse(fields, "versions", kind != Kind.LEVY, "rates: only a levy has versions with blocks");
        refuse(fields, "rates", kind == Kind.LEVY, "versions: a levy has versions with blocks");
    }

    private void refuse(YamlFields fields, String field, boolean foreign, String reason) {
        if (foreign && fields.has(field)) {
            findings.add(fields.placeOf(field), "'" + field + "' on a tax of another kind", reason);
        }
    }

    private ValueAddedTax valueAdded(YamlFields fields, String code, String clause) {
        String taxClass = fields.name("class", TAX_CLASS, "'class', a name such as electricity-energy");
        List<YamlFields> items = fields.items("rates", "a rate", RATE_KNOWN);
        List<DatedRate> rates = rates(items, code + " " + taxClass);
        if (!rates.isEmpty()) {
            starts.put(
                    taxClass,
                    new Start(items.getFirst().placeOf("from"), rates.getFirst().from()));
        }
        return new ValueAddedTax(code, taxClass, rates, clause);
    }

    private @Nullable Tax duty(YamlFields fields, String code, String clause) {
        PaymentChannel paidBy = fields.choice("paidBy", CHANNELS);
        List<DatedRate> rates = rates(fields.items("rates", "a rate", RATE_KNOWN), code);
        return paidBy == null ? null : new PaymentDuty(code, paidBy, rates, clause);
    }

    private List<DatedRate> rates(List<YamlFields> items, String subject) {
        List<DatedRate> rates = new ArrayList<>();
        LocalDate previous = null;
        for (YamlFields item : items) {
            LocalDate from = laterThan(previous, item);
            Decimal rate = item.number("rate", Limit.SHARE);
            placeholders.note(Provenance.demanded(item, "a rate"), subject + " from " + from, from, null);
            if (from != null) {
                rates.add(new DatedRate(from, rate));
                previous = from;
            }
        }
        return rates;
    }

    private @Nullable LocalDate laterThan(@Nullable LocalDate previous, YamlFields item) {
        LocalDate from = item.date("from");
        if (from != null && previous != null && !from.isAfter(previous)) {
            findings.add(
                    item.placeOf("from"),
                    from.toString(),
                    "a date after " + previous + ", where the one before begins");
        }
        return from;
    }

    // ---------------------------------------------------------------------------------------------------- levies

    private List<LevyVersion> levyVersions(YamlFields fields, String code) {
        List<LevyVersion> versions = new ArrayList<>();
        LocalDate previous = null;
        for (YamlFields item : fields.items("versions", "a version of the levy", LEVY_KNOWN)) {
            LocalDate from = laterThan(previous, item);
            Decimal exempt = item.number("exemptUpTo", Limit.ZERO_OR_MORE);
            Decimal cap = item.optionalNumber("capPerMonth", Limit.ABOVE_ZERO);
            List<LevyTier> tiers = levyTiers(item);
            Provenance provenance = Provenance.demanded(item, "a version of the levy");
            placeholders.note(provenance, code + " from " + from, from, null);
            if (from != null) {
                versions.add(new LevyVersion(from, exempt, tiers, cap));
                previous = from;
            }
        }
        return versions;
    }

    private List<LevyTier> levyTiers(YamlFields version) {
        List<LevyTier> tiers = new ArrayList<>();
        List<YamlFields> items = version.items("blocks", "a block", TIER_KNOWN, BlockTier.MOST);
        Ladder ladder = new Ladder(findings, items.size());
        for (YamlFields item : items) {
            Decimal upTo = ladder.upperBound(item);
            tiers.add(new LevyTier(upTo, item.number("rate", Limit.ZERO_OR_MORE)));
        }
        return tiers;
    }

    // ----------------------------------------------------------------------------------------- rates and versions

    /// Reports a tax class whose first rate comes later than the version that needs it.
    void checkInForce(String taxClass, LocalDate versionFrom) {
        Start start = starts.get(taxClass);
        if (start != null && start.day().isAfter(versionFrom)) {
            findings.add(
                    start.at(),
                    "rates of '" + taxClass + "' that begin " + start.day(),
                    "a rate by " + versionFrom + ", when prices of that class begin");
            starts.remove(taxClass); // once is enough
        }
    }
}
