package org.taswiya.intake.billing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.estimation.ClassUse;
import org.taswiya.core.metering.MeterExchange;
import org.taswiya.core.metering.Reading;
import org.taswiya.core.metering.Reading.ActualReading;
import org.taswiya.core.metering.Reading.CustomerReading;
import org.taswiya.core.metering.Reading.EstimatedReading;
import org.taswiya.core.metering.ReadingSuspension;
import org.taswiya.core.metering.Register;
import org.taswiya.core.metering.Usage;
import org.taswiya.core.metering.UsageQuality;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Unit;
import org.taswiya.intake.json.JsonFields;
import org.taswiya.intake.json.Quoted;
import org.taswiya.intake.json.RefusalReason;

/// Registers, readings, exchanges and past usage, read from the fields of an object.
public final class MeteringFields {

    private static final int DIGITS_MAX = 12;
    private static final int DECIMALS_MAX = 6;

    private enum Kind {
        ACTUAL,
        CUSTOMER,
        ESTIMATED
    }

    private static final Map<String, Kind> KINDS = kinds();
    private static final Map<String, UsageQuality> QUALITIES = qualities();

    private MeteringFields() {}

    private static Map<String, Kind> kinds() {
        Map<String, Kind> kinds = new LinkedHashMap<>();
        kinds.put("actual", Kind.ACTUAL);
        kinds.put("customer", Kind.CUSTOMER);
        kinds.put("estimated", Kind.ESTIMATED);
        return kinds;
    }

    private static Map<String, UsageQuality> qualities() {
        Map<String, UsageQuality> qualities = new LinkedHashMap<>();
        for (UsageQuality quality : UsageQuality.values()) {
            qualities.put(quality.code(), quality);
        }
        return qualities;
    }

    /// The object `register`; whole units without rollover when it is left out.
    ///
    /// @param unit what the tariff counts in; another unit is refused
    public static Register register(JsonFields fields, Unit unit) {
        return fields.optionalObject("register")
                .map(register -> ofFields(register, unit))
                .orElseGet(() -> Register.simple(unit));
    }

    private static Register ofFields(JsonFields register, Unit unit) {
        requireUnit(register, unit);
        OptionalInt digits = register.optionalWholeNumber("digits", 1, DIGITS_MAX);
        return new Register(
                digits.isPresent() ? digits.getAsInt() : null,
                register.optionalWholeNumber("decimals", 0, DECIMALS_MAX).orElse(0),
                multiplier(register),
                unit);
    }

    private static void requireUnit(JsonFields register, Unit unit) {
        register.optionalText("unit").ifPresent(symbol -> {
            if (!symbol.equals(unit.symbol())) {
                throw register.refuse(
                        RefusalReason.MISSING_FIELD,
                        "unit",
                        "found " + Quoted.of(symbol) + ", but the tariff counts " + unit.symbol());
            }
        });
    }

    private static Decimal multiplier(JsonFields register) {
        Decimal multiplier = register.optionalDecimal("multiplier").orElse(Decimal.ONE);
        if (multiplier.signum() <= 0) {
            throw register.refuse(
                    RefusalReason.BAD_NUMBER, "multiplier", "found " + multiplier + ", expected a number above zero");
        }
        return multiplier;
    }

    /// The list `readings`.
    ///
    /// @param asOf the day that counts as today; null when any day may be read
    public static List<Reading> readings(JsonFields fields, @Nullable LocalDate asOf) {
        List<Reading> readings = new ArrayList<>();
        Set<LocalDate> measured = new HashSet<>();
        Set<LocalDate> estimated = new HashSet<>();
        for (JsonFields field : fields.objects("readings")) {
            Reading reading = reading(field);
            if (asOf != null && reading.at().isAfter(asOf)) {
                throw field.refuse(
                        RefusalReason.READING_IN_FUTURE, "at", "found " + reading.at() + ", which is after " + asOf);
            }
            if (!(reading.isMeasuring() ? measured : estimated).add(reading.at())) {
                throw field.refuse(
                        RefusalReason.DUPLICATE_READING,
                        "at",
                        "found a second reading at " + reading.at() + "; keep the one that counts");
            }
            readings.add(reading);
        }
        return readings;
    }

    private static Reading reading(JsonFields field) {
        LocalDate at = field.date("at");
        Decimal value = field.quantity("value");
        String provenance = field.optionalText("provenance").orElse("");
        return switch (field.choice("kind", KINDS)) {
            case ACTUAL -> new ActualReading(at, value, provenance);
            case CUSTOMER -> new CustomerReading(at, value, provenance);
            case ESTIMATED -> new EstimatedReading(at, value, provenance);
        };
    }

    /// The list `exchanges`, which may be left out.
    ///
    /// @param last how the meter counts that is there in the end
    public static List<MeterExchange> exchanges(JsonFields fields, Register last) {
        List<MeterExchange> exchanges = new ArrayList<>();
        for (JsonFields field : fields.optionalObjects("exchanges")) {
            MeterExchange known =
                    new MeterExchange(field.date("at"), field.quantity("removed"), field.quantity("installed"));
            MeterExchange exchange = field.optionalObject("removedRegister")
                    .map(register -> known.of(ofFields(register, last.unit()), last))
                    .orElse(known);
            if (exchanges.contains(exchange)) {
                throw field.refuse(
                        RefusalReason.DUPLICATE_READING, "at", "the exchange of " + exchange.at() + " is there twice");
            }
            exchanges.add(exchange);
        }
        return exchanges;
    }

    /// How the usage of a billed period was known; estimated unless it says otherwise.
    static UsageQuality billedQuality(JsonFields field) {
        return field.optionalChoice("quality", QUALITIES).orElse(UsageQuality.ESTIMATED);
    }

    /// A list of past usage, which may be left out; actual unless its quality says otherwise.
    public static List<Usage> usages(JsonFields fields, String name) {
        return fields.optionalObjects(name).stream()
                .map(field -> new Usage(
                        field.dateRange(),
                        field.quantity("usage"),
                        field.optionalChoice("quality", QUALITIES).orElse(UsageQuality.ACTUAL)))
                .toList();
    }

    /// The object `classUse`; null when it is left out.
    public static @Nullable ClassUse classUse(JsonFields fields) {
        JsonFields use = fields.optionalObject("classUse").orElse(null);
        if (use == null) {
            return null;
        }
        JsonFields named = use.object("figures");
        Map<String, List<Long>> figures = new HashMap<>();
        for (String figure : named.names()) {
            figures.put(figure, named.wholeNumbers(figure));
        }
        try {
            return ClassUse.ofFigures(use.dateRange(), figures);
        } catch (IllegalArgumentException e) {
            throw use.refuse(RefusalReason.BAD_NUMBER, "figures", "found a form that is not known: " + e.getMessage());
        }
    }

    /// The list `suspensions` of reading, which may be left out.
    public static List<ReadingSuspension> suspensions(JsonFields fields) {
        return fields.optionalObjects("suspensions").stream()
                .map(MeteringFields::suspension)
                .toList();
    }

    private static ReadingSuspension suspension(JsonFields field) {
        String reference = field.text("legalReference");
        if (reference.isBlank()) {
            throw field.refuse(RefusalReason.MISSING_FIELD, "legalReference", "found no text; name the order");
        }
        return new ReadingSuspension(field.dateRange(), reference);
    }

    /// A list of ranges of days, which may be left out.
    public static List<DateRange> ranges(JsonFields fields, String name) {
        return fields.optionalObjects(name).stream().map(JsonFields::dateRange).toList();
    }
}
