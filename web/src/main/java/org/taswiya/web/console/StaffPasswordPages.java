package org.taswiya.web.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.Serial;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.taswiya.core.customer.TypedText;
import org.taswiya.store.Change;
import org.taswiya.store.staff.StaffDoor;
import org.taswiya.store.staff.StaffDoor.Secret;
import org.taswiya.store.staff.StaffRenewal;
import org.taswiya.store.staff.StaffTrail;
import org.taswiya.store.staff.StaffTrail.Kind;
import org.taswiya.web.Site;
import org.taswiya.web.console.StaffProof.Proven;
import org.taswiya.web.door.Attempts;
import org.taswiya.web.door.DoorTerms;
import org.taswiya.web.door.Passwords;
import org.taswiya.web.page.Frame;
import org.taswiya.web.page.Rendered;

/// Where somebody of the staff changes what they sign in with: the password, or the second factor, each by both that
/// they have. All that they have open elsewhere ends.
@Controller
public final class StaffPasswordPages {
    static final String PAGE = "/staff/password";
    static final String FACTOR = "/staff/password/factor";
    private static final String RENEWING = "renewing a second factor";
    private static final Duration GOOD_FOR = Duration.ofMinutes(10);
    private static final int TRIED_MOST = 10;
    private static final String WRONG = "renew.fault.wrong";

    private final Site site;
    private final DoorTerms door;
    private final Passwords passwords;
    private final StaffProof proof;
    private final SecurityContextRepository contexts;
    private final Attempts tried;

    StaffPasswordPages(
            Site site, DoorTerms door, Passwords passwords, StaffProof proof, SecurityContextRepository contexts) {
        this.site = site;
        this.door = door;
        this.passwords = passwords;
        this.proof = proof;
        this.contexts = contexts;
        this.tried = new Attempts(site, "passwords of staff renewed", TRIED_MOST);
    }

    /// @param name that they sign in with
    /// @param isLocal whether a password of theirs opens anything
    /// @param least how long a password has to be
    /// @param fault the key of what is wrong; empty for nothing
    /// @param done of the texts `renew.done.`; empty for nothing
    public record Renewing(String name, boolean isLocal, int least, String fault, String done) {}

    /// What a session keeps while somebody types a new secret into their telephone.
    ///
    /// @param proven when they gave the password and a code
    @SuppressWarnings("ArrayRecordComponent") // nobody compares them
    private record NewFactor(long ticket, byte[] secret, Instant proven) implements Serializable {
        @Serial
        private static final long serialVersionUID = 1;
    }

    @GetMapping(PAGE)
    ResponseEntity<byte[]> ask(
            @RequestParam(name = "done", defaultValue = "") String done,
            StaffSignedIn staff,
            HttpServletRequest request) {
        return page(200, staff, "", done.matches("password|factor") ? done : "", request);
    }

    @PostMapping(PAGE)
    ResponseEntity<?> take(
            @RequestParam("what") String what,
            @RequestParam("old") String old,
            @RequestParam("code") String code,
            @RequestParam(name = "password", defaultValue = "") String password,
            @RequestParam(name = "again", defaultValue = "") String again,
            StaffSignedIn staff,
            HttpServletRequest request,
            HttpServletResponse response) {
        Instant now = Instant.now(site.clock());
        boolean isFactor = what.equals("factor");
        String fault = isFactor ? "" : StaffPasswordRules.fault(staff.staff(), password, again, door);
        if (!isLocal(staff) || !fault.isEmpty()) {
            return page(422, staff, fault.isEmpty() ? WRONG : "welcome.fault." + fault, "", request);
        }
        if (!tried.isAllowed(staff.staff())) {
            return page(429, staff, "welcome.fault.often", "", request);
        }
        Optional<Proven> proven = proof.of(staff.staff(), old, code);
        if (proven.isEmpty()) {
            StaffTrail.refused(site.database(), staff.staff(), request.getRemoteAddr(), now, "own password", true);
            return page(422, staff, WRONG, "", request);
        }
        Secret secret = proven.get().secret();
        if (isFactor) {
            request.getSession()
                    .setAttribute(
                            RENEWING,
                            new NewFactor(secret.ticket(), SecondFactor.fresh().secret(), now));
            return Rendered.go(FACTOR);
        }
        Optional<String> hashed = passwords.hash(password);
        if (hashed.isEmpty()) {
            return page(503, staff, "welcome.fault.busy", "", request);
        }
        Renewed renewed = new Renewed(
                "password",
                secret,
                hashed.get(),
                proven.get().factor(),
                proven.get().step());
        return renewed(renewed, staff, request, response);
    }

