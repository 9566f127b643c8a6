package org.taswiya.web.offline;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.taswiya.core.customer.Language;
import org.taswiya.deliver.json.JsonLine;
import org.taswiya.store.Database;
import org.taswiya.store.access.AccountStatement;
import org.taswiya.store.access.AccountStatement.StatedBill;
import org.taswiya.web.Site;
import org.taswiya.web.door.SignedIn;
import org.taswiya.web.page.Frame;
import org.taswiya.web.page.PageLanguage;
import org.taswiya.web.page.Problems;
import org.taswiya.web.page.Rendered;
import org.taswiya.web.pay.PaymentPages;
import tools.jackson.core.JsonGenerator;

/// Which pages a device keeps, what it shows instead of others, and how the agency is called on it.
@Controller
public final class OfflinePages {
    private static final int BILLS_MOST = 12;
    private static final int ACCOUNTS_MOST = 12; // of which payments are kept

    private static final Comparator<StatedBill> NEWEST_FIRST = Comparator.comparing(StatedBill::billedOn)
            .thenComparing(bill -> bill.number().toString())
            .reversed();

    private final Site site;
    private final Problems problems;

    OfflinePages(Site site, Problems problems) {
        this.site = site;
        this.problems = problems;
    }

    /// For whom a page is not kept. It is kept itself, for whoever comes: it knows nobody.
    @GetMapping("/offline")
    ResponseEntity<byte[]> offline(HttpServletRequest request) {
        return Rendered.page("offline", Frame.of(site, request).nobodys(), "");
    }

    /// Each page with what changes when it has changed, so that no other is fetched again.
    @GetMapping("/offline/pages")
    ResponseEntity<String> pages(SignedIn customer, HttpServletRequest request) {
        Database seen = SignedIn.seen(site).database();
        List<StatedBill> bills = AccountStatement.of(seen, customer.seenAccounts()).stream()
                .flatMap(account -> account.bills().stream())
                .sorted(NEWEST_FIRST)
                .limit(BILLS_MOST)
                .toList();
        String text = JsonLine.object(json -> {
            json.writeStringProperty("/home", Instant.now(site.clock()).toString());
            for (StatedBill bill : bills) {
                json.writeStringProperty("/bills/" + bill.number(), bill.open() + " " + bill.isCancelled());
            }
            customer.seenAccounts().stream()
                    .limit(ACCOUNTS_MOST)
                    .forEach(account ->
                            json.writeStringProperty("/payments/" + account, PaymentPages.edition(seen, account)));
        });
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noStore())
                .header(Rendered.KEPT_FOR, Frame.visit(request, PageLanguage.of(request)))
                .body(text);
    }

    /// The name of the utility, in the language that its reader had when the agency was put on the device.
    @GetMapping("/manifest/{language:[a-z]{2}}.webmanifest")
    ResponseEntity<?> manifest(@PathVariable("language") String code, HttpServletRequest request) {
        return PageLanguage.ofCode(code)
                .<ResponseEntity<?>>map(language -> ResponseEntity.ok()
                        .contentType(MediaType.parseMediaType("application/manifest+json;charset=UTF-8"))
                        .body(JsonLine.object(json -> write(language, json))))
                .orElseGet(() -> problems.unknown(request));
    }

    private void write(Language language, JsonGenerator json) {
        String name = Objects.requireNonNull(site.profile().names().get(language));
        json.writeStringProperty("id", "/home");
        json.writeStringProperty("name", name);
        json.writeStringProperty("short_name", name);
        json.writeStringProperty("lang", language.code());
        json.writeStringProperty("dir", language == Language.AR ? "rtl" : "ltr");
        json.writeStringProperty("start_url", "/home");
        json.writeStringProperty("scope", "/");
        json.writeStringProperty("display", "standalone");
        json.writeStringProperty("background_color", "#fdfcf9");
        json.writeStringProperty("theme_color", site.profile().colourOf("water").toString());
        json.writeArrayPropertyStart("icons");
        icon(json, "/icon.svg", "any", "image/svg+xml");
        icon(json, "/icon-192.png", "192x192", "image/png");
        icon(json, "/icon-512.png", "512x512", "image/png");
        json.writeEndArray();
    }

    private static void icon(JsonGenerator json, String source, String sizes, String type) {
        json.writeStartObject();
        json.writeStringProperty("src", source);
        json.writeStringProperty("sizes", sizes);
        json.writeStringProperty("type", type);
        json.writeStringProperty("purpose", "any maskable");
        json.writeEndObject();
    }
}
