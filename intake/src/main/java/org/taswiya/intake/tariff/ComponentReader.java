package org.taswiya.intake.tariff;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Unit;
import org.taswiya.core.tariff.ChargedPer;
import org.taswiya.core.tariff.Proration;
import org.taswiya.core.tariff.TariffComponent;
import org.taswiya.core.tariff.TariffComponent.BlockCharge;
import org.taswiya.core.tariff.TariffComponent.FixedCharge;
import org.taswiya.core.tariff.TariffComponent.VolumeCharge;
import org.taswiya.core.tariff.TariffComponent.YearLimit;
import org.taswiya.intake.tariff.TariffPlaceholder.Figure;
import org.taswiya.intake.yaml.Findings;
import org.taswiya.intake.yaml.Limit;
import org.taswiya.intake.yaml.YamlFields;
import org.taswiya.intake.yaml.YamlNode.Mapping;
import org.taswiya.intake.yaml.YamlNode.Scalar;

/// Reads the `components` of one version.
final class ComponentReader {

    static final Pattern CODE = Pattern.compile("[a-z][a-z0-9-]*");

    private enum Kind {
        BLOCKS,
        BANDS,
        DEMAND,
        VOLUME_OF,
        FIXED,
        SEWER,
        SIZED,
        PER_UNIT,
        RIDER,
        DISCOUNT,
        MAXIMUM,
        DROUGHT,
        SUBSCRIBED,
        OVERRUN,
        BILLED_DEMAND,
        REACTIVE,
        POWER_FACTOR,
        EXPORT,
        NET_METERING,
        MINIMUM;

        /// The fields that components of this kind alone have.
        Set<String> own() {
            return switch (this) {
                case BLOCKS -> BlockReader.OWN;
                case BANDS -> Set.of("bands", "bounds", BandCalendars.FIELD);
                case DEMAND -> BandReader.OF_DEMAND;
                case VOLUME_OF -> Set.of("follows", "rounding", "prices");
                case FIXED -> Set.of("perDay", "perMonth", "perYear", IndexReader.INDEXED);
                case MINIMUM -> LimitReader.OF_MINIMUM;
                case SEWER -> SewerReader.OWN;
                case SIZED -> Set.of("by", "per", "sizes");
                case PER_UNIT -> Set.of("price", "months", IndexReader.INDEXED);
                case RIDER -> Set.of("of", "rate");
                case DISCOUNT -> HangingReader.OF_DISCOUNT;
                case MAXIMUM -> LimitReader.OF_MAXIMUM;
                case DROUGHT -> DroughtReader.OWN;
                case SUBSCRIBED -> Set.of("unit", "band", "per", "blocks");
                case OVERRUN -> Set.of("unit", "band", BandCalendars.FIELD, "months", "per", "allowed", "price");
                case BILLED_DEMAND -> Set.of("unit", "months", "powerFactor", "floors", "blocks");
                case REACTIVE -> Set.of("band", "months", "tanPhi", "price");
                case EXPORT -> Set.of("band", "months", "excess", "blocks");
                case NET_METERING -> Set.of("settlement", "excess");
                case POWER_FACTOR -> Set.of("of", "below", "rate", "bonus");
            };
        }
    }

    static final Map<String, ChargedPer> PER =
            Map.of("perDay", ChargedPer.DAY, "perMonth", ChargedPer.MONTH, "perYear", ChargedPer.YEAR);
    private static final Map<String, Kind> KINDS = Map.ofEntries(
            Map.entry("blocks", Kind.BLOCKS),
            Map.entry("bands", Kind.BANDS),
            Map.entry("demand", Kind.DEMAND),
            Map.entry("volume-of", Kind.VOLUME_OF),
            Map.entry("fixed", Kind.FIXED),
            Map.entry("sewer", Kind.SEWER),
            Map.entry("sized", Kind.SIZED),
            Map.entry("per-unit", Kind.PER_UNIT),
            Map.entry("rider", Kind.RIDER),
            Map.entry("discount", Kind.DISCOUNT),
            Map.entry("maximum", Kind.MAXIMUM),
            Map.entry("drought", Kind.DROUGHT),
            Map.entry("subscribed", Kind.SUBSCRIBED),
            Map.entry("overrun", Kind.OVERRUN),
            Map.entry("billed-demand", Kind.BILLED_DEMAND),
            Map.entry("reactive", Kind.REACTIVE),
            Map.entry("power-factor", Kind.POWER_FACTOR),
            Map.entry("export", Kind.EXPORT),
            Map.entry("net-metering", Kind.NET_METERING),
            Map.entry("minimum", Kind.MINIMUM));
    private static final Map<String, Boolean> JOINT = Map.of("joint", true);

    /// What components of every kind have.
    private static final Set<String> OF_ALL =
            Set.of("component", "kind", "tax", "clause", "source", "derived", "placeholder");

    private static final Set<String> KNOWN = union(Kind.values());
    private static final Set<String> PRICE_KNOWN = Set.of("price", "source", "derived", "placeholder");