    /// The secret of the new one, for a telephone.
    @GetMapping(FACTOR)
    ResponseEntity<?> factor(StaffSignedIn staff, HttpServletRequest request) {
        NewFactor begun = begun(staff, request);
        return begun == null ? Rendered.go(PAGE) : factor(200, begun, "", staff, request);
    }

    @PostMapping(FACTOR)
    ResponseEntity<?> takeFactor(
            @RequestParam("code") String code,
            StaffSignedIn staff,
            HttpServletRequest request,
            HttpServletResponse response) {
        NewFactor begun = begun(staff, request);
        Optional<Secret> before = StaffDoor.secret(site.database(), staff.staff());
        if (begun == null || before.isEmpty() || before.get().ticket() != begun.ticket()) {
            return Rendered.go(PAGE);
        }
        OptionalLong step = Totp.stepOf(begun.secret(), TypedText.number(code), Instant.now(site.telephones()));
        if (step.isEmpty()) {
            return factor(422, begun, "code", staff, request);
        }
        Secret secret = before.get();
        return renewed(
                new Renewed("factor", secret, secret.password(), begun.secret(), step.getAsLong()),
                staff,
                request,
                response);
    }

    /// @param what of the texts `renew.done.`
    @SuppressWarnings("ArrayRecordComponent") // nobody compares them
    private record Renewed(String what, Secret before, String password, byte[] factor, long step) {}

    private ResponseEntity<byte[]> renewed(
            Renewed renewed, StaffSignedIn staff, HttpServletRequest request, HttpServletResponse response) {
        Instant now = Instant.now(site.clock());
        String name = staff.staff();
        SecondFactor factor = new SecondFactor(renewed.factor());
        OptionalLong ticket = StaffRenewal.renew(
                site.database(),
                renewed.before(),
                renewed.password(),
                number -> factor.kept(site.staffKey(), number),
                renewed.step(),
                new Change(now, name, renewed.what() + " changed by " + name));
        if (ticket.isEmpty()) {
            return Rendered.go(PAGE); // reset, or changed elsewhere, at this moment
        }
        StaffTrail.write(
                site.database(),
                Kind.PASSWORD_CHOSEN,
                name,
                request.getRemoteAddr(),
                now,
                renewed.what().equals("factor") ? "own second factor" : "own password");
        StaffEntry.open(new StaffSignedIn(name, ticket.getAsLong(), staff.knownAs()), contexts, request, response);
        return Rendered.go(PAGE + "?done=" + renewed.what());
    }

    private boolean isLocal(StaffSignedIn staff) {
        return door.areStaffLocal()
                && StaffDoor.secret(site.database(), staff.staff()).isPresent();
    }

    private @Nullable NewFactor begun(StaffSignedIn staff, HttpServletRequest request) {
        Object kept = request.getSession().getAttribute(RENEWING);
        return kept instanceof NewFactor begun
                        && begun.ticket() == staff.ticket()
                        && Duration.between(begun.proven(), Instant.now(site.clock()))
                                        .compareTo(GOOD_FOR)
                                <= 0
                ? begun
                : null;
    }

    private ResponseEntity<byte[]> page(
            int status, StaffSignedIn staff, String fault, String done, HttpServletRequest request) {
        Renewing shown = new Renewing(staff.staff(), isLocal(staff), StaffPasswordRules.SHORTEST, fault, done);
        return Rendered.page(status, "console/renew", Frame.of(site, request), shown);
    }

    private ResponseEntity<byte[]> factor(
            int status, NewFactor begun, String fault, StaffSignedIn staff, HttpServletRequest request) {
        Frame frame = Frame.of(site, request);
        SecondFactor.Shown shown = new SecondFactor(begun.secret()).shown(staff.staff(), frame.utilityName(), fault);
        return Rendered.page(status, "console/factor", frame, shown);
    }
}
