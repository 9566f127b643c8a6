package org.taswiya.web.preference;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.taswiya.core.customer.TypedText;
import org.taswiya.store.Change;
import org.taswiya.store.access.AccountPasswords;
import org.taswiya.store.access.SignInCodes;
import org.taswiya.store.access.SignInCodes.Given;
import org.taswiya.web.Site;
import org.taswiya.web.door.Attempts;
import org.taswiya.web.door.DoorTerms;
import org.taswiya.web.door.Entry;
import org.taswiya.web.door.KnownDevices;
import org.taswiya.web.door.PasswordRules;
import org.taswiya.web.door.Passwords;
import org.taswiya.web.door.SignedIn;
import org.taswiya.web.page.Frame;
import org.taswiya.web.page.PageLanguage;
import org.taswiya.web.page.Problems;
import org.taswiya.web.page.Rendered;

/// A password of an account: set, changed, ended. An open session is not enough for that, for somebody may have gone
/// away from it: whoever does it gives the password there was, or a code that is sent for it.
@Controller
public final class PasswordPages {
    private static final String PATH = "/preferences/{account:[0-9]{10}}/password";

    /// That this visit had a code sent, by account.
    private static final String ASKED_FOR = "password code ";

    private static final int CODES = 1_000_000;

    /// Of an account within the time of [Attempts].
    private static final int TRIED_MOST = 10;

    private final Site site;
    private final DoorTerms terms;
    private final Problems problems;
    private final Passwords passwords;
    private final Entry entry;
    private final KnownDevices devices;
    private final Attempts tried;

    PasswordPages(
            Site site, DoorTerms terms, Problems problems, Passwords passwords, Entry entry, KnownDevices devices) {
        this.site = site;
        this.terms = terms;
        this.problems = problems;
        this.passwords = passwords;
        this.entry = entry;
        this.devices = devices;
        this.tried = new Attempts(site, "passwords renewed", TRIED_MOST);
    }

    /// @param isSet whether there is a password
    /// @param isCodeSent whether it is a code that proves who they are, rather than the password there is
    /// @param least how long a password has to be
    /// @param fault of the texts `password.fault.`; empty for none
    public record Password(String account, boolean isSet, boolean isCodeSent, int least, String fault) {
        /// The field that somebody has to look at again.
        public String faultAt() {
            return switch (fault) {
                case "wrong" -> "old";
                case "code", "code-wrong" -> "code";
                default -> "password";
            };
        }
    }

    @GetMapping(PATH)
    ResponseEntity<byte[]> ask(@PathVariable("account") String account, SignedIn customer, HttpServletRequest request) {
        return customer.owns(account) ? shown(account, 200, "", request) : problems.unknown(request);
    }

    @PostMapping(PATH + "/code")
    ResponseEntity<byte[]> send(
            @PathVariable("account") String account, SignedIn customer, HttpServletRequest request) {
        if (!customer.owns(account)) {
            return problems.unknown(request);
        }
        String code = String.format(Locale.ROOT, "%06d", site.random().nextInt(CODES));
        if (!SignInCodes.send(
                site.database(),
                account,
                devices.signedIn(request),
                code,
                PageLanguage.of(request),
                change("a code, to change the password"))) {
            return shown(account, 429, "code-often", request);
        }
        request.getSession().setAttribute(ASKED_FOR + account, true);
        return Rendered.go("/preferences/" + account + "/password");
    }

    @PostMapping(PATH)
    ResponseEntity<byte[]> set(
            @PathVariable("account") String account,
            @RequestParam(name = "password", defaultValue = "") String password,
            @RequestParam(name = "again", defaultValue = "") String again,
            @RequestParam(name = "old", defaultValue = "") String old,
            @RequestParam(name = "code", defaultValue = "") String code,
            SignedIn customer,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!customer.owns(account)) {
            return problems.unknown(request);
        }
        List<String> names = AccountPasswords.namesOf(site.database(), account);
        Optional<PasswordRules.Fault> refused = PasswordRules.fault(password, account, names, terms.breached());
        if (refused.isPresent()) {
            return shown(account, 422, refused.get().code(), request);
        }
        if (!password.equals(again)) {
            return shown(account, 422, "differs", request);
        }
        String fault = unproven(account, old, code, request);
        if (!fault.isEmpty()) {
            return shown(account, fault.equals("often") ? 429 : 422, fault, request);
        }
        Optional<String> hash = passwords.hash(password);
        if (hash.isEmpty()) {
            return shown(account, 503, "busy", request);
        }
        Change why = change("password chosen by the customer");
        entry.changed(customer, request, response, () -> {
            AccountPasswords.set(site.database(), account, hash.get(), why);
            return true;
        });
        return saved(account, "password", request);
    }

    @PostMapping(PATH + "/end")
    ResponseEntity<byte[]> end(
            @PathVariable("account") String account,
            @RequestParam(name = "old", defaultValue = "") String old,
            @RequestParam(name = "code", defaultValue = "") String code,
            SignedIn customer,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!customer.owns(account)) {
            return problems.unknown(request);
        }
        String fault = unproven(account, old, code, request);
        if (!fault.isEmpty()) {
            return shown(account, fault.equals("often") ? 429 : 422, fault, request);
        }
        Change why = change("password ended by the customer");
        entry.changed(customer, request, response, () -> AccountPasswords.end(site.database(), account, why));
        return saved(account, "password-ended", request);
    }

    /// Why it is not shown who they are; empty when it is. A code is used up by that.
    private String unproven(String account, String old, String typed, HttpServletRequest request) {
        if (!tried.isAllowed(account)) {
            return "often";
        }
        if (isCodeSent(account, request)) {
            Optional<String> code = TypedText.code(typed);
            if (code.isEmpty()) {
                return "code";
            }
            Given given = SignInCodes.give(
                    site.database(),
                    account,
                    devices.signedIn(request),
                    code.get(),
                    change("a code given for the password"));
            return given instanceof Given.Right ? "" : "code-wrong";
        }
        return AccountPasswords.of(site.database(), account)
                .map(hash -> switch (passwords.look(old, hash)) {
                    case RIGHT -> "";
                    case WRONG -> "wrong";
                    case BUSY -> "busy";
                })
                .orElse("code");
    }

    private static boolean isCodeSent(String account, HttpServletRequest request) {
        return request.getSession().getAttribute(ASKED_FOR + account) != null;
    }

    private ResponseEntity<byte[]> shown(String account, int status, String fault, HttpServletRequest request) {
        boolean isSet = AccountPasswords.of(site.database(), account).isPresent();
        Password shown = new Password(account, isSet, isCodeSent(account, request), PasswordRules.SHORTEST, fault);
        return Rendered.page(status, "preference/password", Frame.of(site, request), shown);
    }

    private static ResponseEntity<byte[]> saved(String account, String what, HttpServletRequest request) {
        request.getSession().removeAttribute(ASKED_FOR + account);
        return Rendered.go("/preferences/" + account + "?saved=" + what);
    }

    private Change change(String reason) {
        return new Change(Instant.now(site.clock()), "online agency", reason);
    }
}
