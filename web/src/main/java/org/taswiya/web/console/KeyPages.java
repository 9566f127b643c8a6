package org.taswiya.web.console;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.taswiya.web.Site;
import org.taswiya.web.page.Frame;
import org.taswiya.web.page.Rendered;

/// The keys of the console, which `?` leads to.
@Controller
public final class KeyPages {
    private static final List<Key> KEYS = List.of(
            new Key("S", "search"),
            new Key("W", "work"),
            new Key("A", "approvals"),
            new Key("P", "arrangement"),
            new Key("J", "adjust"),
            new Key("R", "readings"),
            new Key("C", "confirm"),
            new Key("B", "at-once"));

    private final Site site;

    KeyPages(Site site) {
        this.site = site;
    }

    /// @param name of the texts `key.`
    public record Key(String letter, String name) {}

    /// @param keys in the order in which they are told
    public record Keys(List<Key> keys) {
        public Keys {
            keys = List.copyOf(keys);
        }
    }

    @GetMapping("/staff/keys")
    ResponseEntity<byte[]> keys(HttpServletRequest request) {
        return Rendered.page("console/keys", Frame.of(site, request), new Keys(KEYS));
    }
}
