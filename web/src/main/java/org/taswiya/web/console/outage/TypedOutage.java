package org.taswiya.web.console.outage;

import java.time.LocalDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.taswiya.core.customer.Language;
import org.taswiya.store.outage.OutageArea;
import org.taswiya.web.page.TypedDay;
import org.taswiya.web.page.TypedWords;

/// An interruption as somebody types it.
///
/// @param service by its name; empty where none was chosen
/// @param kind of the place: `area`, `route` or `premises`
/// @param place its name, or several premises with commas or spaces
/// @param from as a browser writes a time, `2030-09-01T08:00`
/// @param ar the reason in Arabic; all three or none
/// @param seen what there was when they read the page
public record TypedOutage(
        String service,
        String kind,
        String place,
        String from,
        String to,
        String ar,
        String fr,
        String en,
        String seen) {
    public static final int REASON_MOST = 200;

    /// A field that a form leaves out is empty.
    public TypedOutage {
        service = Objects.requireNonNullElse(service, "");
        kind = Objects.requireNonNullElse(kind, "");
        place = Objects.requireNonNullElse(place, "");
        from = Objects.requireNonNullElse(from, "");
        to = Objects.requireNonNullElse(to, "");
        ar = Objects.requireNonNullElse(ar, "");
        fr = Objects.requireNonNullElse(fr, "");
        en = Objects.requireNonNullElse(en, "");
        seen = Objects.requireNonNullElse(seen, "");
    }

    static final TypedOutage NONE = new TypedOutage("", "area", "", "", "", "", "", "", "");

    /// In an area where nothing was said.
    TypedOutage orUsual() {
        return kind.isEmpty() ? new TypedOutage(service, "area", place, from, to, ar, fr, en, seen) : this;
    }

    Optional<LocalDateTime> begin() {
        return TypedDay.moment(from);
    }

    Optional<LocalDateTime> end() {
        return TypedDay.moment(to);
    }

    long seenNumber() {
        return seen.matches("[0-9]{1,9}") ? Long.parseLong(seen) : -1;
    }

    /// In every language; empty for none.
    Map<Language, String> reasons() {
        Map<Language, String> reasons = new EnumMap<>(Language.class);
        reasons.put(Language.AR, line(ar));
        reasons.put(Language.FR, line(fr));
        reasons.put(Language.EN, line(en));
        return reasons.values().stream().allMatch(String::isEmpty) ? Map.of() : reasons;
    }

    private static String line(String typed) {
        return TypedWords.plain(typed).replaceAll("\\s+", " ");
    }

    private boolean isReasonWhole() {
        List<String> said = List.copyOf(reasons().values());
        return said.stream().noneMatch(String::isEmpty) && said.stream().allMatch(one -> one.length() <= REASON_MOST);
    }

    /// What keeps a plan from being looked at, of the texts `outage.fault.`; empty for nothing.
    String fault(List<String> services) {
        if (!services.contains(service)) {
            return "service";
        }
        return area().isEmpty() ? "place" : timesFault(false);
    }

    /// The same of a change, which may leave times as they were.
    String timesFault(boolean mayBeEmpty) {
        boolean isBeginRight = mayBeEmpty && from.isBlank() || begin().isPresent();
        boolean isEndRight = mayBeEmpty && to.isBlank() || end().isPresent();
        boolean isTurned =
                begin().isPresent() && end().isPresent() && !end().get().isAfter(begin().get());
        if (!isBeginRight || !isEndRight || isTurned) {
            return "times";
        }
        return isReasonWhole() ? "" : "reason";
    }

    Optional<OutageArea> area() {
        return area(kind, place);
    }

    /// Where it is; empty for nowhere.
    ///
    /// @param kind `area`, `route` or `premises`
    public static Optional<OutageArea> area(String kind, String place) {
        String name = line(place);
        if (name.isEmpty()) {
            return Optional.empty();
        }
        return switch (kind) {
            case "area" -> Optional.of(new OutageArea.Area(name));
            case "route" -> Optional.of(new OutageArea.Route(name));
            case "premises" ->
                Optional.of(new OutageArea.Premises(Stream.of(name.split("[,;\\s]+"))
                        .filter(one -> !one.isEmpty())
                        .toList()));
            default -> Optional.empty();
        };
    }
}
