package org.taswiya.web.console.act;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.taswiya.core.customer.Language;
import org.taswiya.core.message.Channel;
import org.taswiya.core.message.Contact;
import org.taswiya.run.desk.DeskContacts;
import org.taswiya.store.access.AccountStatement;
import org.taswiya.store.lookup.CustomerSearch;
import org.taswiya.store.lookup.FoundAccount;
import org.taswiya.store.message.ContactSet;
import org.taswiya.store.message.Contacts;
import org.taswiya.web.AgencyTerms;
import org.taswiya.web.Site;
import org.taswiya.web.console.StaffSignedIn;
import org.taswiya.web.door.Attempts;
import org.taswiya.web.page.Frame;
import org.taswiya.web.page.PageLanguage;
import org.taswiya.web.page.Problems;
import org.taswiya.web.page.Rendered;
import org.taswiya.web.page.TypedAddress;

/// By what an account is reached, changed at the console. As on the customer's own pages an address counts when they
/// give the code that was sent there; whoever cannot sign in has it written down at once, not confirmed, with how they
/// have shown who they are, and no code that opens the account goes there until somebody else stands for it
/// ([ContactApprovalPages]). Either way the addresses before are told.
@Controller
public final class ReachedPages {
    private static final String PATH = "/staff/accounts/{account:[0-9]{10}}/contact";
    private static final int CODES = 1_000_000;
    private static final int WHY_MOST = 200;

    /// Of an account within the time of [Attempts]: nobody floods a telephone.
    private static final int SENT_MOST = 5;

    private final Site site;
    private final Desk desk;
    private final Problems problems;
    private final Attempts sent;

    ReachedPages(Site site, AgencyTerms terms, Problems problems) {
        this.site = site;
        this.desk = new Desk(site, terms);
        this.problems = problems;
        this.sent = codesSent(site);
    }

    /// How often somebody of an account is sent a code, by pages and by programs together.
    public static Attempts codesSent(Site site) {
        return new Attempts(site, "codes sent to a contact", SENT_MOST);
    }

    /// @param reached null where nobody has ever said
    /// @param typed the address
    /// @param how `code` or `at-once`; empty where nothing is chosen
    /// @param fault of the texts `reached.fault.`; empty for none
    /// @param done of the texts `reached.done.`; empty for nothing
    public record Shown(
            FoundAccount who,
            AccountStatement statement,
            @Nullable ContactSet reached,
            String typed,
            String how,
            String why,
            String fault,
            String done) {}

    @GetMapping(PATH)
    ResponseEntity<byte[]> form(
            @PathVariable("account") String account, StaffSignedIn staff, HttpServletRequest request) {
        if (CustomerSearch.account(site.database(), account).isEmpty()) {
            return problems.unknown(request);
        }
        desk.looked(staff, request, account, "contact");
        String done = Desk.typed(request, "done");
        return shown(account, 200, "", done.matches("code|written|at-once") ? done : "", request);
    }

    @PostMapping(PATH)
    ResponseEntity<byte[]> act(
            @PathVariable("account") String account, StaffSignedIn staff, HttpServletRequest request) {
        if (CustomerSearch.account(site.database(), account).isEmpty()) {
            return problems.unknown(request);
        }
        return Desk.typed(request, "language").isEmpty()
                ? reached(account, staff, request)
                : spokenTo(account, staff, request);
    }

    private ResponseEntity<byte[]> reached(String account, StaffSignedIn staff, HttpServletRequest request) {
        String typed = Desk.typed(request, "address");
        String how = Desk.typed(request, "how");
        String why = Desk.typed(request, "why").strip();
        Channel channel = typed.contains("@") ? Channel.EMAIL : Channel.SMS;
        Optional<Contact> to =
                TypedAddress.parse(channel, typed, site.profile().postal().country());
        if (to.isEmpty()) {
            return shown(account, 422, "address", "", request);
        }
        if (!List.of("code", "at-once").contains(how)) {
            return shown(account, 422, "how", "", request);
        }
        if (how.equals("code")) {
            return sentTo(account, to.get(), staff, request);
        }
        if (why.isEmpty() || why.length() > WHY_MOST) {
            return shown(account, 422, "why", "", request);
        }
        DeskContacts.write(site.database(), account, to.get(), desk.today(), desk.actor(staff, request), why);
        return Desk.go("/staff/accounts/" + account + "/contact?done=at-once");
    }

    private ResponseEntity<byte[]> sentTo(String account, Contact to, StaffSignedIn staff, HttpServletRequest request) {
        if (!sent.isAllowed(account)) {
            return shown(account, 429, "often", "", request);
        }
        String code = String.format(Locale.ROOT, "%06d", site.random().nextInt(CODES));
        Language language = Contacts.on(site.database(), account, desk.today())
                .map(ContactSet::language)
                .orElse(null);
        DeskContacts.confirm(site.database(), account, to, code, language, desk.actor(staff, request));
        return Desk.go("/staff/accounts/" + account + "/contact?done=code");
    }

    /// In another language from now on, by the same addresses.
    private ResponseEntity<byte[]> spokenTo(String account, StaffSignedIn staff, HttpServletRequest request) {
        Optional<Language> language = PageLanguage.ofCode(Desk.typed(request, "language"));
        Optional<ContactSet> held = Contacts.on(site.database(), account, desk.today());
        if (language.isEmpty() || held.isEmpty()) {
            return shown(account, 422, "language", "", request);
        }
        DeskContacts.speak(site.database(), held.get(), language.get(), desk.today(), desk.actor(staff, request));
        return Desk.go("/staff/accounts/" + account + "/contact?done=written");
    }

    private ResponseEntity<byte[]> shown(
            String account, int status, String fault, String done, HttpServletRequest request) {
        return CustomerSearch.account(site.database(), account)
                .map(who -> Rendered.page(
                        status,
                        "console/act/reached",
                        Frame.of(site, request),
                        new Shown(
                                who,
                                desk.statement(account),
                                Contacts.on(site.database(), account, desk.today())
                                        .orElse(null),
                                Desk.typed(request, "address"),
                                Desk.typed(request, "how"),
                                Desk.typed(request, "why"),
                                fault,
                                done)))
                .orElseGet(() -> problems.unknown(request));
    }
}
