package org.taswiya.web.round;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
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
import org.taswiya.store.Database;
import org.taswiya.store.handset.HandsetAnswer;
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
import org.taswiya.web.console.TrailedAct;
import org.taswiya.web.page.Frame;
import org.taswiya.web.page.Problems;
import org.taswiya.web.page.Rendered;

/// For whoever supervises readers: which handsets there are, who walks what, and what is locked when one is lost.
@Controller
public final class HandsetPages {
    private static final String LOCK = "/staff/handsets/{handset:[A-HJ-NP-Z2-9]{8}}/lock";
    private static final int LONGEST = 500;
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
            return minute(site, moment);
        }
    }

    private static String minute(Site site, @Nullable Instant moment) {
        return moment == null
                ? "–"
                : MINUTE.format(LocalDateTime.ofInstant(moment, site.clock().getZone()));
    }

    @GetMapping("/staff/handsets")
    ResponseEntity<byte[]> handsets(HttpServletRequest request) {
        List<String> readers = Staff.list(site.database()).stream()
                .filter(member -> member.isEnabled() && member.role() == StaffRole.READER)
                .map(StaffMember::name)
                .toList();
        LocalDate today = LocalDate.now(site.clock());
        Shown shown =
                new Shown(Handsets.all(site.database()), RoundAssignments.open(site.database(), today), readers, site);
        return Rendered.page("round/handsets", Frame.of(site, request), shown);
    }

    /// What is done to one, before it is done.
    ///
    /// @param why as it was typed
    /// @param fault the key of what is wrong; empty for nothing
    public record Locking(KnownHandset known, String why, String fault, Site site) {
        public String at(@Nullable Instant moment) {
            return minute(site, moment);
        }
    }

    @GetMapping(LOCK)
    ResponseEntity<byte[]> sure(
            @PathVariable("handset") String id,
            @RequestParam(name = "why", defaultValue = "") String why,
            HttpServletRequest request) {
        return known(id)
                .map(known -> sure(200, new Locking(known, why, "", site), request))
                .orElseGet(() -> problems.unknown(request));
    }

    /// Locked again, it stays locked.
    @PostMapping(LOCK)
    ResponseEntity<?> lock(
            @PathVariable("handset") String id,
            @RequestParam(name = "why", defaultValue = "") String typed,
            StaffSignedIn staff,
            HttpServletRequest request) {
        Optional<KnownHandset> known = known(id);
        if (known.isEmpty()) {
            return problems.unknown(request);
        }
        String why = typed.replace("\u0000", "").strip();
        if (why.isEmpty() || why.length() > LONGEST) {
            return sure(422, new Locking(known.get(), typed, "act.fault.why", site), request);
        }
        trailed(staff, request, "handset " + id + " locked", books -> Handsets.lock(books, id, why(staff, why)));
        return back();
    }

    private Optional<KnownHandset> known(String id) {
        return Handsets.all(site.database()).stream()
                .filter(known -> known.handset().id().equals(id))
                .findFirst();
    }

    private ResponseEntity<byte[]> sure(int status, Locking locking, HttpServletRequest request) {
        return Rendered.page(status, "round/lock", Frame.of(site, request), locking);
    }

    @PostMapping("/staff/handsets/assign")
    ResponseEntity<String> assign(
            @RequestParam("round") long round,
            @RequestParam("reader") String reader,
            StaffSignedIn staff,
            HttpServletRequest request) {
        Change why = why(staff, "gave round " + round);
        trailed(
                staff,
                request,
                "round " + round + " given",
                books -> RoundAssignments.assign(books, round, reader, why));
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

    private void trailed(
            StaffSignedIn staff, HttpServletRequest request, String place, Function<Database, HandsetAnswer> act) {
        TrailedAct.Row row = new TrailedAct.Row(null, place);
        TrailedAct.make(
                site,
                staff,
                request,
                within -> act.apply(within.database()),
                answer -> answer instanceof HandsetAnswer.Done ? Optional.of(row) : Optional.empty());
    }

    private Change why(StaffSignedIn staff, String what) {
        return new Change(Instant.now(site.clock()), staff.staff(), what);
    }

    private static ResponseEntity<String> back() {
        return ResponseEntity.status(303).header("Location", "/staff/handsets").build();
    }
}
