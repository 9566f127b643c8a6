package org.taswiya.web.console.outage;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.taswiya.core.message.OutageState;
import org.taswiya.store.Change;
import org.taswiya.store.DatabaseException;
import org.taswiya.store.outage.Outage;
import org.taswiya.store.outage.OutagePlanning;
import org.taswiya.store.outage.OutagePlanning.Planned;
import org.taswiya.store.outage.OutageRefused;
import org.taswiya.store.outage.Outages;
import org.taswiya.web.Site;
import org.taswiya.web.console.StaffSignedIn;
import org.taswiya.web.page.Frame;
import org.taswiya.web.page.Problems;
import org.taswiya.web.page.Rendered;

/// An interruption moved, over, or called off.
@Controller
public final class OutageActs {
    private final Site site;
    private final Problems problems;

    OutageActs(Site site, Problems problems) {
        this.site = site;
        this.problems = problems;
    }

    /// A change as it is said back.
    ///
    /// @param act the last part of its address
    public record Sure(Outage outage, String act, TypedOutage typed, Planned planned) {}

    /// A change; its end, at the time that was typed or now; or that it does not take place.
    @PostMapping(OutagePages.OUTAGE + "/{act:change|end|cancel}")
    ResponseEntity<byte[]> act(
            @PathVariable("id") String id,
            @PathVariable("act") String act,
            @ModelAttribute TypedOutage typed,
            @RequestParam(name = "sure", defaultValue = "") String sure,
            StaffSignedIn staff,
            HttpServletRequest request) {
        Optional<Outage> outage = Outages.of(site.database(), Long.parseLong(id));
        if (outage.isEmpty()) {
            return problems.unknown(request);
        }
        String fault = typed.timesFault(true);
        if (!fault.isEmpty()) {
            return shown(422, outage.get(), typed, fault, "", request);
        }
        boolean isTrial = !sure.equals("yes");
        try {
            Optional<Planned> planned = isTrial
                    ? planned(site, outage.get(), state(act), typed, staff, true)
                    : OutagePages.trailed(
                            site,
                            staff,
                            request,
                            within -> planned(within, outage.get(), state(act), typed, staff, false));
            if (planned.isEmpty()) {
                return shown(409, outage.get(), typed, "changed", "", request);
            }
            return isTrial
                    ? Rendered.page(
                            "console/outage/sure-act",
                            Frame.of(site, request),
                            new Sure(outage.get(), act, typed, planned.get()))
                    : OutagePages.to(outage.get().number());
        } catch (OutageRefused e) {
            String found = OutagePages.refused(Frame.of(site, request), e);
            return shown(409, outage.get(), typed, "refused", found, request);
        } catch (DatabaseException _) {
            return shown(409, outage.get(), typed, "busy", "", request);
        }
    }

    private static OutageState state(String act) {
        return switch (act) {
            case "change" -> OutageState.CHANGED;
            case "end" -> OutageState.ENDED;
            default -> OutageState.CANCELLED;
        };
    }

    private static Optional<Planned> planned(
            Site site, Outage outage, OutageState state, TypedOutage typed, StaffSignedIn staff, boolean isTrial) {
        LocalDateTime now = OutagePages.minute(site);
        LocalDateTime end = typed.end().orElse(state == OutageState.ENDED ? now : null);
        Change why = new Change(Instant.now(site.clock()), staff.staff(), state.code() + " at the console");
        return OutagePlanning.change(
                site.database(),
                outage.number(),
                (int) typed.seenNumber(),
                state,
                typed.begin().orElse(null),
                end,
                typed.reasons(),
                now,
                why,
                isTrial);
    }

    private ResponseEntity<byte[]> shown(
            int status, Outage outage, TypedOutage typed, String fault, String found, HttpServletRequest request) {
        return Rendered.page(
                status,
                "console/outage/outage",
                Frame.of(site, request),
                new OutagePages.Shown(outage, LocalDateTime.now(site.clock()), typed, fault, found));
    }
}
