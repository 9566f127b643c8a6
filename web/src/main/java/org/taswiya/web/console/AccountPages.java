package org.taswiya.web.console;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.taswiya.core.customer.Language;
import org.taswiya.intake.tariff.TariffLibrary;
import org.taswiya.store.access.AccountStatement;
import org.taswiya.store.access.AccountsOf;
import org.taswiya.store.access.StatedAgreement;
import org.taswiya.store.lookup.AccountTimeline;
import org.taswiya.store.lookup.CustomerFacts;
import org.taswiya.store.lookup.CustomerSearch;
import org.taswiya.store.lookup.FoundAccount;
import org.taswiya.store.reach.Campaigns;
import org.taswiya.store.staff.StaffDoor;
import org.taswiya.store.staff.StaffRight;
import org.taswiya.store.staff.StaffTrail;
import org.taswiya.store.validation.OwnPhotos;
import org.taswiya.web.Site;
import org.taswiya.web.page.Frame;
import org.taswiya.web.page.Problems;
import org.taswiya.web.page.Rendered;

/// Everything about a customer's account on one page.
@Controller
public final class AccountPages {
    private static final int ON_A_PAGE = 50;
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm");

    /// Nobody turns more pages by hand.
    private static final int PAGES_MOST = 10_000;

    private final Site site;
    private final Problems problems;

    AccountPages(Site site, Problems problems) {
        this.site = site;
        this.problems = problems;
    }

    /// @param facts what holds of it now
    /// @param tariffs what the price books of its agreements are called, by their ids; without those that are not there
    /// @param others accounts of the same customer
    /// @param past what happened, the newest first
    /// @param photos where each is, by day and serial number of the meter
    /// @param page from 1
    /// @param isAsked whether a campaign waits for an address of theirs
    /// @param rights of who reads it
    public record Account(
            FoundAccount who,
            AccountStatement statement,
            List<StatedAgreement> agreements,
            CustomerFacts facts,
            Map<String, String> tariffs,
            List<String> others,
            LocalDate today,
            ZoneId zone,
            AccountTimeline.Page past,
            Map<String, String> photos,
            int page,
            boolean isAsked,
            Set<StaffRight> rights) {
        public Account {
            photos = Map.copyOf(photos);
            agreements = List.copyOf(agreements);
            tariffs = Map.copyOf(tariffs);
            others = List.copyOf(others);
            rights = Set.copyOf(rights);
        }
    }

    /// As *08:05*, on the clocks of the utility.
    public static String hour(Frame frame, Instant at, ZoneId zone) {
        return frame.figures().isolated(HOUR.withZone(zone).format(at));
    }

    /// The photo that a customer sent with a reading.
    @GetMapping("/staff/accounts/{account:[0-9]{10}}/photos/{agreement:C[0-9]{5,7}}/{day:[0-9-]{10}}")
    ResponseEntity<byte[]> photo(
            @PathVariable("account") String account,
            @PathVariable("agreement") String agreement,
            @PathVariable("day") String day,
            StaffSignedIn staff,
            HttpServletRequest request) {
        Optional<byte[]> jpeg = OwnPhotos.of(site.database(), account).stream()
                .filter(one ->
                        one.agreement().equals(agreement) && one.at().toString().equals(day))
                .findFirst()
                .flatMap(one -> OwnPhotos.find(site.database(), account, agreement, one.at()));
        if (jpeg.isEmpty()) {
            return problems.unknown(request);
        }
        Instant now = Instant.now(site.clock());
        StaffTrail.looked(site.database(), staff.staff(), request.getRemoteAddr(), now, account, "photo");
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_JPEG)
                .cacheControl(CacheControl.noStore())
                .body(jpeg.get());
    }

    private Map<String, String> photos(String account) {
        return OwnPhotos.of(site.database(), account).stream()
                .collect(Collectors.toMap(
                        one -> one.at() + " " + one.meter(),
                        one -> "/staff/accounts/" + account + "/photos/" + one.agreement() + "/" + one.at(),
                        (first, _) -> first));
    }

    @GetMapping("/staff/accounts/{account:[0-9]{10}}")
    ResponseEntity<byte[]> account(
            @PathVariable("account") String account,
            @RequestParam(name = "page", defaultValue = "1") String typed,
            StaffSignedIn staff,
            HttpServletRequest request) {
        return CustomerSearch.account(site.database(), account)
                .map(who -> shown(who, pageOf(typed), staff, request))
                .orElseGet(() -> problems.unknown(request));
    }

    private static int pageOf(String typed) {
        return typed.matches("[0-9]{1,5}") ? Math.clamp(Integer.parseInt(typed), 1, PAGES_MOST) : 1;
    }

    private ResponseEntity<byte[]> shown(FoundAccount who, int page, StaffSignedIn staff, HttpServletRequest request) {
        Instant now = Instant.now(site.clock());
        String account = who.account();
        StaffTrail.looked(site.database(), staff.staff(), request.getRemoteAddr(), now, account, "account");
        ZoneId zone = site.clock().getZone();
        LocalDate today = LocalDate.ofInstant(now, zone);
        Frame frame = Frame.of(site, request);
        List<StatedAgreement> agreements = StatedAgreement.of(site.database(), List.of(account));
        Account shown = new Account(
                who,
                AccountStatement.of(site.database(), List.of(account)).getFirst(),
                agreements,
                CustomerFacts.of(site.database(), account, today),
                tariffs(agreements, frame.language()),
                AccountsOf.customerWith(site.database(), account).stream()
                        .filter(other -> !other.equals(account))
                        .toList(),
                today,
                zone,
                AccountTimeline.of(site.database(), account, zone, page, ON_A_PAGE),
                photos(account),
                page,
                Campaigns.isAsked(site.database(), account),
                StaffDoor.rights(site.database(), staff.staff(), staff.ticket()));
        return Rendered.page("console/account", frame, shown);
    }

    private Map<String, String> tariffs(List<StatedAgreement> agreements, Language language) {
        TariffLibrary library = site.library();
        return agreements.stream()
                .map(StatedAgreement::tariff)
                .distinct()
                .flatMap(id -> library.book(id).stream())
                .collect(Collectors.toMap(
                        book -> book.tariff().id(), book -> book.title().in(language)));
    }
}
