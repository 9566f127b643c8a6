package org.taswiya.intake.billing;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.billing.AgreementFact;
import org.taswiya.core.billing.AskedFor;
import org.taswiya.core.billing.BandRegister;
import org.taswiya.core.billing.BilledPast;
import org.taswiya.core.billing.BilledPast.ChargedPeriod;
import org.taswiya.core.billing.CountedDay;
import org.taswiya.core.interval.Demand;
import org.taswiya.core.metering.Register;
import org.taswiya.core.quantity.Unit;
import org.taswiya.core.tariff.Determinant;
import org.taswiya.intake.json.JsonFields;
import org.taswiya.intake.json.Quoted;
import org.taswiya.intake.json.RefusalReason;

/// What is known of an agreement besides what its dial shows, read from the fields of an object.
public final class AskedForFields {
    private static final int INTERVALS_MOST = 1_500;
    private static final int SECONDS_MOST = 25 * 3_600;

    private AskedForFields() {}

    /// The lists `facts`, `countedDays` and `bandRegisters`, and the objects `past` and `unmetered`; nothing where none
    /// is there.
    ///
    /// @param unit what the tariff counts in
    public static AskedFor of(JsonFields fields, Unit unit) {
        List<AgreementFact> facts = new ArrayList<>();
        Set<String> once = new HashSet<>();
        for (JsonFields field : fields.optionalObjects("facts")) {
            AgreementFact fact = new AgreementFact(determinant(field), field.date("from"), field.quantity("value"));
            if (!once.add(fact.determinant().code() + fact.from())) {
                throw field.refuse(RefusalReason.BAD_DATE, "from", "found " + fact.from() + " twice");
            }
            facts.add(fact);
        }
        List<CountedDay> days = new ArrayList<>();
        for (JsonFields field : fields.optionalObjects("countedDays")) {
            LocalDate day = field.date("day");
            if (!once.add(day.toString())) {
                throw field.refuse(RefusalReason.BAD_DATE, "day", "found " + day + " twice");
            }
            days.add(new CountedDay(day, bands(field)));
        }
        List<BandRegister> registers = new ArrayList<>();
        for (JsonFields field : fields.optionalObjects("bandRegisters")) {
            BandRegister register = register(field, unit);
            if (!once.add(register.band())) {
                throw field.refuse(RefusalReason.MISSING_FIELD, "band", "found " + register.band() + " twice");
            }
            registers.add(register);
        }
        BilledPast past =
                fields.optionalObject("past").map(AskedForFields::past).orElse(BilledPast.NOTHING);
        AskedFor known = new AskedFor(facts, days, registers, past);
        return fields.optionalObject("unmetered")
                .map(supply -> known.with(UnmeteredFields.of(supply)))
                .orElse(known);
    }

    private static BilledPast past(JsonFields past) {
        SortedMap<YearMonth, Demand> highest = new TreeMap<>();
        for (JsonFields field : past.optionalObjects("highest")) {
            highest.put(month(field), demand(field));
        }
        return new BilledPast(
                past.optionalDate("suppliedFrom").orElse(null),
                past.optionalDate("suppliedTo").orElse(null),
                past.date("to"),
                MeteringFields.usages(past, "used"),
                highest,
                past.optionalObjects("charged").stream()
                        .map(field -> new ChargedPeriod(field.dateRange(), field.money("amount")))
                        .toList());
    }

    private static YearMonth month(JsonFields field) {
        String text = field.text("month");
        try {
            return YearMonth.parse(text);
        } catch (DateTimeException _) {
            throw field.refuse(RefusalReason.BAD_DATE, "month", "found " + Quoted.of(text) + ", expected 2026-05");
        }
    }

    private static Demand demand(JsonFields field) {
        return new Demand(instant(field), field.wholeNumber("seconds", 1, SECONDS_MOST), field.quantity("quantity"));
    }

    private static BandRegister register(JsonFields field, Unit unit) {
        Register register = MeteringFields.register(field, unit);
        return new BandRegister(
                field.text("band"),
                register,
                MeteringFields.readings(field, null),
                MeteringFields.exchanges(field, register),
                MeteringFields.usages(field, "history"));
    }

    private static Determinant determinant(JsonFields field) {
        String code = field.text("determinant");
        Optional<Determinant> determinant = Determinant.ofFact(code);
        return determinant.orElseThrow(() -> field.refuse(
                RefusalReason.MISSING_FIELD,
                "determinant",
                "found " + Quoted.of(code) + ", which is no fact of an agreement"));
    }

    private static SortedMap<String, CountedDay.Band> bands(JsonFields day) {
        SortedMap<String, CountedDay.Band> bands = new TreeMap<>();
        for (JsonFields field : day.objects("bands")) {
            bands.put(
                    field.text("band"),
                    new CountedDay.Band(
                            field.quantity("quantity"),
                            highest(field),
                            field.wholeNumber("estimated", 0, INTERVALS_MOST)));
        }
        return bands;
    }

    private static @Nullable Demand highest(JsonFields band) {
        return band.optionalObject("highest").map(AskedForFields::demand).orElse(null);
    }

    private static Instant instant(JsonFields field) {
        String text = field.text("from");
        try {
            return Instant.parse(text);
        } catch (DateTimeException _) {
            throw field.refuse(
                    RefusalReason.BAD_DATE, "from", "found " + Quoted.of(text) + ", expected 2026-05-01T07:15:00Z");
        }
    }
}
