package org.taswiya.web.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.taswiya.core.customer.TypedText;
import org.taswiya.store.Change;
import org.taswiya.store.access.AccountPasswords;
import org.taswiya.web.Site;
import org.taswiya.web.door.Passwords.Looked;
import org.taswiya.web.door.SignInPages.SignIn;
import org.taswiya.web.page.Frame;
import org.taswiya.web.page.Rendered;

/// The way in by a reference and a password, for customers who have set one. Whoever tries too often finds this way
/// closed for a while, and nobody else does: a device from which the account was opened before counts for itself, and
/// the code is open to all.
@Controller
public final class PasswordSignInPages {
    /// From one network address, for one reference from devices that it is not known from, and from one that it is,
    /// within the time of [Attempts].
    private static final int FROM_AN_ADDRESS_MOST = 20;

    private static final int FOR_A_REFERENCE_MOST = 10;

    /// For one reference from one network address: half of what all strangers together have.
    private static final int FOR_ONE_FROM_AN_ADDRESS_MOST = FOR_A_REFERENCE_MOST / 2;

    private static final int FROM_A_DEVICE_MOST = 10;

    private static final Duration REFUSED_IN = Duration.ofMillis(500);

    private final Site site;
    private final Passwords passwords;
    private final KnownDevices devices;
    private final Entry entry;
    private final Attempts fromAddress;
    private final Attempts forReference;
    private final Attempts forOneFromAddress;
    private final Attempts fromDevice;

    PasswordSignInPages(Site site, Passwords passwords, KnownDevices devices, Entry entry) {
        this.site = site;
        this.passwords = passwords;
        this.devices = devices;
        this.entry = entry;
        this.fromAddress = new Attempts(site, "passwords from a network", FROM_AN_ADDRESS_MOST);
        this.forReference = new Attempts(site, "passwords of an account", FOR_A_REFERENCE_MOST);
        this.forOneFromAddress =
                new Attempts(site, "passwords of an account from a network", FOR_ONE_FROM_AN_ADDRESS_MOST);
        this.fromDevice = new Attempts(site, "passwords from a known device", FROM_A_DEVICE_MOST);
    }

    @GetMapping("/login/password")
    ResponseEntity<byte[]> ask(HttpServletRequest request) {
        return Rendered.page("password", Frame.of(site, request), SignIn.FIRST);
    }

    @PostMapping("/login/password")
    ResponseEntity<?> take(
            @RequestParam(name = "account", defaultValue = "") String typed,
            @RequestParam(name = "password", defaultValue = "") String password,
            HttpServletRequest request,
            HttpServletResponse response) {
        Optional<String> reference = TypedText.account(typed);
        if (reference.isEmpty()) {
            return refused(422, typed, "reference", request);
        }
        String account = reference.get();
        Optional<String> device = devices.of(account, request);
        if (device.isEmpty() && !fromAddress.isAllowed(Network.of(request))) {
            return refused(429, typed, "often", request);
        }
        boolean isOpen = device.isPresent()
                ? fromDevice.isAllowed(device.get())
                : forOneFromAddress.isAllowed(Network.of(request) + " " + account) && forReference.isAllowed(account);
        if (!isOpen) {
            return refused(429, typed, "closed", request);
        }
        SameTime refusal = SameTime.of(REFUSED_IN);
        long before = entry.before(account);
        Optional<String> kept = AccountPasswords.of(site.database(), account);
        boolean isLong = password.length() > PasswordRules.LONGEST * 2;
        Looked looked = passwords.look(isLong ? "" : password, kept.orElse(passwords.nobodys()));
        if (looked == Looked.BUSY) {
            return refused(503, typed, "busy", request);
        }
        return looked == Looked.RIGHT && kept.isPresent()
                ? opened(account, before, password, kept.get(), request, response)
                : wrong(refusal, typed, request);
    }

    private ResponseEntity<?> opened(
            String account,
            long before,
            String password,
            String kept,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (passwords.isWeak(kept)) {
            Change why = new Change(Instant.now(site.clock()), "online agency", "password hashed anew");
            passwords
                    .hash(password)
                    .ifPresent(fresh -> AccountPasswords.hashAnew(site.database(), account, kept, fresh, why));
        }
        return Rendered.go(entry.open(account, before, request, response));
    }

    /// The same and in the same time, whether there is such an account, and whether it has a password.
    private ResponseEntity<?> wrong(SameTime refusal, String typed, HttpServletRequest request) {
        refusal.await();
        return refused(422, typed, "password", request);
    }

    private ResponseEntity<byte[]> refused(int status, String typed, String fault, HttpServletRequest request) {
        return Rendered.page(status, "password", Frame.of(site, request), new SignIn(typed, fault));
    }
}
