package org.taswiya.web.console.reach;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.taswiya.store.Change;
import org.taswiya.store.reach.Campaign;
import org.taswiya.store.reach.Campaigns;
import org.taswiya.store.reach.Campaigns.Size;
import org.taswiya.store.reach.Coverages;
import org.taswiya.web.Site;
import org.taswiya.web.console.StaffSignedIn;
import org.taswiya.web.page.Frame;
import org.taswiya.web.page.Problems;
import org.taswiya.web.page.Rendered;
import org.taswiya.web.page.TypedWords;

/// A campaign that is begun, looked at and ended.
@Controller
public final class CampaignPages {
    private static final String CAMPAIGN = "/staff/reach/campaigns/{id:[0-9]{1,9}}";

    private final Site site;
    private final Problems problems;

    CampaignPages(Site site, Problems problems) {
        this.site = site;
        this.problems = problems;
    }

    /// A campaign as it is said back.
    public record Sure(TypedCampaign typed, Size size) {}

    @PostMapping("/staff/reach/campaigns")
    ResponseEntity<byte[]> begin(
            @ModelAttribute TypedCampaign typed,
            @RequestParam(name = "sure", defaultValue = "") String sure,
            StaffSignedIn staff,
            HttpServletRequest request) {
        String fault =
                typed.fault(ReachPages.areas(Coverages.newest(site.database()).orElse(null)));
        if (!fault.isEmpty()) {
            return refused(422, typed, fault, request);
        }
        if (!sure.equals("yes")) {
            Size size = Campaigns.look(site.database(), typed.asked(), today());
            return size.asked() == 0
                    ? refused(409, typed, "nobody", request)
                    : Rendered.page(
                            "console/reach/sure", Frame.of(site, request), new Sure(typed.with(size.asked()), size));
        }
        Change why = new Change(Instant.now(site.clock()), staff.staff(), typed.reason());
        return Campaigns.begin(site.database(), typed.asked(), today(), typed.seenNumber(), why)
                .map(campaign -> to("/staff/reach/campaigns/" + campaign.number()))
                .orElseGet(() -> refused(409, typed, "changed", request));
    }

    private ResponseEntity<byte[]> refused(int status, TypedCampaign typed, String fault, HttpServletRequest request) {
        return Rendered.page(
                status, "console/reach/reach", Frame.of(site, request), ReachPages.shown(site, typed, fault));
    }

    /// A campaign, and what somebody has said of why it is to end.
    ///
    /// @param why as it was typed; empty the first time
    /// @param fault of the texts of acts; empty for none
    public record Shown(Campaign campaign, String why, String fault) {}

    @GetMapping(CAMPAIGN)
    ResponseEntity<byte[]> campaign(@PathVariable("id") String id, HttpServletRequest request) {
        return shown(200, id, "", "", request);
    }

    private ResponseEntity<byte[]> shown(int status, String id, String why, String fault, HttpServletRequest request) {
        return Campaigns.of(site.database(), Long.parseLong(id))
                .map(found -> Rendered.page(
                        status, "console/reach/campaign", Frame.of(site, request), new Shown(found, why, fault)))
                .orElseGet(() -> problems.unknown(request));
    }

    /// With a reason, as all that is not taken back. The second click ends nothing more.
    @PostMapping(CAMPAIGN + "/end")
    ResponseEntity<byte[]> end(
            @PathVariable("id") String id,
            @RequestParam(name = "why", defaultValue = "") String typed,
            StaffSignedIn staff,
            HttpServletRequest request) {
        String why = TypedWords.plain(typed);
        if (why.isEmpty() || why.length() > TypedCampaign.WHY_MOST) {
            return shown(422, id, typed, "act.fault.why", request);
        }
        Campaigns.end(
                site.database(),
                Long.parseLong(id),
                today(),
                new Change(Instant.now(site.clock()), staff.staff(), "campaign ended: " + why));
        return to("/staff/reach/campaigns/" + id);
    }

    private LocalDate today() {
        return LocalDate.now(site.clock());
    }

    private static ResponseEntity<byte[]> to(String address) {
        return Rendered.go(address);
    }
}
