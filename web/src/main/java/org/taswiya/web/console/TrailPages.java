package org.taswiya.web.console;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.taswiya.store.staff.StaffTrail;
import org.taswiya.store.staff.StaffTrail.Event;
import org.taswiya.web.Site;
import org.taswiya.web.page.Frame;
import org.taswiya.web.page.Rendered;

/// What staff did last.
@Controller
public final class TrailPages {
    private static final int MOST = 200;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private final Site site;

    TrailPages(Site site) {
        this.site = site;
    }

    /// @param when in the utility's own time
    public record Line(String when, Event event) {}

    /// @param lines the newest first
    public record Trail(List<Line> lines, int most) {
        public Trail {
            lines = List.copyOf(lines);
        }
    }

    @GetMapping("/staff/trail")
    ResponseEntity<byte[]> trail(HttpServletRequest request) {
        List<Line> lines = StaffTrail.newest(site.database(), MOST).stream()
                .map(event -> new Line(
                        TIME.format(
                                LocalDateTime.ofInstant(event.at(), site.clock().getZone())),
                        event))
                .toList();
        return Rendered.page("console/trail", Frame.of(site, request), new Trail(lines, MOST));
    }
}