    private final Findings findings;
    private final PlaceholderNotes placeholders;
    private final TaxReader taxes;
    private final Set<String> taxClasses;
    private final Unit unit;
    private final BandCalendars calendars;
    private final DatesReader dates;
    private @Nullable YearLimit yearLimit;

    ComponentReader(
            Findings findings,
            PlaceholderNotes placeholders,
            TaxReader taxes,
            Set<String> taxClasses,
            Unit unit,
            BandCalendars calendars,
            Map<String, PriceIndex> indexes) {
        this.dates = new DatesReader(findings, indexes);
        this.findings = findings;
        this.placeholders = placeholders;
        this.taxes = taxes;
        this.taxClasses = taxClasses;
        this.unit = unit;
        this.calendars = calendars;
    }

    /// What the version says for all its components.
    record Version(
            String name,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            String clause,
            Proration proration,
            @Nullable Provenance provenance) {}

    Findings findings() {
        return findings;
    }

    BandCalendars calendars() {
        return calendars;
    }

    List<DatedComponent> read(YamlFields fields, Version version) {
        List<TariffComponent> components = new ArrayList<>();
        List<DatedComponent> dated = new ArrayList<>();
        Map<String, YamlFields> byCode = new HashMap<>();
        for (YamlFields item : fields.items("components", "a component", KNOWN, ComponentReader::meant)) {
            DatedComponent read = component(item, version);
            TariffComponent component = read == null ? null : read.usual();
            if (component != null && byCode.putIfAbsent(component.code(), item) != null) {
                findings.add(
                        item.placeOf("component"),
                        "'" + component.code() + "' a second time",
                        "each component once in " + version.name());
            } else if (read != null) {
                components.add(read.usual());
                dated.add(read);
            }
        }
        for (TariffComponent component : components) {
            if (component instanceof VolumeCharge follower) {
                checkFollowed(follower, byCode.get(follower.code()), components);
            }
        }
        new HangingCheck(findings, version.proration(), byCode, components).check();
        yearLimit = LimitReader.check(findings, byCode, components, yearLimit);
        new PastCheck(findings, byCode).check(components);
        PowerReader.checkBands(findings, byCode, components);
        ExportReader.checkOnce(findings, byCode, components);
        return dated;
    }

    private static Set<String> union(Kind... kinds) {
        Set<String> fields = new TreeSet<>(OF_ALL);
        for (Kind kind : kinds) {
            fields.addAll(kind.own());
        }
        return Set.copyOf(fields);
    }

    /// The fields of its kind, where it has one.
    private static Set<String> meant(Mapping item) {
        Mapping.Entry entry = item.entries().get("kind");
        Kind kind = entry != null && entry.value() instanceof Scalar scalar ? KINDS.get(scalar.text()) : null;
        return kind == null ? KNOWN : union(kind);
    }

    private @Nullable DatedComponent component(YamlFields item, Version version) {
        String code = item.name("component", CODE, "a component's code such as energy");
        Kind kind = item.choice("kind", KINDS);
        String taxClass = taxClass(item, version);
        String clause = item.has("clause") ? item.text("clause") : version.clause();
        if (kind == null || code.isEmpty()) {
            return null;
        }
        refuseForeign(item, kind);
        String subject = code + " from " + version.from();
        Charge charge = new Charge(code, subject, version, note(item, subject, version));
        return kind == Kind.DROUGHT
                ? new DroughtReader(this, charge).read(item, unit, taxClass, clause)
                : dates.of(undated(kind, item, charge, taxClass, clause), item, version);
    }

    private TariffComponent undated(Kind kind, YamlFields item, Charge charge, String taxClass, String clause) {
        String code = charge.code();
        return switch (kind) {
            case BLOCKS -> new BlockReader(this, charge, item).read(unit, taxClass, clause);
            case VOLUME_OF -> volumeOf(item, charge, taxClass, clause);
            case BANDS -> new BandReader(this, charge).bands(item, unit, taxClass, clause);
            case DEMAND -> new BandReader(this, charge).demand(item, taxClass, clause);
            case FIXED -> new FixedCharge(code, amount(item, charge, Limit.ZERO_OR_MORE), per(item), taxClass, clause);
            case SEWER -> new SewerReader(this, charge).read(item, unit, taxClass, clause);
            case SIZED -> new SizedReader(this, charge).read(item, taxClass, clause);
            case PER_UNIT -> new HangingReader(this, charge).perUnit(item, unit, taxClass, clause);
            case RIDER -> new HangingReader(this, charge).rider(item, taxClass, clause);
            case DISCOUNT -> new HangingReader(this, charge).discount(item, taxClass, clause);
            case MAXIMUM -> new LimitReader(this, charge).maximum(item, taxClass, clause);
            case SUBSCRIBED -> new PowerReader(this, charge).subscribed(item, taxClass, clause);
            case OVERRUN -> new PowerReader(this, charge).overrun(item, taxClass, clause);
            case BILLED_DEMAND -> new PowerReader(this, charge).billedDemand(item, taxClass, clause);
            case REACTIVE -> new PowerReader(this, charge).reactive(item, taxClass, clause);
            case POWER_FACTOR -> new PowerReader(this, charge).powerFactor(item, taxClass, clause);
            case EXPORT -> new ExportReader(this, charge).export(item, unit, taxClass, clause);
            case NET_METERING -> new ExportReader(this, charge).netMetering(item, unit, taxClass, clause);
            case DROUGHT -> throw new IllegalStateException(code + " has days of its own");
            case MINIMUM -> new LimitReader(this, charge).minimum(item, taxClass, clause);
        };
    }

