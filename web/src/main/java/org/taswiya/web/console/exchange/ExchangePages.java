package org.taswiya.web.console.exchange;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.taswiya.run.receiving.ExchangeDesk;
import org.taswiya.run.receiving.ExchangeDesk.Answer;
import org.taswiya.run.receiving.ExchangeDesk.NewDial;
import org.taswiya.store.Change;
import org.taswiya.store.DatabaseException;
import org.taswiya.store.handset.VisitPhotos;
import org.taswiya.store.work.WorkKind;
import org.taswiya.web.Site;
import org.taswiya.web.console.StaffSignedIn;
import org.taswiya.web.console.TrailedAct;
import org.taswiya.web.console.work.WorkDesk.Gone;
import org.taswiya.web.page.Frame;
import org.taswiya.web.page.Problems;
import org.taswiya.web.page.Rendered;
import org.taswiya.web.page.TypedWords;

/// A new meter that a reader has seen: booked as they typed it, or refused with a reason.
@Controller
public final class ExchangePages {
    private static final String EXCHANGE = "/staff/exchanges/{entry:[0-9a-f]{8}-[0-9a-f-]{27}}";
    private static final int WHY_MOST = 500;

    private final Site site;
    private final Problems problems;
    private final ReportedDesk desk;

    ExchangePages(Site site, Problems problems) {
        this.site = site;
        this.problems = problems;
        this.desk = new ReportedDesk(site);
    }

    /// What booking it would do.
    public record Sure(ExchangeShown shown, Answer.Booked booked) {}

    @GetMapping(EXCHANGE)
    ResponseEntity<byte[]> exchange(
            @PathVariable("entry") String entry, StaffSignedIn staff, HttpServletRequest request) {
        return desk.shown(entry, staff, request)
                .map(shown -> page(200, shown, request))
                .orElseGet(() -> gone(404, request));
    }

    /// @param seen what was shown of the trial; empty for one that is to be shown first
    @PostMapping(EXCHANGE + "/book")
    ResponseEntity<byte[]> book(
            @PathVariable("entry") String entry,
            @RequestParam(name = "digits", defaultValue = "") String digits,
            @RequestParam(name = "decimals", defaultValue = "") String decimals,
            @RequestParam(name = "seen", defaultValue = "") String seen,
            StaffSignedIn staff,
            HttpServletRequest request) {
        TypedExchange typed = new TypedExchange(digits, decimals, "");
        Optional<ExchangeShown> found = desk.shown(entry, staff, request);
        if (found.isEmpty()) {
            return gone(409, request);
        }
        ExchangeShown shown = found.get().with(typed, "", "");
        Optional<NewDial> dial = typed.dial();
        if (dial.isEmpty()) {
            return page(422, shown.with(typed, "dial", ""), request);
        }
        if (!shown.mayAct()) {
            return page(409, shown.with(typed, "taken", ""), request);
        }
        Change why = why(staff, "exchange of round " + shown.reported().round() + " booked at the console");
        return booked(shown, dial.get(), seen, why, staff, request);
    }

    private ResponseEntity<byte[]> booked(
            ExchangeShown shown,
            NewDial dial,
            String seen,
            Change why,
            StaffSignedIn staff,
            HttpServletRequest request) {
        try {
            String before = seen.isEmpty() ? null : seen;
            Function<Site, Answer> book = within -> ExchangeDesk.book(
                    within.database(),
                    shown.reported().entry(),
                    dial,
                    site.clock().getZone(),
                    site.readingChecks(),
                    why,
                    before);
            return switch (before == null ? book.apply(site) : trailed(shown, book, staff, request)) {
                case Answer.Booked booked ->
                    before == null
                            ? Rendered.page("console/exchange/sure", Frame.of(site, request), new Sure(shown, booked))
                            : toTheList();
                case Answer.Dismissed _ -> toTheList();
                case Answer.Refused(var reason, var said) ->
                    page(409, shown.with(shown.typed(), reason, said), request);
            };
        } catch (DatabaseException _) {
            return page(409, shown.with(shown.typed(), "busy", ""), request);
        }
    }

    @PostMapping(EXCHANGE + "/refuse")
    ResponseEntity<byte[]> refuse(
            @PathVariable("entry") String entry,
            @RequestParam(name = "why", defaultValue = "") String typed,
            StaffSignedIn staff,
            HttpServletRequest request) {
        Optional<ExchangeShown> found = desk.shown(entry, staff, request);
        if (found.isEmpty()) {
            return gone(409, request);
        }
        ExchangeShown shown = found.get().with(new TypedExchange("", "", typed), "", "");
        String reason = TypedWords.plain(typed).replaceAll("\\s+", " ");
        if (reason.isEmpty() || reason.length() > WHY_MOST) {
            return page(422, shown.with(shown.typed(), "why", ""), request);
        }
        if (!shown.mayAct()) {
            return page(409, shown.with(shown.typed(), "taken", ""), request);
        }
        try {
            Change why = why(staff, reason);
            Function<Site, Answer> dismiss = within ->
                    ExchangeDesk.dismiss(within.database(), shown.reported().entry(), why);
            return switch (trailed(shown, dismiss, staff, request)) {
                case Answer.Booked _, Answer.Dismissed _ -> toTheList();
                case Answer.Refused(var fault, var said) -> page(409, shown.with(shown.typed(), fault, said), request);
            };
        } catch (DatabaseException _) {
            return page(409, shown.with(shown.typed(), "busy", ""), request);
        }
    }

    private Answer trailed(
            ExchangeShown shown, Function<Site, Answer> act, StaffSignedIn staff, HttpServletRequest request) {
        TrailedAct.Row row = new TrailedAct.Row(
                shown.account(), "exchange " + shown.reported().entry());
        return TrailedAct.make(
                site,
                staff,
                request,
                act,
                answer -> answer instanceof Answer.Refused ? Optional.empty() : Optional.of(row));
    }

    @GetMapping(EXCHANGE + "/photo")
    ResponseEntity<byte[]> photo(@PathVariable("entry") String entry, StaffSignedIn staff, HttpServletRequest request) {
        return desk.shown(entry, staff, request)
                .flatMap(shown ->
                        VisitPhotos.find(site.database(), shown.reported().entry()))
                .map(jpeg -> ResponseEntity.ok()
                        .contentType(MediaType.IMAGE_JPEG)
                        .cacheControl(CacheControl.noStore())
                        .body(jpeg))
                .orElseGet(() -> problems.unknown(request));
    }

    private Change why(StaffSignedIn staff, String reason) {
        return new Change(Instant.now(site.clock()), staff.staff(), reason);
    }

    private ResponseEntity<byte[]> page(int status, ExchangeShown shown, HttpServletRequest request) {
        return Rendered.page(status, "console/exchange/exchange", Frame.of(site, request), shown);
    }

    /// It waits no more: somebody has decided it, or the books have it by another way.
    private ResponseEntity<byte[]> gone(int status, HttpServletRequest request) {
        return Rendered.page(status, "console/work/gone", Frame.of(site, request), new Gone(WorkKind.EXCHANGE));
    }

    private static ResponseEntity<byte[]> toTheList() {
        return ResponseEntity.status(303)
                .header("Location", "/staff/work/exchange")
                .build();
    }
}
