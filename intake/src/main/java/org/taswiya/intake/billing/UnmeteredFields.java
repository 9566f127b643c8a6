package org.taswiya.intake.billing;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.billing.UnmeteredSupply;
import org.taswiya.core.lighting.LampGroup;
import org.taswiya.core.lighting.LightingCalendar;
import org.taswiya.core.lighting.Place;
import org.taswiya.core.lighting.Regime;
import org.taswiya.core.lighting.RegimeText;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.intake.json.JsonFields;
import org.taswiya.intake.json.Quoted;
import org.taswiya.intake.json.RefusalReason;

/// Lamps without a meter, read from the fields of an object.
final class UnmeteredFields {
    private static final int COUNT_MOST = 9_999_999;

    private UnmeteredFields() {}

    static UnmeteredSupply of(JsonFields fields) {
        LightingCalendar calendar =
                fields.optionalObject("calendar").map(UnmeteredFields::calendar).orElse(null);
        List<LampGroup> lamps = new ArrayList<>();
        for (JsonFields field : fields.objects("lamps")) {
            lamps.add(group(field));
        }
        return new UnmeteredSupply(calendar, lamps, fields.dateRange());
    }

    private static LampGroup group(JsonFields field) {
        try {
            return new LampGroup(
                    field.text("place"),
                    field.text("type"),
                    field.wholeNumber("count", 1, COUNT_MOST),
                    field.quantity("watts"),
                    field.quantity("losses"),
                    field.date("from"),
                    field.optionalDate("to").orElse(null),
                    field.text("regime"));
        } catch (IllegalArgumentException e) {
            throw field.refuse(RefusalReason.BAD_NUMBER, "watts", String.valueOf(e.getMessage()));
        }
    }

    private static LightingCalendar calendar(JsonFields field) {
        SortedMap<String, Regime> regimes = new TreeMap<>();
        for (JsonFields one : field.objects("regimes")) {
            String rule = one.text("rule");
            try {
                regimes.put(one.text("regime"), RegimeText.parse(rule));
            } catch (IllegalArgumentException _) {
                throw one.refuse(RefusalReason.MISSING_FIELD, "rule", "found " + Quoted.of(rule));
            }
        }
        String zone = field.text("zone");
        try {
            return new LightingCalendar(ZoneId.of(zone), place(field), regimes);
        } catch (DateTimeException | IllegalArgumentException _) {
            throw field.refuse(
                    RefusalReason.MISSING_FIELD,
                    "zone",
                    "found " + Quoted.of(zone) + ", expected a zone, and a place where regimes have dusk");
        }
    }

    private static @Nullable Place place(JsonFields field) {
        Optional<Decimal> latitude = field.optionalDecimal("latitude");
        Optional<Decimal> longitude = field.optionalDecimal("longitude");
        return latitude.isPresent() && longitude.isPresent() ? new Place(latitude.get(), longitude.get()) : null;
    }
}