    /// A component on its way, for the figures inside it.
    record Charge(
            String code,
            String subject,
            Version version,
            @Nullable Provenance stated) {
        @Nullable Provenance around() {
            return stated == null ? version.provenance() : stated;
        }
    }

    @Nullable Provenance note(YamlFields fields, String subject, Version version) {
        Provenance stated = Provenance.stated(fields);
        placeholders.note(stated, subject, version.from(), version.to());
        return stated;
    }

    private void refuseForeign(YamlFields item, Kind kind) {
        Set<String> foreign = new TreeSet<>();
        for (Kind other : Kind.values()) {
            foreign.addAll(other.own());
        }
        foreign.removeAll(kind.own());
        for (String field : foreign) {
            if (item.has(field)) {
                findings.add(
                        item.placeOf(field),
                        "'" + field + "' on a component of another kind",
                        "of such fields only " + String.join(", ", new TreeSet<>(kind.own())));
            }
        }
    }

    private String taxClass(YamlFields item, Version version) {
        String taxClass = item.name("tax", TaxReader.TAX_CLASS, "'tax', a class of the taxes above");
        if (!taxClass.isEmpty() && !taxClasses.contains(taxClass)) {
            findings.add(
                    item.placeOf("tax"),
                    "the unknown tax class '" + taxClass + "'",
                    "one of " + String.join(", ", new TreeSet<>(taxClasses)));
        } else if (version.from() != null) {
            taxes.checkInForce(taxClass, version.from());
        }
        return taxClass;
    }

    /// Puts a price on the statement that it rests on; none is a finding.
    private static void rest(YamlFields fields, @Nullable Provenance nearest, Figure figure) {
        if (nearest == null) {
            String band = figure.band() == null ? "" : " " + figure.band();
            String block = figure.block() == 0 ? "" : " block " + figure.block();
            Provenance.reportMissing(fields, figure.component() + band + block);
        } else {
            nearest.covers(figure);
        }
    }

    /// What the amount is stated for; more or fewer than one is a finding of [#amount].
    static ChargedPer per(YamlFields item) {
        return PER.entrySet().stream()
                .filter(entry -> item.has(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(ChargedPer.MONTH);
    }

    Decimal amount(YamlFields item, Charge charge, Limit limit) {
        rest(item, charge.around(), new Figure(charge.code(), null, 0));
        List<String> stated = PER.keySet().stream().filter(item::has).sorted().toList();
        if (stated.size() > 1) {
            findings.add(
                    item.placeOf(stated.get(1)), "'" + stated.get(1) + "' beside " + stated.getFirst(), "one of them");
        }
        return item.number(stated.isEmpty() ? "perMonth" : stated.getFirst(), limit);
    }

    /// @param band null for a price of every hour
    Decimal price(YamlFields block, Charge charge, @Nullable String band, int number) {
        String of = band == null ? charge.code() : charge.code() + " " + band;
        String subject = of + " block " + number + " from " + charge.version().from();
        Provenance own = note(block, subject, charge.version());
        rest(block, own == null ? charge.around() : own, new Figure(charge.code(), band, number));
        return block.number("price", Limit.ZERO_OR_MORE);
    }

    /// The one figure of a component.
    Decimal figure(YamlFields item, Charge charge, String field, Limit limit) {
        rest(item, charge.around(), new Figure(charge.code(), null, 0));
        return item.number(field, limit);
    }

    // ------------------------------------------------------------------------------------------------- followers

    private VolumeCharge volumeOf(YamlFields item, Charge charge, String taxClass, String clause) {
        String follows = item.name("follows", CODE, "'follows', the code of a component with blocks");
        item.choice("rounding", JOINT);
        List<Decimal> prices = new ArrayList<>();
        for (YamlFields price : item.items("prices", "a price", PRICE_KNOWN)) {
            prices.add(price(price, charge, null, prices.size() + 1));
        }
        return new VolumeCharge(charge.code(), follows, prices, taxClass, clause);
    }

    private void checkFollowed(VolumeCharge follower, @Nullable YamlFields item, List<TariffComponent> components) {
        if (item == null || follower.follows().isEmpty()) {
            return;
        }
        for (TariffComponent component : components) {
            if (component instanceof BlockCharge blocks && blocks.code().equals(follower.follows())) {
                if (blocks.tiers().size() != follower.prices().size()) {
                    findings.add(
                            item.placeOf("prices"),
                            follower.prices().size() + " prices",
                            blocks.tiers().size() + ", one for each block of " + blocks.code());
                }
                return;
            }
        }
        findings.add(
                item.placeOf("follows"),
                "'" + follower.follows() + "', which has no blocks in this version",
                "the code of a component of kind blocks");
    }
}
