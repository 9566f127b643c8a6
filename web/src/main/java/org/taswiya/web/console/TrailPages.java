package org.taswiya.web.console;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.taswiya.store.staff.StaffTrail.Kind;
import org.taswiya.store.staff.TrailSearch;
import org.taswiya.store.staff.TrailSearch.Event;
import org.taswiya.store.staff.TrailSearch.Sought;
import org.taswiya.web.Site;
import org.taswiya.web.page.Frame;
import org.taswiya.web.page.Rendered;
import org.taswiya.web.page.TypedDay;

/// What staff did: the newest first, a page at a time, by who, about whom, what and when.
@Controller
public final class TrailPages {
    private static final int ON_A_PAGE = 200;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private final Site site;

    TrailPages(Site site) {
        this.site = site;
    }

    /// What is looked for, as it was typed.
    ///
    /// @param kind of the texts `trail.kind.`
    /// @param day as a browser writes it
    /// @param before the number before which a page begins
    public record Typed(String who, String account, String kind, String day, String before) {
        public Typed {
            who = plain(who);
            account = plain(account).replaceAll("[^0-9]", "");
            kind = plain(kind);
            day = plain(day);
            before = plain(before);
        }

        private static String plain(String typed) {
            return typed.replace("\u0000", "").strip();
        }

        Optional<LocalDate> onDay() {
            return TypedDay.parse(day);
        }

        /// The address of the page before a number.
        String older(long number) {
            Map<String, String> fields = new LinkedHashMap<>();
            fields.put("who", who);
            fields.put("account", account);
            fields.put("kind", kind);
            fields.put("day", day);
            fields.put("before", Long.toString(number));
            return fields.entrySet().stream()
                    .filter(field -> !field.getValue().isEmpty())
                    .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                    .collect(Collectors.joining("&", "/staff/trail?", ""));
        }
    }

    /// @param when in the utility's own time
    public record Line(String when, Event event) {}

    /// @param lines the newest first
    /// @param kinds that can be chosen
    /// @param older the address of the next page; empty for none
    public record Trail(Typed typed, List<Line> lines, List<String> kinds, String older) {
        public Trail {
            lines = List.copyOf(lines);
            kinds = List.copyOf(kinds);
        }
    }

    @GetMapping("/staff/trail")
    ResponseEntity<byte[]> trail(
            @RequestParam(name = "who", defaultValue = "") String who,
            @RequestParam(name = "account", defaultValue = "") String account,
            @RequestParam(name = "kind", defaultValue = "") String kind,
            @RequestParam(name = "day", defaultValue = "") String day,
            @RequestParam(name = "before", defaultValue = "") String before,
            HttpServletRequest request) {
        Typed typed = new Typed(who, account, kind, day, before);
        TrailSearch.Page found = TrailSearch.page(site.database(), sought(typed), ON_A_PAGE);
        List<Line> lines = found.events().stream()
                .map(event -> new Line(
                        TIME.format(
                                LocalDateTime.ofInstant(event.at(), site.clock().getZone())),
                        event))
                .toList();
        String older = found.hasOlder() ? typed.older(found.events().getLast().id()) : "";
        List<String> kinds = Stream.of(Kind.values()).map(Kind::code).toList();
        return Rendered.page("console/trail", Frame.of(site, request), new Trail(typed, lines, kinds, older));
    }

    private Sought sought(Typed typed) {
        return new Sought(
                emptyAsNull(typed.who()),
                emptyAsNull(typed.account()),
                Stream.of(Kind.values())
                        .filter(kind -> kind.code().equals(typed.kind()))
                        .findFirst()
                        .orElse(null),
                typed.onDay().map(this::begin).orElse(null),
                typed.onDay().map(day -> begin(day.plusDays(1))).orElse(null),
                typed.before().matches("[0-9]{1,18}") ? Long.valueOf(typed.before()) : null);
    }

    private Instant begin(LocalDate day) {
        return day.atStartOfDay(site.clock().getZone()).toInstant();
    }

    private static @Nullable String emptyAsNull(String typed) {
        return typed.isEmpty() ? null : typed;
    }
}
