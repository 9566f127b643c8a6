package org.taswiya.web.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.taswiya.store.staff.StaffDoor;
import org.taswiya.store.staff.StaffDoor.Secret;
import org.taswiya.store.staff.StaffRight;
import org.taswiya.store.staff.StaffTrail;
import org.taswiya.store.staff.StaffTrail.Kind;
import org.taswiya.web.Site;
import org.taswiya.web.door.Attempts;
import org.taswiya.web.door.DoorTerms;
import org.taswiya.web.door.Network;
import org.taswiya.web.page.Frame;
import org.taswiya.web.page.Rendered;

/// The way into the console and out of it: a name, a password and a code of the second factor, in one form, so that
/// nobody learns which of them was wrong.
@Controller
public final class StaffSignInPages {
    /// From one network address within the time of [Attempts]: an office behind it gets in.
    private static final int FROM_AN_ADDRESS_MOST = 60;

    /// For one name, from addresses that it has not signed in from before.
    private static final int FOR_A_NAME_MOST = 10;

    /// For one name from an address that it has signed in from before.
    private static final int OF_KNOWN_MOST = 60;

    /// As the trail says that nothing was looked at.
    private static final String OFTEN = "too many tries";

    private final Site site;
    private final SecurityContextRepository contexts;
    private final Attempts fromAddress;
    private final Attempts forName;
    private final Attempts ofKnown;

    /// That nothing was looked at is written once for a network.
    private final Attempts told;

    private final DoorTerms door;
    private final StaffProof proof;
    private final Optional<ProviderClient> provider;

    StaffSignInPages(
            Site site,
            SecurityContextRepository contexts,
            DoorTerms door,
            StaffProof proof,
            Optional<ProviderClient> provider) {
        this.site = site;
        this.contexts = contexts;
        this.door = door;
        this.proof = proof;
        this.provider = provider;
        this.fromAddress = new Attempts(site, "sign-ins of staff from a network", FROM_AN_ADDRESS_MOST);
        this.forName = new Attempts(site, "sign-ins of a name", FOR_A_NAME_MOST);
        this.ofKnown = new Attempts(site, "sign-ins of a name where it is known", OF_KNOWN_MOST);
        this.told = new Attempts(site, "sign-ins of staff, told", 1);
    }

    /// @param name as it was typed before
    /// @param fault of the texts `staff.fault.`; empty for none
    /// @param isLocal whether a password and a code open
    /// @param isProvider whether a provider signs in staff
    public record StaffSignIn(String name, String fault, boolean isLocal, boolean isProvider) {}

    @GetMapping("/staff/login")
    ResponseEntity<byte[]> ask(
            @RequestParam(name = "fault", defaultValue = "") String fault, HttpServletRequest request) {
        return refused(200, "", fault.equals("provider") ? fault : "", request);
    }

    /// On to the provider, when it is there.
    @GetMapping("/staff/login/provider")
    ResponseEntity<?> goToProvider(HttpServletRequest request) {
        if (provider.isEmpty()) {
            return Rendered.go("/staff/login");
        }
        return provider.get().isThere()
                ? Rendered.go("/staff/login/oidc/" + ProviderClient.NAME)
                : refused(503, "", "provider-away", request);
    }

    @PostMapping("/staff/login")
    ResponseEntity<?> take(
            @RequestParam("name") String typedName,
            @RequestParam("password") String password,
            @RequestParam("code") String typedCode,
            HttpServletRequest request,
            HttpServletResponse response) {
        String name = typedName.strip();
        String address = request.getRemoteAddr();
        Instant now = Instant.now(site.clock());
        if (!door.areStaffLocal()) {
            return refused(422, "", "provider-only", request);
        }
        if (!isAllowed(name, request, now)) {
            if (told.isAllowed(Network.of(request))) {
                StaffTrail.refused(site.database(), name, address, now, OFTEN, false);
            }
            return refused(429, typedName, "often", request);
        }
        Optional<Secret> proven = proof.of(name, password, typedCode).map(StaffProof.Proven::secret);
        if (proven.isEmpty()) {
            StaffTrail.refused(site.database(), name, address, now, null, true);
            return refused(422, typedName, "wrong", request);
        }
        StaffTrail.write(site.database(), Kind.SIGNED_IN, name, address, now, "password and code");
        StaffSignedIn who = new StaffSignedIn(proven.get().name(), proven.get().ticket(), null);
        return Rendered.go(StaffEntry.open(who, contexts, request, response));
    }

    /// Others who try a name never keep its owner out from where they have signed in before; nor do others who try from
    /// there: a call centre is one address.
    private boolean isAllowed(String name, HttpServletRequest request, Instant now) {
        if (name.length() > StaffProof.LONGEST) {
            return false;
        }
        String network = Network.of(request);
        boolean isKnown = StaffTrail.knownAddresses(site.database(), name, now).stream()
                .map(Network::of)
                .anyMatch(network::equals);
        return isKnown
                ? ofKnown.isAllowed(network + " " + name)
                : fromAddress.isAllowed(network) && forName.isAllowed(name);
    }

    /// The first page: what a role is for.
    @GetMapping("/staff")
    ResponseEntity<byte[]> first(StaffSignedIn staff) {
        Set<StaffRight> rights = StaffDoor.rights(site.database(), staff.staff(), staff.ticket());
        if (rights.contains(StaffRight.ROUND)) {
            return Rendered.go("/staff/round/");
        }
        return Rendered.go(rights.contains(StaffRight.CUSTOMERS) ? "/staff/search" : "/staff/trail");
    }

    private ResponseEntity<byte[]> refused(int status, String name, String fault, HttpServletRequest request) {
        StaffSignIn shown = new StaffSignIn(name, fault, door.areStaffLocal(), provider.isPresent());
        return Rendered.page(status, "console/sign-in", Frame.of(site, request), shown);
    }
}
