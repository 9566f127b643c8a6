package org.taswiya.intake.urdb;

import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Unit;
import org.taswiya.core.tariff.BandLadder;
import org.taswiya.core.tariff.BoundBasis;
import org.taswiya.core.tariff.ChargedPer;
import org.taswiya.core.tariff.DemandBands;
import org.taswiya.core.tariff.Proration;
import org.taswiya.core.tariff.Tariff;
import org.taswiya.core.tariff.TariffComponent;
import org.taswiya.core.tariff.TariffComponent.BandCharge;
import org.taswiya.core.tariff.TariffComponent.DemandCharge;
import org.taswiya.core.tariff.TariffComponent.FixedCharge;
import org.taswiya.core.tariff.TariffComponent.MinimumCharge;
import org.taswiya.core.tariff.TariffVersion;
import org.taswiya.core.tariff.Tax.DatedRate;
import org.taswiya.core.tariff.Tax.ValueAddedTax;
import org.taswiya.core.tariff.TaxBasis;
import org.taswiya.intake.json.JsonValue;
import org.taswiya.intake.json.JsonValue.JsonNumber;
import org.taswiya.intake.json.JsonValue.JsonObject;
import org.taswiya.intake.json.JsonValue.JsonText;
import org.taswiya.intake.json.Quoted;
import org.taswiya.intake.urdb.RateStructure.Ladder;

/// Makes a tariff of one record.
final class UrdbRecordReader {
    private static final String ENERGY = "energyratestructure";
    private static final String DEMAND = "demandratestructure";
    private static final String FLAT_DEMAND = "flatdemandstructure";
    private static final int DAY_LENGTH = "yyyy-MM-dd".length();
    private static final String DOLLAR = "USD";
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
    private static final String TAX_CLASS = "untaxed";

    /// Records are before every tax, and tell none.
    private static final ValueAddedTax NO_TAX = new ValueAddedTax(
            "VAT", TAX_CLASS, List.of(new DatedRate(LocalDate.MIN, Decimal.ZERO)), "no tax is in the record");

    private final RecordFields fields;
    private final List<TariffComponent> components = new ArrayList<>();
    private final Set<String> energyBands = new LinkedHashSet<>();
    private final Set<String> demandBands = new LinkedHashSet<>();
    private Unit unit = Unit.KILOWATT_HOUR;
    private String currency = DOLLAR;
    private RateHours energyHours = RateHours.NONE;
    private RateHours demandHours = RateHours.NONE;
    private @Nullable Decimal yearMinimum;

    private UrdbRecordReader(JsonObject record) {
        fields = new RecordFields(record);
    }

    static ParsedRate read(JsonObject record) {
        return new UrdbRecordReader(record).read();
    }

    private ParsedRate read() {
        KnownFields.tell(fields);
        currency = currency();
        readEnergy();
        readDemand();
        readFlatDemand();
        readFixed();
        readMinimum();
        LocalDate from = day("startdate");
        LocalDate to = day("enddate");
        if (!fields.faults().isEmpty()) {
            return new RefusedRate(name(), fields.faults());
        }
        List<RateField> report = fields.report();
        return new UrdbRate(
                name(),
                title(),
                tariff(),
                from,
                to,
                energyBands,
                demandBands,
                energyHours,
                demandHours,
                yearMinimum,
                report,
                KnownFields.notes(report));
    }

    private String name() {
        return fields.text("label").or(() -> fields.text("name")).orElse("a record without a name");
    }

    private String title() {
        String name = fields.text("name").orElseGet(this::name);
        return fields.text("utility").map(utility -> utility + ": " + name).orElse(name);
    }

    /// Records tell dollars unless they say otherwise.
    private String currency() {
        String name = "currency";
        String currency = fields.word(name, "a currency such as USD").orElse(DOLLAR);
        if (!CURRENCY.matcher(currency).matches()) {
            fields.fault(fields.written(name), "the text " + Quoted.of(currency), "a currency such as USD");
        }
        fields.use(
                name,
                RateField.Use.PRICED,
                currency.equals(DOLLAR) ? "" : "is " + currency + ": amounts are in it, whatever units call them");
        return currency;
    }

