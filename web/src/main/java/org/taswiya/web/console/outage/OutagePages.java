package org.taswiya.web.console.outage;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.taswiya.core.message.OutageState;
import org.taswiya.store.Change;
import org.taswiya.store.DatabaseException;
import org.taswiya.store.outage.AreaNames;
import org.taswiya.store.outage.Outage;
import org.taswiya.store.outage.OutagePlanning;
import org.taswiya.store.outage.OutagePlanning.Planned;
import org.taswiya.store.outage.OutageRefused;
import org.taswiya.store.outage.Outages;
import org.taswiya.web.Site;
import org.taswiya.web.console.StaffSignedIn;
import org.taswiya.web.console.TrailedAct;
import org.taswiya.web.page.Frame;
import org.taswiya.web.page.Problems;
import org.taswiya.web.page.Rendered;

/// Interruptions there are, one of them, and the form that plans one.
@Controller
public final class OutagePages {
    static final String OUTAGE = "/staff/outages/{id:[0-9]{1,9}}";
    private static final int MOST = 100;
    private static final String OVER = "over";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final Site site;
    private final Problems problems;

    OutagePages(Site site, Problems problems) {
        this.site = site;
        this.problems = problems;
    }

    /// @param outages the newest first
    public record Listed(List<Outage> outages, LocalDateTime now) {
        public Listed {
            outages = List.copyOf(outages);
        }
    }

    /// @param areas those of the books, to choose from
    /// @param fault of the texts `outage.fault.`; empty for none
    /// @param found what was found, in the language of the page; empty for nothing more
    public record Form(List<String> services, List<String> areas, TypedOutage typed, String fault, String found) {
        public Form {
            services = List.copyOf(services);
            areas = List.copyOf(areas);
        }
    }

    /// A plan as it is said back.
    public record Sure(TypedOutage typed, Planned planned) {}

    /// One as its page has it.
    ///
    /// @param fault of the texts `outage.fault.`; empty for none
    /// @param found what was found, in the language of the page; empty for nothing more
    public record Shown(Outage outage, LocalDateTime now, TypedOutage typed, String fault, String found) {}

    /// As in *1 July 2020, 08:00*.
    public static String time(Frame frame, LocalDateTime at) {
        return frame.figures().date(at.toLocalDate()) + " " + frame.figures().isolated(TIME.format(at));
    }

    /// Of the texts `past.outage.`: what nobody ended is over by itself at its end.
    public static String state(Outage.Version version, LocalDateTime now) {
        return version.state().isOver() || version.to().isAfter(now)
                ? version.state().code()
                : OVER;
    }

    /// The same of what is known by the day of its end alone.
    public static String state(String code, LocalDate end, LocalDate today) {
        return OutageState.ofCode(code).filter(OutageState::isOver).isPresent() || !end.isBefore(today) ? code : OVER;
    }

    /// What was found, of the texts `outage.refused.`.
    static String refused(Frame frame, OutageRefused refused) {
        List<Object> values = new ArrayList<>();
        refused.times().forEach((name, at) -> {
            values.add(name);
            values.add(time(frame, at));
        });
        values.add("places");
        values.add(refused.places().stream().map(frame.figures()::foreign).collect(Collectors.joining(" · ")));
        return frame.text("outage.refused." + refused.reason().code(), values.toArray());
    }

    /// What time it is, as a clock on the wall says it.
    public static LocalDateTime minute(Site site) {
        return LocalDateTime.now(site.clock()).truncatedTo(ChronoUnit.MINUTES);
    }

    private LocalDateTime now() {
        return LocalDateTime.now(site.clock());
    }

    @GetMapping("/staff/outages")
    ResponseEntity<byte[]> list(HttpServletRequest request) {
        Listed newest = new Listed(Outages.newest(site.database(), MOST), now());
        return Rendered.page("console/outage/outages", Frame.of(site, request), newest);
    }

    @GetMapping(OUTAGE)
    ResponseEntity<byte[]> outage(@PathVariable("id") String id, HttpServletRequest request) {
        return Outages.of(site.database(), Long.parseLong(id))
                .map(outage -> Rendered.page(
                        "console/outage/outage",
                        Frame.of(site, request),
                        new Shown(outage, now(), TypedOutage.NONE, "", "")))
                .orElseGet(() -> problems.unknown(request));
    }

    @GetMapping("/staff/outages/new")
    ResponseEntity<byte[]> form(@ModelAttribute TypedOutage typed, HttpServletRequest request) {
        return form(200, typed.orUsual(), "", "", request);
    }

    private ResponseEntity<byte[]> form(
            int status, TypedOutage typed, String fault, String found, HttpServletRequest request) {
        Form form =
                new Form(OutagePlanning.services(site.database()), AreaNames.all(site.database()), typed, fault, found);
        return Rendered.page(status, "console/outage/plan", Frame.of(site, request), form);
    }

    @PostMapping("/staff/outages/new")
    ResponseEntity<byte[]> plan(
            @ModelAttribute TypedOutage typed,
            @RequestParam(name = "sure", defaultValue = "") String sure,
            StaffSignedIn staff,
            HttpServletRequest request) {
        String fault = typed.fault(OutagePlanning.services(site.database()));
        if (!fault.isEmpty()) {
            return form(422, typed, fault, "", request);
        }
        boolean isTrial = !sure.equals("yes");
        long seen = isTrial ? OutagePlanning.last(site.database()) : typed.seenNumber();
        try {
            Optional<Planned> planned = isTrial
                    ? planned(site, typed, seen, staff, true)
                    : trailed(site, staff, request, within -> planned(within, typed, seen, staff, false));
            if (planned.isEmpty()) {
                return form(409, typed, "changed", "", request);
            }
            return isTrial
                    ? Rendered.page(
                            "console/outage/sure", Frame.of(site, request), new Sure(seen(typed, seen), planned.get()))
                    : to(planned.get().said().outage().number());
        } catch (OutageRefused e) {
            return form(422, typed, "refused", refused(Frame.of(site, request), e), request);
        } catch (DatabaseException _) {
            return form(409, typed, "busy", "", request);
        }
    }

    /// With its row of the trail.
    static Optional<Planned> trailed(
            Site site, StaffSignedIn staff, HttpServletRequest request, Function<Site, Optional<Planned>> act) {
        return TrailedAct.make(
                site,
                staff,
                request,
                act,
                planned -> planned.map(one ->
                        new TrailedAct.Row(null, "outage " + one.said().outage().number())));
    }

    private static Optional<Planned> planned(
            Site site, TypedOutage typed, long seen, StaffSignedIn staff, boolean isTrial) {
        LocalDateTime now = minute(site);
        Outages.Times times =
                new Outages.Times(typed.begin().orElseThrow(), typed.end().orElseThrow(), typed.reasons());
        Change why = new Change(Instant.now(site.clock()), staff.staff(), "planned at the console");
        return OutagePlanning.plan(
                site.database(), typed.service(), typed.area().orElseThrow(), times, seen, now, why, isTrial);
    }

    private static TypedOutage seen(TypedOutage typed, long seen) {
        return new TypedOutage(
                typed.service(),
                typed.kind(),
                typed.place(),
                typed.from(),
                typed.to(),
                typed.ar(),
                typed.fr(),
                typed.en(),
                Long.toString(seen));
    }

    static ResponseEntity<byte[]> to(long number) {
        return ResponseEntity.status(303)
                .header("Location", "/staff/outages/" + number)
                .build();
    }
}
