package org.taswiya.web.console.work;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.taswiya.core.care.RequestRules;
import org.taswiya.core.customer.Language;
import org.taswiya.store.staff.StaffRight;
import org.taswiya.store.work.WorkCursor;
import org.taswiya.store.work.WorkItem;
import org.taswiya.store.work.WorkKind;
import org.taswiya.store.work.WorkLists;
import org.taswiya.store.work.WorkLists.Count;
import org.taswiya.store.work.WorkLists.Whose;
import org.taswiya.web.AgencyTerms;
import org.taswiya.web.Site;
import org.taswiya.web.console.StaffSignedIn;
import org.taswiya.web.page.Frame;
import org.taswiya.web.page.Problems;
import org.taswiya.web.page.Rendered;

/// What waits for people: how much of each kind, a list, one item.
@Controller
public final class WorkPages {
    static final String LIST = "/staff/work/{list:[a-z]{4,12}}";
    static final String ITEM = LIST + "/{key:[A-Za-z0-9~.:_-]{1,80}}";

    private static final int ON_A_PAGE = 25;

    private final Site site;
    private final AgencyTerms terms;
    private final Problems problems;
    private final WorkDesk desk;

    WorkPages(Site site, AgencyTerms terms, Problems problems) {
        this.site = site;
        this.terms = terms;
        this.problems = problems;
        this.desk = new WorkDesk(site, terms);
    }

    /// How much waits.
    ///
    /// @param rights of who reads it
    public record Overview(List<Count> counts, Set<StaffRight> rights) {
        public Overview {
            counts = List.copyOf(counts);
            rights = Set.copyOf(rights);
        }

        public long mine() {
            return counts.stream().mapToLong(Count::mine).sum();
        }
    }

    /// @param staff who reads it
    /// @param isFirst whether no page is before it
    /// @param next the address of the page after it; empty for none
    /// @param requests by which they are called
    public record Listed(
            WorkKind kind,
            Whose whose,
            List<WorkItem> items,
            String staff,
            LocalDate today,
            boolean isFirst,
            String next,
            RequestRules requests) {
        public Listed {
            items = List.copyOf(items);
        }

        public String address(Whose other) {
            return WorkDesk.address(kind) + (other == Whose.ALL ? "" : "?of=" + code(other));
        }

        public String code(Whose other) {
            return other.name().toLowerCase(Locale.ROOT);
        }

        public String address(WorkItem item) {
            return WorkDesk.address(item.kind(), item.key());
        }

        /// What a request is called; empty for what is none.
        public String name(WorkItem item, Language language) {
            return kind == WorkKind.REQUEST
                    ? requests.kind(item.code()).map(one -> one.name(language)).orElse(item.code())
                    : "";
        }

        public boolean isMine(WorkItem item) {
            return staff.equals(item.staff());
        }
    }

    @GetMapping("/staff/work")
    ResponseEntity<byte[]> overview(StaffSignedIn staff, HttpServletRequest request) {
        LocalDate today = LocalDate.now(site.clock());
        List<Count> counts = WorkLists.counts(site.database(), staff.staff(), today);
        Overview shown = new Overview(counts, desk.rights(staff));
        return Rendered.page("console/work/overview", Frame.of(site, request), shown);
    }

    @GetMapping(LIST)
    ResponseEntity<byte[]> list(
            @PathVariable("list") String list,
            @RequestParam(name = "of", defaultValue = "all") String of,
            @RequestParam(name = "after", defaultValue = "") String after,
            StaffSignedIn staff,
            HttpServletRequest request) {
        return WorkKind.ofCode(list)
                .map(kind -> page(kind, whose(of), WorkCursor.parse(after).orElse(null), staff, request))
                .orElseGet(() -> problems.unknown(request));
    }

    private static Whose whose(String typed) {
        return switch (typed) {
            case "mine" -> Whose.MINE;
            case "free" -> Whose.FREE;
            default -> Whose.ALL;
        };
    }

    private ResponseEntity<byte[]> page(
            WorkKind kind, Whose whose, @Nullable WorkCursor after, StaffSignedIn staff, HttpServletRequest request) {
        WorkLists.Page found = WorkLists.page(site.database(), kind, whose, staff.staff(), after, ON_A_PAGE);
        WorkCursor next = found.next();
        String more = next == null
                ? ""
                : WorkDesk.address(kind) + "?of=" + whose.name().toLowerCase(Locale.ROOT) + "&after=" + next;
        Listed shown = new Listed(
                kind,
                whose,
                found.items(),
                staff.staff(),
                LocalDate.now(site.clock()),
                after == null,
                more,
                terms.requests());
        return Rendered.page("console/work/list", Frame.of(site, request), shown);
    }

    private static TypedDecision typed(HttpServletRequest request) {
        return new TypedDecision(
                Objects.requireNonNullElse(request.getParameter("what"), ""),
                Objects.requireNonNullElse(request.getParameter("value"), ""),
                Objects.requireNonNullElse(request.getParameter("why"), ""),
                "",
                false);
    }

    @GetMapping(ITEM)
    ResponseEntity<byte[]> item(
            @PathVariable("list") String list,
            @PathVariable("key") String key,
            StaffSignedIn staff,
            HttpServletRequest request) {
        Optional<WorkItem> item = desk.item(list, key);
        if (item.isPresent()) {
            return WorkDesk.hasOwnPage(item.get().kind())
                    ? WorkDesk.to(WorkDesk.address(item.get().kind(), key))
                    : desk.page(200, desk.shown(item.get(), staff, request).with(typed(request), "", ""), request);
        }
        return WorkKind.ofCode(list)
                .map(kind -> desk.gone(kind, 404, request))
                .orElseGet(() -> problems.unknown(request));
    }
}
