package org.taswiya.core.metering;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Money;

/// The values behind a hold by name, in the order in which they are told: whoever tells of it in another language
/// writes each as that language does.
public record HoldFigures(Map<String, Figure> all) {
    /// Nothing but the reason.
    public static final HoldFigures NONE = new HoldFigures(Map.of());

    public HoldFigures {
        all = Collections.unmodifiableMap(new LinkedHashMap<>(all));
    }

    /// One value, and what it is.
    public sealed interface Figure {
        record Day(LocalDate day) implements Figure {}

        record Quantity(Decimal number) implements Figure {}

        record Amount(Money amount) implements Figure {}

        /// References or codes, as the books have them.
        record Names(List<String> names) implements Figure {
            public Names {
                names = List.copyOf(names);
            }
        }
    }

    public HoldFigures day(String name, LocalDate day) {
        return with(name, new Figure.Day(day));
    }

    public HoldFigures number(String name, Decimal number) {
        return with(name, new Figure.Quantity(number));
    }

    public HoldFigures number(String name, long number) {
        return number(name, Decimal.of(number));
    }

    public HoldFigures amount(String name, Money amount) {
        return with(name, new Figure.Amount(amount));
    }

    public HoldFigures name(String name, String code) {
        return names(name, List.of(code));
    }

    public HoldFigures names(String name, List<String> codes) {
        return with(name, new Figure.Names(codes));
    }

    private HoldFigures with(String name, Figure figure) {
        Map<String, Figure> more = new LinkedHashMap<>(all);
        more.put(name, figure);
        return new HoldFigures(more);
    }

    /// As it is kept: `value=number:12607 at=day:2020-07-01`.
    public String text() {
        List<String> parts = new ArrayList<>();
        all.forEach((name, figure) -> parts.add(name + "=" + text(figure)));
        return String.join(" ", parts);
    }

    private static String text(Figure figure) {
        return switch (figure) {
            case Figure.Day(LocalDate day) -> "day:" + day;
            case Figure.Quantity(Decimal number) -> "number:" + number;
            case Figure.Amount(Money amount) -> "amount:" + amount;
            case Figure.Names(List<String> names) ->
                "names:"
                        + String.join(
                                ",", names.stream().map(HoldFigures::quoted).toList());
        };
    }

    /// Without what stands between names, and between figures.
    private static String quoted(String name) {
        return name.replace("%", "%25").replace(",", "%2C").replace(" ", "%20");
    }

    /// What [#text] wrote.
    ///
    /// @throws IllegalArgumentException when it is no such text
    public static HoldFigures parse(String text) {
        Map<String, Figure> all = new LinkedHashMap<>();
        for (String part : text.isEmpty() ? new String[0] : text.split(" ", -1)) {
            int is = part.indexOf('=');
            int kind = part.indexOf(':', is);
            if (is < 0 || kind < 0) {
                throw new IllegalArgumentException("no figure of a hold: '" + part + "'");
            }
            all.put(part.substring(0, is), figure(part.substring(is + 1, kind), part.substring(kind + 1)));
        }
        return new HoldFigures(all);
    }

    private static Figure figure(String kind, String value) {
        return switch (kind) {
            case "day" -> new Figure.Day(LocalDate.parse(value));
            case "number" -> new Figure.Quantity(Decimal.parse(value));
            case "amount" -> new Figure.Amount(Money.parse(value));
            case "names" -> new Figure.Names(names(value));
            default -> throw new IllegalArgumentException("no kind of figure of a hold: '" + kind + "'");
        };
    }

    private static List<String> names(String value) {
        List<String> names = new ArrayList<>();
        for (String one : value.split(",", -1)) {
            names.add(one.replace("%20", " ").replace("%2C", ",").replace("%25", "%"));
        }
        return names;
    }
}
