package org.taswiya.web.round;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.metering.Remark;
import org.taswiya.core.metering.Visit.Place;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.store.handset.RoundEntry;
import org.taswiya.store.handset.RoundEntry.SeenExchange;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Entries as a handset sends them.
///
/// @param sent by its clock
record SentEntries(Instant sent, List<RoundEntry> entries) {
    /// At once; the rest follows.
    static final int MOST = 50;

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String DIAL = "\\d{1,12}(\\.\\d{1,6})?";
    private static final String DEGREES = "-?\\d{1,3}(\\.\\d{1,7})?";
    private static final long LAST_MILLIS = 4_102_444_800_000L; // of this century

    SentEntries {
        entries = List.copyOf(entries);
    }

    /// Empty for what no app of ours has sent.
    static Optional<SentEntries> parse(byte[] body) {
        try {
            JsonNode all = JSON.readTree(body);
            List<RoundEntry> entries = new ArrayList<>();
            for (JsonNode one : all.path("entries")) {
                entries.add(entry(one));
            }
            return entries.size() > MOST
                    ? Optional.empty()
                    : Optional.of(new SentEntries(moment(all.path("sent")), entries));
        } catch (JacksonException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static RoundEntry entry(JsonNode one) {
        String value = text(one, "value");
        String remark = text(one, "remark");
        String latitude = text(one, "lat");
        String longitude = text(one, "lon");
        String serial = text(one, "serial");
        return new RoundEntry(
                UUID.fromString(one.path("id").asString("")),
                one.path("round").asLong(0),
                one.path("point").asString(""),
                moment(one.path("at")),
                value == null ? null : number(value, DIAL),
                remark == null
                        ? null
                        : Remark.ofCode(remark).orElseThrow(() -> new IllegalArgumentException("remark " + remark)),
                latitude == null || longitude == null
                        ? null
                        : new Place(number(latitude, DEGREES), number(longitude, DEGREES)),
                serial == null ? null : new SeenExchange(serial, number(one.path("start").asString(""), DIAL)),
                one.path("photo").asBoolean(false));
    }

    private static @Nullable String text(JsonNode one, String name) {
        JsonNode found = one.path(name);
        return found.isString() ? found.asString() : null;
    }

    private static Decimal number(String text, String shape) {
        if (!text.matches(shape)) {
            throw new IllegalArgumentException("'" + text + "' is no number of that shape");
        }
        return Decimal.parse(text);
    }

    /// Whatever a clock says, the books can keep it.
    private static Instant moment(JsonNode millis) {
        return Instant.ofEpochMilli(Math.clamp(millis.asLong(0), 0, LAST_MILLIS));
    }
}
