package org.taswiya.core.lighting;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.Month;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.lighting.Regime.OffHours;
import org.taswiya.core.lighting.Regime.Published;
import org.taswiya.core.lighting.Regime.Switched;
import org.taswiya.core.lighting.SwitchRule.Horizon;
import org.taswiya.core.quantity.Decimal;

/// A regime in one line, as books and bills keep it: `dusk=sunset onAfter=15 offBefore=15 off=23:30/05:00`, or
/// `months=403,347,... leapFebruary=359`. The same regime is always the same line.
public final class RegimeText {
    private static final String BETWEEN = ",";
    private static final String UNTIL = "/";

    private RegimeText() {}

    public static String of(Regime regime) {
        return switch (regime) {
            case Switched(SwitchRule rule, OffHours off) ->
                "dusk=" + rule.horizon().name().toLowerCase(Locale.ROOT) + " onAfter=" + rule.onAfter() + " offBefore="
                        + rule.offBefore() + (off == null ? "" : " off=" + off.from() + UNTIL + off.to());
            case Published(Map<Month, Decimal> hours, Decimal leapFebruary) ->
                "months="
                        + Stream.of(Month.values())
                                .map(month -> String.valueOf(hours.get(month)))
                                .collect(Collectors.joining(BETWEEN))
                        + (leapFebruary == null ? "" : " leapFebruary=" + leapFebruary);
        };
    }

    /// What [#of] wrote.
    ///
    /// @throws IllegalArgumentException when it is no such line
    public static Regime parse(String text) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String field : text.split(" ", -1)) {
            int is = field.indexOf('=');
            if (is < 0 || fields.put(field.substring(0, is), field.substring(is + 1)) != null) {
                throw new IllegalArgumentException("no regime: '" + text + "'");
            }
        }
        Regime regime;
        try {
            regime = fields.containsKey("dusk") ? switched(fields) : published(fields);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("no regime: '" + text + "'", e);
        }
        if (!of(regime).equals(text)) {
            throw new IllegalArgumentException("no regime: '" + text + "', but " + of(regime) + " is one");
        }
        return regime;
    }

    private static Switched switched(Map<String, String> fields) {
        String off = fields.get("off");
        return new Switched(
                new SwitchRule(
                        Horizon.valueOf(of(fields, "dusk").toUpperCase(Locale.ROOT)),
                        Integer.parseInt(of(fields, "onAfter")),
                        Integer.parseInt(of(fields, "offBefore"))),
                off == null ? null : off(off));
    }

    private static OffHours off(String text) {
        List<String> hours = List.of(text.split(UNTIL, -1));
        if (hours.size() != 2) {
            throw new IllegalArgumentException("no hours: '" + text + "'");
        }
        return new OffHours(LocalTime.parse(hours.getFirst()), LocalTime.parse(hours.getLast()));
    }

    private static Published published(Map<String, String> fields) {
        List<String> stated = List.of(of(fields, "months").split(BETWEEN, -1));
        Map<Month, Decimal> hours = new EnumMap<>(Month.class);
        for (int i = 0; i < Math.min(stated.size(), Month.values().length); i++) {
            hours.put(Month.of(i + 1), Decimal.parse(stated.get(i)));
        }
        String leap = fields.get("leapFebruary");
        return new Published(hours, leap == null ? null : Decimal.parse(leap));
    }

    private static String of(Map<String, String> fields, String name) {
        @Nullable String value = fields.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no " + name + " in a regime");
        }
        return value;
    }
}
