package org.taswiya.intake.lighting;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.lighting.LightingCalendar;
import org.taswiya.core.lighting.Place;
import org.taswiya.core.lighting.Regime;
import org.taswiya.core.lighting.Regime.OffHours;
import org.taswiya.core.lighting.SwitchRule;
import org.taswiya.core.lighting.SwitchRule.Horizon;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.intake.yaml.Findings;
import org.taswiya.intake.yaml.Limit;
import org.taswiya.intake.yaml.YamlDocument;
import org.taswiya.intake.yaml.YamlFields;
import org.taswiya.intake.yaml.YamlNode;

/// Reads how long lamps burn: `zone`, `place` and `regimes`.
public final class LightingCalendarParser {
    private static final Set<String> FIELDS = Set.of("zone", "place", "regimes", "source", "derived", "placeholder");
    private static final Set<String> PLACE_FIELDS = Set.of("latitude", "longitude");
    private static final Set<String> SWITCHED = Set.of("dusk", "onAfter", "offBefore", "off");
    private static final Set<String> PUBLISHED = Set.of("months", "leapFebruary");
    private static final Set<String> REGIME_FIELDS = Set.of(
            "regime",
            "dusk",
            "onAfter",
            "offBefore",
            "off",
            "months",
            "leapFebruary",
            "source",
            "derived",
            "placeholder");
    private static final Set<String> OFF_FIELDS = Set.of("from", "to");
    private static final Map<String, Horizon> DUSKS = Map.of("sunset", Horizon.SUNSET, "civil", Horizon.CIVIL);
    static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*");
    private static final int OFFSET_MOST = 240;
    private static final int DAY_HOURS = 24;

    private final Findings findings;

    private LightingCalendarParser(Findings findings) {
        this.findings = findings;
    }

    /// Whether a regime can be called so.
    public static boolean isRegime(String name) {
        return NAME.matcher(name).matches();
    }

    /// @throws IOException when the file cannot be read
    public static LightingReading<LightingCalendar> parse(Path file) throws IOException {
        return parse(file.toString(), YamlDocument.text(file));
    }

    /// @param file what findings call it
    static LightingReading<LightingCalendar> parse(String file, String text) {
        Findings findings = new Findings(file);
        Optional<LightingCalendar> calendar =
                YamlDocument.read(text, findings).flatMap(root -> new LightingCalendarParser(findings).calendar(root));
        return findings.isEmpty() && calendar.isPresent()
                ? new LightingReading.Read<>(calendar.get())
                : new LightingReading.Faulty<>(findings.inOrder());
    }

    private Optional<LightingCalendar> calendar(YamlNode root) {
        YamlFields fields = YamlFields.of(root, "a calendar of lighting", FIELDS, findings);
        ZoneId zone = fields.zone();
        Place place = fields.has("place") ? place(fields) : null;
        SortedMap<String, Regime> regimes = new TreeMap<>();
        for (YamlFields item : fields.items("regimes", "a regime", REGIME_FIELDS)) {
            String name = item.name("regime", NAME, "a name such as all-night");
            Regime regime = regime(item, fields.has("place"));
            if (regime != null && regimes.putIfAbsent(name, regime) != null) {
                findings.add(item.placeOf("regime"), "'" + name + "' a second time", "each regime once");
            }
        }
        return findings.isEmpty() ? Optional.of(new LightingCalendar(zone, place, regimes)) : Optional.empty();
    }

    private @Nullable Place place(YamlFields fields) {
        YamlFields place = fields.fields("place", "a place: latitude, longitude", PLACE_FIELDS);
        if (place == null) {
            return null;
        }
        Decimal latitude = degrees(place, "latitude", 90);
        Decimal longitude = degrees(place, "longitude", 180);
        return latitude == null || longitude == null ? null : new Place(latitude, longitude);
    }

    private @Nullable Decimal degrees(YamlFields place, String field, int most) {
        Decimal degrees = place.number(field, Limit.ANY);
        Decimal limit = Decimal.of(most);
        if (degrees.compareTo(limit) > 0 || degrees.compareTo(limit.negated()) < 0) {
            findings.add(place.placeOf(field), degrees.toString(), "degrees from -" + most + " to " + most);
            return null;
        }
        return degrees;
    }

    private @Nullable Regime regime(YamlFields item, boolean isPlaced) {
        boolean isPublished = item.has("months");
        for (String foreign : isPublished ? SWITCHED : PUBLISHED) {
            if (item.has(foreign)) {
                findings.add(
                        item.placeOf(foreign),
                        "'" + foreign + "' " + (isPublished ? "beside" : "without") + " 'months'",
                        "the hours of months, or dusk and what hangs on it");
            }
        }
        return isPublished ? published(item) : switched(item, isPlaced);
    }

    private Regime.@Nullable Switched switched(YamlFields item, boolean isPlaced) {
        Horizon dusk = item.choice("dusk", DUSKS);
        if (!isPlaced && item.has("dusk")) {
            findings.add(item.placeOf("dusk"), "dusk of no place", "'place', the latitude and longitude of the lamps");
        }
        int onAfter = item.has("onAfter") ? item.whole("onAfter", 0, OFFSET_MOST) : 0;
        int offBefore = item.has("offBefore") ? item.whole("offBefore", 0, OFFSET_MOST) : 0;
        OffHours off = item.has("off") ? off(item) : null;
        return dusk == null ? null : new Regime.Switched(new SwitchRule(dusk, onAfter, offBefore), off);
    }

    private @Nullable OffHours off(YamlFields item) {
        YamlFields fields = item.fields("off", "hours: from, to", OFF_FIELDS);
        if (fields == null) {
            return null;
        }
        LocalTime from = clock(fields, "from");
        LocalTime to = clock(fields, "to");
        if (from == null || to == null) {
            return null;
        }
        if (from.equals(to)) {
            findings.add(fields.placeOf("to"), to.toString(), "another time than " + from);
            return null;
        }
        return new OffHours(from, to);
    }

    private @Nullable LocalTime clock(YamlFields fields, String name) {
        String text = fields.text(name);
        try {
            return LocalTime.parse(text);
        } catch (DateTimeException _) {
            findings.add(fields.placeOf(name), "'" + text + "'", "a time in quotes such as \"23:30\"");
            return null;
        }
    }

    private Regime.@Nullable Published published(YamlFields item) {
        List<YamlNode> nodes = item.list("months", "the hours of a month");
        if (nodes.size() != Month.values().length) {
            findings.add(item.placeOf("months"), nodes.size() + " months", "12, from January on");
            return null;
        }
        Map<Month, Decimal> hours = new EnumMap<>(Month.class);
        for (Month month : Month.values()) {
            YamlNode node = nodes.get(month.getValue() - 1);
            Decimal stated = item.numberOf(node, Limit.ZERO_OR_MORE);
            if (stated != null) {
                require(stated, month.minLength(), node);
                hours.put(month, stated);
            }
        }
        Decimal leap = item.optionalNumber("leapFebruary", Limit.ZERO_OR_MORE);
        if (leap != null) {
            require(leap, Month.FEBRUARY.maxLength(), item.placeOf("leapFebruary"));
        }
        return hours.size() == Month.values().length ? new Regime.Published(hours, leap) : null;
    }

    private void require(Decimal hours, int days, YamlNode place) {
        int most = days * DAY_HOURS;
        if (hours.compareTo(Decimal.of(most)) > 0) {
            findings.add(place, hours.toString(), "at most the " + most + " hours of " + days + " days");
        }
    }
}
