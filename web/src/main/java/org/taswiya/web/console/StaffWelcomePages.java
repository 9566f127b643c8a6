package org.taswiya.web.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serial;
import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.taswiya.core.customer.TypedText;
import org.taswiya.store.Change;
import org.taswiya.store.staff.StaffDoor;
import org.taswiya.store.staff.StaffTrail;
import org.taswiya.store.staff.StaffTrail.Kind;
import org.taswiya.web.Site;
import org.taswiya.web.door.Attempts;
import org.taswiya.web.door.DoorTerms;
import org.taswiya.web.door.Network;
import org.taswiya.web.door.Passwords;
import org.taswiya.web.page.Frame;
import org.taswiya.web.page.Rendered;

/// Where somebody with a ticket chooses a password and sets up the second factor: nobody else ever knows either.
@Controller
public final class StaffWelcomePages {
    private static final String CHOOSING = "choosing a password";
    private static final int TRIED_MOST = 20;
    private static final int LONGEST = 200;

    private final Site site;
    private final DoorTerms door;
    private final Passwords passwords;
    private final Attempts tried;

    /// That nothing was looked at is written once for a network.
    private final Attempts told;

    StaffWelcomePages(Site site, DoorTerms door, Passwords passwords) {
        this.site = site;
        this.door = door;
        this.passwords = passwords;
        this.tried = new Attempts(site, "tickets of staff", TRIED_MOST);
        this.told = new Attempts(site, "tickets of staff, told", 1);
    }

    /// @param name as it was typed before
    /// @param code as a link has brought it; never what was typed
    /// @param fault of the texts `welcome.fault.`; empty for none
    public record Welcome(String name, String code, String fault) {}

    /// @param secret of the second factor, in groups of four as it is typed into a telephone
    /// @param link that a telephone opens with its application for codes
    /// @param least how long a password has to be
    /// @param fault of the texts `welcome.fault.`; empty for none
    public record Chosen(String name, String secret, String link, int least, String fault) {}

    /// What a session keeps meanwhile.
    @SuppressWarnings("ArrayRecordComponent") // nobody compares them
    private record Choosing(String name, long ticket, byte[] secret) implements Serializable {
        @Serial
        private static final long serialVersionUID = 1;
    }

    /// A link may bring both.
    @GetMapping("/staff/welcome")
    ResponseEntity<byte[]> ask(
            @RequestParam(name = "name", defaultValue = "") String name,
            @RequestParam(name = "code", defaultValue = "") String code,
            HttpServletRequest request) {
        boolean isLink = name.length() <= LONGEST && code.matches("[A-Z0-9-]{1,40}");
        Welcome shown = isLink ? new Welcome(name, code, "") : new Welcome("", "", "");
        return Rendered.page("console/welcome", Frame.of(site, request), shown);
    }

    @PostMapping("/staff/welcome")
    ResponseEntity<?> take(
            @RequestParam("name") String typed, @RequestParam("code") String code, HttpServletRequest request) {
        String name = typed.strip();
        Instant now = Instant.now(site.clock());
        if (!door.areStaffLocal()) {
            return Rendered.go("/staff/login");
        }
        boolean isOften = !tried.isAllowed(Network.of(request));
        OptionalLong ticket = isOften || name.length() > LONGEST || code.length() > LONGEST
                ? OptionalLong.empty()
                : StaffDoor.ticket(site.database(), name, code, now);
        if (ticket.isEmpty()) {
            if (!isOften || told.isAllowed(Network.of(request))) {
                StaffTrail.refused(site.database(), name, request.getRemoteAddr(), now, "ticket", !isOften);
            }
            Welcome again = new Welcome(typed, "", isOften ? "often" : "ticket");
            return Rendered.page(isOften ? 429 : 422, "console/welcome", Frame.of(site, request), again);
        }
        request.changeSessionId();
        request.getSession()
                .setAttribute(
                        CHOOSING,
                        new Choosing(
                                name, ticket.getAsLong(), SecondFactor.fresh().secret()));
        return Rendered.go("/staff/welcome/password");
    }

    @GetMapping("/staff/welcome/password")
    ResponseEntity<?> choose(HttpServletRequest request) {
        Choosing choosing = choosing(request);
        return choosing == null ? Rendered.go("/staff/welcome") : shown(200, choosing, "", request);
    }

    @PostMapping("/staff/welcome/password")
    ResponseEntity<?> chosen(
            @RequestParam("password") String password,
            @RequestParam("again") String again,
            @RequestParam("code") String code,
            HttpServletRequest request) {
        Choosing choosing = choosing(request);
        if (choosing == null) {
            return Rendered.go("/staff/welcome");
        }
        Instant now = Instant.now(site.clock());
        String fault = fault(choosing, password, again, code);
        if (!fault.isEmpty()) {
            return shown(422, choosing, fault, request);
        }
        Optional<String> hashed = passwords.hash(password);
        if (hashed.isEmpty()) {
            return shown(503, choosing, "busy", request);
        }
        request.getSession().removeAttribute(CHOOSING);
        Change why = new Change(now, choosing.name(), "password chosen by " + choosing.name());
        byte[] kept = new SecondFactor(choosing.secret()).kept(site.staffKey(), choosing.ticket());
        if (!StaffDoor.choose(site.database(), choosing.ticket(), hashed.get(), kept, why)) {
            return Rendered.go("/staff/welcome");
        }
        StaffTrail.write(site.database(), Kind.PASSWORD_CHOSEN, choosing.name(), request.getRemoteAddr(), now);
        return Rendered.go("/staff/login");
    }

    private String fault(Choosing choosing, String password, String again, String code) {
        String fault = StaffPasswordRules.fault(choosing.name(), password, again, door);
        boolean isCode = Totp.stepOf(choosing.secret(), TypedText.number(code), Instant.now(site.telephones()))
                .isPresent();
        return fault.isEmpty() && !isCode ? "code" : fault;
    }

    private ResponseEntity<byte[]> shown(int status, Choosing choosing, String fault, HttpServletRequest request) {
        Frame frame = Frame.of(site, request);
        SecondFactor.Shown factor =
                new SecondFactor(choosing.secret()).shown(choosing.name(), frame.utilityName(), fault);
        return Rendered.page(
                status,
                "console/password",
                frame,
                new Chosen(choosing.name(), factor.typed(), factor.link(), StaffPasswordRules.SHORTEST, fault));
    }

    private static @Nullable Choosing choosing(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session == null ? null : (Choosing) session.getAttribute(CHOOSING);
    }
}