    private Tariff tariff() {
        TariffVersion version = new TariffVersion(LocalDate.MIN, null, Proration.NONE, false, components);
        return new Tariff(
                "urdb/" + name(),
                unit == Unit.KILOWATT_HOUR ? "electricity" : "water",
                currency,
                unit,
                TaxBasis.BEFORE_TAX,
                0,
                List.of(version),
                List.of(NO_TAX));
    }

    private void readEnergy() {
        List<Ladder> ladders = new RateStructure(fields, ENERGY).read();
        if (ladders.isEmpty()) {
            if (fields.has(ENERGY)) {
                fields.fault(fields.written(ENERGY), "no period", "at least one");
            } else {
                fields.fault(ENERGY, "nothing", "what usage costs");
            }
            return;
        }
        List<BandLadder> bands = new ArrayList<>();
        Set<Unit> units = new HashSet<>();
        for (int period = 0; period < ladders.size(); period++) {
            Ladder ladder = ladders.get(period);
            Optional<RateUnit> counted = unit(ladder, "kWh", ENERGY + "[" + period + "]", true);
            counted.ifPresent(found -> units.add(found.unit()));
            // One open block has no bound, whatever its unit says: no demand has to be known for it.
            BoundBasis basis = ladder.tiers().size() == 1
                    ? BoundBasis.MONTH
                    : counted.map(RateUnit::basis).orElse(BoundBasis.MONTH);
            bands.add(new BandLadder(Integer.toString(period), basis, ladder.tiers()));
            energyBands.add(Integer.toString(period));
        }
        if (units.size() > 1) {
            fields.fault(ENERGY, "periods in two units", "one unit in all of them");
        }
        units.forEach(found -> unit = found);
        energyHours = hours("energy", ladders.size());
        components.add(new BandCharge(UrdbRate.ENERGY, unit, bands, TAX_CLASS, ENERGY));
    }

    private RateHours hours(String of, int periods) {
        return new RateHours(
                RateSchedule.read(fields, of + "weekdayschedule", periods),
                RateSchedule.read(fields, of + "weekendschedule", periods));
    }

    private Optional<RateUnit> unit(Ladder ladder, String otherwise, String place, boolean isOfUsage) {
        String text = ladder.unit() == null ? otherwise : ladder.unit();
        Optional<RateUnit> found = RateUnit.of(text)
                .filter(unit -> unit.isOfUsage() == isOfUsage)
                .filter(unit -> isOfUsage || !unit.isOfDemand());
        if (found.isEmpty()) {
            fields.fault(
                    place + "[0].unit",
                    "the unit " + Quoted.of(text),
                    isOfUsage ? "kWh, HCF or m3, with /kW or daily after it or without" : "kW, kVA or hp");
        }
        return found;
    }

    private void readDemand() {
        List<Ladder> ladders = new RateStructure(fields, DEMAND).read();
        if (ladders.isEmpty()) {
            idle("demandweekdayschedule");
            idle("demandweekendschedule");
            idle("demandrateunit");
            idle("demandrateunits");
            idle("demandunits");
            return;
        }
        String otherwise = demandUnit("demandrateunit", "demandrateunits");
        boolean isFree = ladders.stream().allMatch(Ladder::isFree);
        for (int period = 0; period < ladders.size(); period++) {
            String band = Integer.toString(period);
            if (!isFree) {
                demandBands.add(band);
            }
            String code = UrdbRate.DEMAND + "-" + band;
            charge(ladders.get(period), otherwise, DEMAND, period, code, band, EnumSet.allOf(Month.class));
        }
        demandHours = hours("demand", ladders.size());
    }

    private void readFlatDemand() {
        List<Ladder> ladders = new RateStructure(fields, FLAT_DEMAND).read();
        if (ladders.isEmpty()) {
            idle("flatdemandmonths");
            idle("flatdemandunit");
            idle("flatdemandunits");
            return;
        }
        String otherwise = demandUnit("flatdemandunit", "flatdemandunits");
        int[] ofMonth = RateSchedule.months(fields, "flatdemandmonths", ladders.size());
        Map<Ladder, Set<Month>> months = new LinkedHashMap<>();
        for (Month month : Month.values()) {
            int period = ofMonth[month.getValue() - 1];
            if (period < ladders.size()) {
                months.computeIfAbsent(ladders.get(period), _ -> EnumSet.noneOf(Month.class))
                        .add(month);
            }
        }
        months.forEach((ladder, of) -> {
            int period = ladders.indexOf(ladder);
            String code = months.size() == 1 ? UrdbRate.DEMAND : UrdbRate.DEMAND_OF_MONTHS + period;
            charge(ladder, otherwise, FLAT_DEMAND, period, code, null, of);
        });
    }

