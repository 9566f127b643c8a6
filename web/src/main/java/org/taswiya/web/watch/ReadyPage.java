package org.taswiya.web.watch;

import java.util.Locale;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// What asks before it sends people here: a proxy, a watcher of containers.
@Controller
public final class ReadyPage {
    private final Readiness readiness;

    ReadyPage(Readiness readiness) {
        this.readiness = readiness;
    }

    @GetMapping("/ready")
    ResponseEntity<String> ready() {
        return readiness
                .obstacle()
                .map(obstacle -> ResponseEntity.status(503)
                        .body("not ready: " + obstacle.name().toLowerCase(Locale.ROOT) + "\n"))
                .orElseGet(() -> ResponseEntity.ok("ready\n"));
    }
}
