package org.taswiya.web.console.reach;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.taswiya.store.Change;
import org.taswiya.store.reach.Campaign;
import org.taswiya.store.reach.Campaigns;
import org.taswiya.store.reach.Coverage;
import org.taswiya.store.reach.Coverages;
import org.taswiya.web.Site;
import org.taswiya.web.console.StaffSignedIn;
import org.taswiya.web.page.Frame;
import org.taswiya.web.page.Rendered;

/// How many accounts each channel reaches, as it was counted last, and the campaigns there are.
@Controller
public final class ReachPages {
    private static final int CAMPAIGNS_MOST = 20;
    private static final int DAYS_MOST = 12;

    private final Site site;

    ReachPages(Site site) {
        this.site = site;
    }

    /// @param coverage null where nobody has counted
    /// @param lately counts of the last days, the newest first
    /// @param campaigns the newest first
    /// @param typed into the form of a new one
    /// @param fault of the texts `reach.fault.`; empty for none
    public record Shown(
            @Nullable Coverage coverage,
            List<Coverage> lately,
            List<Campaign> campaigns,
            TypedCampaign typed,
            String fault) {
        public Shown {
            lately = List.copyOf(lately);
            campaigns = List.copyOf(campaigns);
        }

        /// Areas that were counted.
        public List<String> areas() {
            return ReachPages.areas(coverage);
        }
    }

    static List<String> areas(@Nullable Coverage coverage) {
        return coverage == null
                ? List.of()
                : coverage.parts().stream()
                        .filter(part -> part.of().equals("area"))
                        .map(Coverage.Part::name)
                        .sorted()
                        .toList();
    }

    /// A count beside how many hundredths of all that is.
    public static String share(long count, long all, Frame frame) {
        String percent = all == 0 ? "" : " (" + count * 100 / all + " %)";
        return frame.figures().isolated(count + percent);
    }

    static Shown shown(Site site, TypedCampaign typed, String fault) {
        Optional<Coverage> coverage = Coverages.newest(site.database());
        return new Shown(
                coverage.orElse(null),
                Coverages.lately(site.database(), DAYS_MOST),
                Campaigns.newest(site.database(), CAMPAIGNS_MOST),
                typed,
                fault);
    }

    @GetMapping("/staff/reach")
    ResponseEntity<byte[]> reach(HttpServletRequest request) {
        return Rendered.page("console/reach/reach", Frame.of(site, request), shown(site, TypedCampaign.NONE, ""));
    }

    @PostMapping("/staff/reach/count")
    ResponseEntity<byte[]> count(StaffSignedIn staff) {
        Change why = new Change(Instant.now(site.clock()), staff.staff(), "coverage counted at the console");
        Coverages.count(site.database(), LocalDate.now(site.clock()), why);
        return Rendered.go("/staff/reach");
    }
}