    /// Of what the record does not have: nothing is counted in it.
    private void idle(String name) {
        fields.useElse(name, RateField.Use.INFORMATION);
    }

    private String demandUnit(String name, String otherName) {
        List<String> named = List.of(name, otherName, "demandunits");
        Optional<String> first = Optional.empty();
        for (String one : named) {
            Optional<String> word = fields.word(one, "a unit such as kW");
            if (first.isEmpty()) {
                fields.use(one, RateField.Use.PRICED, "");
                first = word;
            } else {
                idle(one);
            }
        }
        return first.orElse("kW");
    }

    /// A charge that is nothing is none: no demand has to be known for it.
    private void charge(
            Ladder ladder,
            String otherwise,
            String structure,
            int period,
            String code,
            @Nullable String band,
            Set<Month> months) {
        String place = structure + "[" + period + "]";
        unit(ladder, otherwise, place, false).ifPresent(counted -> {
            if (ladder.isFree()) {
                return;
            }
            if (counted.isDaily()) {
                fields.useInside(place, RateField.Use.NOT_SUPPORTED, "needs the highest demand of each day");
            } else {
                components.add(new DemandCharge(
                        code, counted.unit(), DemandBands.of(band), months, ladder.tiers(), TAX_CLASS, place));
            }
        });
    }

    private void readFixed() {
        RateAmount fixed = RateAmount.read(fields, "fixedchargefirstmeter", "fixedchargeunits", "fixedmonthlycharge");
        if (fixed != null && fixed.value().signum() < 0) {
            fields.use(fixed.name(), RateField.Use.PRICED, "is below zero: it comes off the price");
        }
        if (fixed != null && !fixed.value().isZero()) {
            components.add(new FixedCharge(UrdbRate.FIXED, fixed.value(), fixed.per(), TAX_CLASS, fixed.field()));
        }
    }

    /// A minimum of a year says nothing of a month.
    private void readMinimum() {
        fields.value("annualmincharge")
                .flatMap(RecordFields::numberOf)
                .filter(number -> number.signum() > 0)
                .ifPresent(_ -> yearMinimum = fields.amount("annualmincharge").orElse(null));
        RateAmount minimum = RateAmount.read(fields, "mincharge", "minchargeunits", "minmonthlycharge");
        if (minimum == null || minimum.value().signum() <= 0) {
            if (minimum != null && minimum.value().signum() < 0) {
                fields.use(minimum.name(), RateField.Use.NOT_SUPPORTED, "is below zero, and no price is below that");
            }
            return;
        }
        if (minimum.per() == ChargedPer.YEAR) {
            fields.use("mincharge", RateField.Use.NOT_SUPPORTED, "needs a year of bills");
            boolean isMore = yearMinimum == null || yearMinimum.compareTo(minimum.value()) < 0;
            yearMinimum = isMore ? minimum.value() : yearMinimum;
        } else {
            components.add(
                    new MinimumCharge(UrdbRate.MINIMUM, minimum.value(), minimum.per(), TAX_CLASS, minimum.field()));
        }
    }

    private static String firstDay(String text) {
        return text.substring(0, Math.min(DAY_LENGTH, text.length()));
    }

    private static long seconds(JsonNumber number) {
        return RecordFields.numberOf(number)
                .orElseThrow(() -> new DateTimeException("no number of seconds"))
                .setScale(0, RoundingMode.FLOOR)
                .longValueExact();
    }

    /// A day, from seconds since 1970 in UTC or from a text that begins with one; null where it tells none.
    private @Nullable LocalDate day(String name) {
        JsonValue value = fields.value(name).orElse(null);
        try {
            return switch (value) {
                case JsonNumber number -> LocalDate.ofInstant(Instant.ofEpochSecond(seconds(number)), ZoneOffset.UTC);
                case JsonText text -> LocalDate.parse(firstDay(text.text()));
                case null -> null;
                default -> throw new DateTimeException("neither a number nor a text");
            };
        } catch (DateTimeException | ArithmeticException _) {
            fields.use(name, RateField.Use.INFORMATION, "no day");
            return null;
        }
    }
}
