package org.taswiya.web.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.taswiya.core.customer.Language;
import org.taswiya.core.customer.TypedText;
import org.taswiya.store.Change;
import org.taswiya.store.access.Asker;
import org.taswiya.store.access.SignInCodes;
import org.taswiya.store.access.SignInCodes.Given;
import org.taswiya.web.Site;
import org.taswiya.web.page.Frame;
import org.taswiya.web.page.PageLanguage;
import org.taswiya.web.page.Rendered;

/// The way in for customers: the reference of an account, then the code that was sent to its holder.
@Controller
public final class SignInPages {
    private static final String ASKED_FOR = "signing in";
    private static final int CODES = 1_000_000;
    /// From one network address within the time of [Attempts]: a household behind it gets in, a machine gets nowhere.
    /// Devices that an account is known from do not count: each has the tries of its own codes.
    private static final int ASKED_MOST = 20;
    private static final int GUESSED_MOST = 20;
    /// For one account from one network address: half of what all strangers together have, so that one of them does not
    /// take the holder's.
    private static final int ASKED_FOR_ONE_MOST = SignInCodes.MOST / 2;

    private static final Duration REFUSED_IN = Duration.ofMillis(300);

    private final Site site;
    private final Entry entry;
    private final KnownDevices devices;
    private final Attempts asked;
    private final Attempts askedForOne;
    private final Attempts guessed;

    SignInPages(Site site, Entry entry, KnownDevices devices) {
        this.site = site;
        this.entry = entry;
        this.devices = devices;
        this.asked = new Attempts(site, "codes asked for", ASKED_MOST);
        this.askedForOne = new Attempts(site, "codes asked for of one account", ASKED_FOR_ONE_MOST);
        this.guessed = new Attempts(site, "codes given", GUESSED_MOST);
    }

    /// @param typed what somebody typed before; empty the first time
    /// @param fault of the texts `sign-in.fault.`; empty for none
    /// @param isAgain whether they have signed in already, and only show once more who they are
    public record SignIn(String typed, String fault, boolean isAgain) {
        static final SignIn FIRST = new SignIn("", "");

        SignIn(String typed, String fault) {
            this(typed, fault, false);
        }
    }

    @GetMapping("/")
    ResponseEntity<byte[]> root() {
        return Rendered.go(SecurityContextHolder.getContext().getAuthentication() == null ? "/login" : "/home");
    }

    @GetMapping("/login")
    ResponseEntity<byte[]> ask(
            @RequestParam(name = "again", required = false) @Nullable String again, HttpServletRequest request) {
        boolean isAgain = again != null && SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn;
        return Rendered.page("sign-in", Frame.of(site, request), isAgain ? new SignIn("", "", true) : SignIn.FIRST);
    }

    /// Whoever asks is told the same, whether there is such an account or not.
    @PostMapping("/login")
    ResponseEntity<?> send(@RequestParam("account") String typed, HttpServletRequest request) {
        Optional<String> reference = TypedText.account(typed);
        if (reference.isEmpty()) {
            return Rendered.page(422, "sign-in", Frame.of(site, request), new SignIn(typed, "reference"));
        }
        String account = reference.get();
        Asker asker = devices.asker(account, request);
        if (!asker.isKnown() && !asked.isAllowed(Network.of(request))) {
            return Rendered.page(429, "sign-in", Frame.of(site, request), new SignIn(typed, "often"));
        }
        if (asker.isKnown() || askedForOne.isAllowed(Network.of(request) + " " + account)) {
            String code = String.format(Locale.ROOT, "%06d", site.random().nextInt(CODES));
            Change why = change(account);
            Language language = PageLanguage.of(request);
            // How long it takes would tell whether there is such an account.
            Thread.startVirtualThread(() -> SignInCodes.send(site.database(), account, asker, code, language, why));
        }
        request.getSession().setAttribute(ASKED_FOR, account);
        return Rendered.go("/login/code");
    }

    @GetMapping("/login/code")
    ResponseEntity<?> askForCode(HttpServletRequest request) {
        return account(request) == null
                ? Rendered.go("/login")
                : Rendered.page("code", Frame.of(site, request), SignIn.FIRST);
    }

    @PostMapping("/login/code")
    ResponseEntity<?> take(
            @RequestParam("code") String typed, HttpServletRequest request, HttpServletResponse response) {
        String account = account(request);
        if (account == null) {
            return Rendered.go("/login");
        }
        Optional<String> code = TypedText.code(typed);
        if (code.isEmpty()) {
            return Rendered.page(422, "code", Frame.of(site, request), new SignIn(typed, "code"));
        }
        Asker asker = devices.asker(account, request);
        if (!asker.isKnown() && !guessed.isAllowed(Network.of(request))) {
            return Rendered.page(429, "code", Frame.of(site, request), new SignIn("", "often"));
        }
        SameTime refused = SameTime.of(REFUSED_IN);
        long before = entry.before(account);
        return switch (SignInCodes.give(site.database(), account, asker, code.get(), change(account))) {
            case Given.Right _ -> {
                request.getSession().removeAttribute(ASKED_FOR);
                yield Rendered.go(entry.open(account, before, request, response));
            }
            case Given.Wrong _, Given.NoneWaits _ -> {
                refused.await(); // a wrong code and one that nobody was sent
                yield Rendered.page(422, "code", Frame.of(site, request), new SignIn("", "wrong"));
            }
        };
    }

    private static @Nullable String account(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session == null ? null : (String) session.getAttribute(ASKED_FOR);
    }

    private Change change(String account) {
        return new Change(Instant.now(site.clock()), "online agency", "sign-in of " + account);
    }
}
