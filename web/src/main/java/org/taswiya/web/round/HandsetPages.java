package org.taswiya.web.round;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.taswiya.store.Change;
import org.taswiya.store.handset.Handsets;
import org.taswiya.store.handset.Handsets.KnownHandset;
import org.taswiya.store.handset.RoundAssignments;
import org.taswiya.store.handset.RoundAssignments.WalkedRound;
import org.taswiya.store.handset.VisitPhotos;
import org.taswiya.store.staff.Staff;
import org.taswiya.store.staff.StaffMember;
import org.taswiya.store.staff.StaffRole;
import org.taswiya.web.Site;
import org.taswiya.web.console.StaffSignedIn;
import org.taswiya.web.page.Frame;
import org.taswiya.web.page.Problems;
import org.taswiya.web.page.Rendered;

/// For whoever supervises readers: which handsets there are, who walks what, and what is locked when one is lost.
@Controller
public final class HandsetPages {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final Site site;
    private final Problems problems;

    HandsetPages(Site site, Problems problems) {
        this.site = site;
        this.problems = problems;
    }

    /// @param readers who may walk
    public record Shown(List<KnownHandset> handsets, List<WalkedRound> rounds, List<String> readers, Site site) {
        public Shown {
            handsets = List.copyOf(handsets);
            rounds = List.copyOf(rounds);
            readers = List.copyOf(readers);
        }

        /// In the utility's own time.
        public String at(@Nullable Instant moment) {
            return moment == null
                    ? "–"
                    : MINUTE.format(LocalDateTime.ofInstant(moment, site.clock().getZone()));
        }
    }

    @GetMapping("/staff/handsets")
    ResponseEntity<byte[]> handsets(HttpServletRequest request) {
        List<String> readers = Staff.list(site.database()).stream()
                .filter(member -> member.isEnabled() && member.role() == StaffRole.READER)
                .map(StaffMember::name)
                .toList();
        LocalDate today = LocalDate.now(site.clock());
        Shown shown = new Shown(
                Handsets.all(site.database()), RoundAssignments.open(site.database(), today), readers, site);
        return Rendered.page("round/handsets", Frame.of(site, request), shown);
    }

    /// Locked again, it stays locked.
    @PostMapping("/staff/handsets/lock")
    ResponseEntity<String> lock(@RequestParam("handset") String handset, StaffSignedIn staff) {
        Handsets.lock(site.database(), handset, why(staff, "locked handset " + handset));
        return back();
    }

    @PostMapping("/staff/handsets/assign")
    ResponseEntity<String> assign(
            @RequestParam("round") long round, @RequestParam("reader") String reader, StaffSignedIn staff) {
        RoundAssignments.assign(site.database(), round, reader, why(staff, "gave round " + round));
        return back();
    }

    @GetMapping("/staff/handsets/photos/{entry:[0-9a-f-]+}.jpg")
    ResponseEntity<byte[]> photo(@PathVariable("entry") String entry, HttpServletRequest request) {
        return EntryId.parse(entry)
                .flatMap(id -> VisitPhotos.find(site.database(), id))
                .map(jpeg -> ResponseEntity.ok()
                        .contentType(MediaType.IMAGE_JPEG)
                        .cacheControl(CacheControl.noStore())
                        .body(jpeg))
                .orElseGet(() -> problems.unknown(request));
    }

    private Change why(StaffSignedIn staff, String what) {
        return new Change(Instant.now(site.clock()), staff.staff(), what);
    }

    private static ResponseEntity<String> back() {
        return ResponseEntity.status(303).header("Location", "/staff/handsets").build();
    }
}
