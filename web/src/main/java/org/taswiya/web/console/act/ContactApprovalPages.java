package org.taswiya.web.console.act;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.taswiya.core.message.Channel;
import org.taswiya.run.desk.DeskContacts;
import org.taswiya.store.access.AccountStatement;
import org.taswiya.store.lookup.CustomerSearch;
import org.taswiya.store.lookup.FoundAccount;
import org.taswiya.store.message.ContactsAtOnce;
import org.taswiya.store.message.ContactsAtOnce.Waiting;
import org.taswiya.web.AgencyTerms;
import org.taswiya.web.Site;
import org.taswiya.web.console.StaffSignedIn;
import org.taswiya.web.page.Frame;
import org.taswiya.web.page.Problems;
import org.taswiya.web.page.Rendered;

/// An address that somebody has written down at once: a second person stands for it, and from then on codes that open
/// the account go there.
@Controller
public final class ContactApprovalPages {
    private static final String PATH =
            "/staff/approvals/contact/{account:[0-9]{10}}/{change:[0-9]{1,18}}/{channel:email|sms}";
    private static final int WHY_MOST = 500;

    private final Site site;
    private final Desk desk;
    private final Problems problems;

    ContactApprovalPages(Site site, AgencyTerms terms, Problems problems) {
        this.site = site;
        this.desk = new Desk(site, terms);
        this.problems = problems;
    }

    /// @param why as it was typed
    /// @param fault the key of what is wrong; empty for nothing
    public record Shown(FoundAccount who, AccountStatement statement, Waiting waiting, String why, String fault) {
        public String path() {
            return ContactApprovalPages.path(waiting);
        }
    }

    /// Where one of those that wait is decided.
    public static String path(Waiting one) {
        return "/staff/approvals/contact/" + one.account() + "/" + one.change() + "/"
                + one.contact().channel().code();
    }

    @GetMapping(PATH)
    ResponseEntity<byte[]> look(
            @PathVariable("account") String account,
            @PathVariable("change") long change,
            @PathVariable("channel") String channel,
            StaffSignedIn staff,
            HttpServletRequest request) {
        desk.looked(staff, request, account, "approval of a contact");
        return shown(200, account, change, channel, Desk.typed(request, "why"), "", request);
    }

    @PostMapping(PATH)
    ResponseEntity<byte[]> decide(
            @PathVariable("account") String account,
            @PathVariable("change") long change,
            @PathVariable("channel") String channel,
            StaffSignedIn staff,
            HttpServletRequest request) {
        String why = Desk.typed(request, "why").strip();
        if (why.isEmpty() || why.length() > WHY_MOST) {
            return shown(422, account, change, channel, why, "act.fault.why", request);
        }
        Channel by = Channel.ofCode(channel).orElseThrow();
        return switch (DeskContacts.vouch(
                site.database(), account, change, by, desk.today(), desk.actor(staff, request), why)) {
            case DONE, CHANGED -> Desk.go("/staff/approvals");
            case SAME_PERSON -> shown(409, account, change, channel, why, "vouch.fault.same", request);
        };
    }

    private ResponseEntity<byte[]> shown(
            int status,
            String account,
            long change,
            String channel,
            String why,
            String fault,
            HttpServletRequest request) {
        Optional<Waiting> waiting = Channel.ofCode(channel)
                .flatMap(by -> ContactsAtOnce.waiting(site.database(), account, change, by, desk.today()));
        return waiting.flatMap(one -> CustomerSearch.account(site.database(), account)
                        .map(who -> new Shown(who, desk.statement(account), one, why, fault)))
                .map(shown -> Rendered.page(status, "console/act/vouch", Frame.of(site, request), shown))
                .orElseGet(() -> problems.unknown(request));
    }
}
