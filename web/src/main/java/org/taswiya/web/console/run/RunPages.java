package org.taswiya.web.console.run;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.taswiya.core.quantity.Money;
import org.taswiya.store.run.RunProgress;
import org.taswiya.web.Site;
import org.taswiya.web.page.Frame;
import org.taswiya.web.page.Rendered;

/// The last billing runs.
@Controller
public final class RunPages {
    private static final int MOST = 50;
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm");

    private final Site site;

    RunPages(Site site) {
        this.site = site;
    }

    /// @param runs the last one first
    /// @param now to reckon rates by
    /// @param site whose clock tells when a run was begun
    public record Listed(List<RunProgress> runs, Instant now, Site site) {
        public Listed {
            runs = List.copyOf(runs);
        }

        public String begun(RunProgress one, Frame frame) {
            LocalDateTime at =
                    LocalDateTime.ofInstant(one.run().startedAt(), site.clock().getZone());
            return frame.figures().date(at.toLocalDate()) + " "
                    + frame.figures().isolated(HOUR.format(at));
        }

        public String total(RunProgress one, Frame frame) {
            return frame.figures().money(Money.ofMinor(one.run().totals().total()));
        }

        /// Accounts looked at of all that there are to look at, in hundredths.
        public long share(RunProgress one) {
            long done = one.run().totals().accounts();
            Long left = one.left();
            return left == null || done + left == 0 ? 0 : done * 100 / (done + left);
        }
    }

    @GetMapping("/staff/runs")
    ResponseEntity<byte[]> runs(HttpServletRequest request) {
        Listed shown = new Listed(RunProgress.newest(site.database(), MOST), Instant.now(site.clock()), site);
        return Rendered.page("console/run/runs", Frame.of(site, request), shown);
    }
}
