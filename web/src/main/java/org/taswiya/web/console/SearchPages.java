package org.taswiya.web.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.taswiya.store.lookup.CustomerSearch;
import org.taswiya.store.lookup.FoundAccount;
import org.taswiya.store.staff.StaffDoor;
import org.taswiya.store.staff.StaffRight;
import org.taswiya.store.staff.StaffTrail;
import org.taswiya.store.staff.StaffTrail.Kind;
import org.taswiya.web.Site;
import org.taswiya.web.page.Frame;
import org.taswiya.web.page.Rendered;

/// One field that takes whatever a caller says of themselves.
@Controller
public final class SearchPages {
    /// Of a session: when it was last written down that they type into the search.
    private static final String TYPING = "taswiya.typing";

    private static final Duration A_WHILE = Duration.ofMinutes(1);

    private final Site site;

    SearchPages(Site site) {
        this.site = site;
    }

    /// @param typed empty where nothing was asked yet
    /// @param found the best first
    /// @param most so many are shown at most
    /// @param isTrailOpen whether they may read what staff did
    /// @param isApproving whether they let through what others may not do alone
    /// @param isHandsetsOpen whether they supervise readers
    public record Search(
            String typed,
            List<FoundAccount> found,
            int most,
            boolean isTrailOpen,
            boolean isApproving,
            boolean isHandsetsOpen) {
        public Search {
            found = List.copyOf(found);
        }
    }

    /// @param found the best first
    public record Hits(List<FoundAccount> found) {
        public Hits {
            found = List.copyOf(found);
        }
    }

    /// Who may be meant, while somebody still types: a part of a page, which the script of the console puts under the
    /// field. Letters are not written down one by one: that they search is, with the first letters and again after a
    /// while, before anybody is shown.
    @PostMapping("/staff/search/hits")
    ResponseEntity<byte[]> hits(
            @RequestParam(name = "q", defaultValue = "") String typed,
            StaffSignedIn staff,
            HttpServletRequest request) {
        Instant now = Instant.now(site.clock());
        HttpSession session = request.getSession();
        if (!(session.getAttribute(TYPING) instanceof Instant last)
                || Duration.between(last, now).compareTo(A_WHILE) >= 0) {
            StaffTrail.write(site.database(), Kind.SEARCHED, staff.staff(), request.getRemoteAddr(), now);
            session.setAttribute(TYPING, now);
        }
        LocalDate today = LocalDate.ofInstant(now, site.clock().getZone());
        List<FoundAccount> found = typed.isBlank() ? List.of() : CustomerSearch.hits(site.database(), typed, today);
        return Rendered.page("console/hits", Frame.of(site, request), new Hits(found));
    }

    /// Its page is one that somebody comes back to.
    @PostMapping("/staff/search")
    ResponseEntity<byte[]> ask(@RequestParam(name = "q", defaultValue = "") String typed, HttpServletRequest request) {
        return typed.isBlank()
                ? Rendered.go("/staff/search")
                : Rendered.go("/staff/search?found=" + Searched.keep(request.getSession(), typed));
    }

    @GetMapping("/staff/search")
    ResponseEntity<byte[]> search(
            @RequestParam(name = "found", defaultValue = "0") String found,
            StaffSignedIn staff,
            HttpServletRequest request) {
        String before = request.getAttribute(Frame.TYPED) == null ? null : request.getParameter("q");
        if (before != null) {
            return shown(before, staff, request); // typed when the sign-in had ended
        }
        boolean isNumber = found.matches("[0-9]{1,9}");
        return shown(isNumber ? Searched.find(request.getSession(), Long.parseLong(found)) : "", staff, request);
    }

    private ResponseEntity<byte[]> shown(String typed, StaffSignedIn staff, HttpServletRequest request) {
        Instant now = Instant.now(site.clock());
        List<FoundAccount> found = List.of();
        if (!typed.isBlank()) {
            StaffTrail.write(site.database(), Kind.SEARCHED, staff.staff(), request.getRemoteAddr(), now);
            LocalDate today = LocalDate.ofInstant(now, site.clock().getZone());
            found = CustomerSearch.find(site.database(), typed, today);
        }
        Set<StaffRight> rights = StaffDoor.rights(site.database(), staff.staff(), staff.ticket());
        Search shown = new Search(
                typed,
                found,
                CustomerSearch.MOST,
                rights.contains(StaffRight.TRAIL),
                rights.contains(StaffRight.APPROVALS),
                rights.contains(StaffRight.HANDSETS));
        return Rendered.page("console/search", Frame.of(site, request), shown);
    }
}
