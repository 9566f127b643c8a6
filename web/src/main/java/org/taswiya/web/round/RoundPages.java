package org.taswiya.web.round;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.taswiya.core.metering.Remark;
import org.taswiya.core.quantity.Unit;
import org.taswiya.store.Change;
import org.taswiya.store.handset.Handsets;
import org.taswiya.web.Site;
import org.taswiya.web.console.StaffSignedIn;
import org.taswiya.web.page.Frame;
import org.taswiya.web.page.Rendered;

/// The one page that the readers' app is made of, and what makes a telephone a handset.
@Controller
public final class RoundPages {
    private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final int ID_LETTERS = 8;
    private static final int KEY_LONGEST = 300;

    private final Site site;

    RoundPages(Site site) {
        this.site = site;
    }

    /// @param reader who has signed in
    public record App(String reader, List<String> remarks, List<Unit> units) {
        public App {
            remarks = List.copyOf(remarks);
            units = List.copyOf(units);
        }
    }

    @GetMapping("/staff/round/")
    ResponseEntity<byte[]> app(StaffSignedIn reader, HttpServletRequest request) {
        List<String> remarks = Stream.of(Remark.values()).map(Remark::code).toList();
        return Rendered.page(
                "round/app",
                Frame.of(site, request),
                new App(reader.staff(), remarks, List.of(Unit.CUBIC_METRE, Unit.KILOWATT_HOUR)));
    }

    /// Registers the telephone of who has signed in, under a name that is free.
    @PostMapping("/staff/round/handset")
    ResponseEntity<String> register(@RequestParam("key") String key, StaffSignedIn reader) {
        byte[] x509 = bytes(key);
        if (HandsetProof.key(x509).isEmpty()) {
            return ResponseEntity.badRequest().build();
        }
        Instant now = Instant.now(site.clock());
        String id = id();
        Handsets.register(
                site.database(),
                id,
                reader.staff(),
                reader.ticket(),
                x509,
                new Change(now, reader.staff(), "signed in on handset " + id));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noStore())
                .body(RoundJson.registered(id, reader.staff(), now));
    }

    private static byte[] bytes(String base64) {
        try {
            return base64.length() > KEY_LONGEST
                    ? new byte[0]
                    : Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException _) {
            return new byte[0];
        }
    }

    private String id() {
        StringBuilder id = new StringBuilder();
        for (int i = 0; i < ID_LETTERS; i++) {
            id.append(LETTERS.charAt(site.random().nextInt(LETTERS.length())));
        }
        return id.toString();
    }
}
