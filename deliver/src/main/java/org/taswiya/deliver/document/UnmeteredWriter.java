package org.taswiya.deliver.document;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.billing.UnmeteredSupply;
import org.taswiya.core.lighting.LampGroup;
import org.taswiya.core.lighting.LampUsage;
import org.taswiya.core.lighting.LightingCalendar;
import org.taswiya.core.lighting.Place;
import org.taswiya.core.lighting.RegimeText;
import tools.jackson.core.JsonGenerator;

/// Writes lamps without a meter: the inventory and how long they burn, from which the usage is reckoned again, and what
/// came of it in a period.
final class UnmeteredWriter {
    private static final int KWH_DECIMALS = 6;

    private final JsonGenerator json;

    UnmeteredWriter(JsonGenerator json) {
        this.json = json;
    }

    void write(UnmeteredSupply supply) {
        json.writeObjectPropertyStart("unmetered");
        json.writeStringProperty("from", supply.days().from().toString());
        json.writeStringProperty("to", supply.days().to().toString());
        LightingCalendar calendar = supply.calendar();
        if (calendar != null) {
            json.writeObjectPropertyStart("calendar");
            write(calendar);
            json.writeEndObject();
        }
        json.writeArrayPropertyStart("lamps");
        for (LampGroup group : supply.lamps()) {
            json.writeStartObject();
            write(group);
            json.writeStringProperty("from", group.from().toString());
            write("to", group.to());
            json.writeStringProperty("regime", group.regime());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void write(LightingCalendar calendar) {
        json.writeStringProperty("zone", calendar.zone().getId());
        Place place = calendar.place();
        if (place != null) {
            json.writeStringProperty("latitude", place.latitude().toString());
            json.writeStringProperty("longitude", place.longitude().toString());
        }
        json.writeArrayPropertyStart("regimes");
        calendar.regimes().forEach((name, regime) -> {
            json.writeStartObject();
            json.writeStringProperty("regime", name);
            json.writeStringProperty("rule", RegimeText.of(regime));
            json.writeEndObject();
        });
        json.writeEndArray();
    }

    private void write(LampGroup group) {
        json.writeStringProperty("place", group.place());
        json.writeStringProperty("type", group.type());
        json.writeNumberProperty("count", group.count());
        json.writeStringProperty("watts", group.watts().toString());
        json.writeStringProperty("losses", group.losses().toString());
    }

    private void write(String name, @Nullable LocalDate day) {
        if (day == null) {
            json.writeNullProperty(name);
        } else {
            json.writeStringProperty(name, day.toString());
        }
    }

    /// What each group of lamps used in a period: exact minutes, and kWh to a milliwatt-hour.
    void used(List<LampUsage> usages) {
        json.writeArrayPropertyStart("lamps");
        for (LampUsage used : usages) {
            json.writeStartObject();
            write(used.lamps());
            json.writeStringProperty("from", used.days().from().toString());
            json.writeStringProperty("to", used.days().to().toString());
            json.writeStringProperty("minutes", used.minutes().toString());
            json.writeStringProperty("kWh", used.energy().toText(KWH_DECIMALS));
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
