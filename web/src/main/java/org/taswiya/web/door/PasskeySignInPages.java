package org.taswiya.web.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Instant;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.taswiya.store.Change;
import org.taswiya.store.access.Passkeys;
import org.taswiya.web.Site;
import org.taswiya.web.door.PasskeyParty.Proven;
import org.taswiya.web.page.Frame;
import org.taswiya.web.page.Rendered;

/// The way in by a passkey: no reference is typed, the device knows whose it is.
@Controller
public final class PasskeySignInPages {
    private static final String ASKED = "passkey asked for";

    /// From one network address within the time of [Attempts].
    private static final int TRIED_MOST = 20;

    private static final Authentication NOBODY =
            new AnonymousAuthenticationToken("nobody", "nobody", AuthorityUtils.createAuthorityList("ROLE_NOBODY"));

    private final Site site;
    private final PasskeyParty party;
    private final Entry entry;
    private final Attempts tried;

    PasskeySignInPages(Site site, PasskeyParty party, Entry entry) {
        this.site = site;
        this.party = party;
        this.entry = entry;
        this.tried = new Attempts(site, "passkeys", TRIED_MOST);
    }

    /// @param asked what the script asks the device, as JSON
    /// @param fault of the texts `passkey.fault.`; empty for none
    public record Asked(String asked, String fault) {}

    @GetMapping("/login/passkey")
    ResponseEntity<byte[]> ask(HttpServletRequest request) {
        return asked(200, "", request);
    }

    /// What a device was asked is answered once.
    @PostMapping("/login/passkey")
    ResponseEntity<?> take(
            @RequestParam(name = "credential", defaultValue = "") String said,
            HttpServletRequest request,
            HttpServletResponse response) {
        HttpSession session = request.getSession();
        Object asked = session.getAttribute(ASKED);
        session.removeAttribute(ASKED);
        if (!tried.isAllowed(Network.of(request))) {
            return asked(429, "often", request);
        }
        Optional<Proven> proven = asked instanceof PublicKeyCredentialRequestOptions options
                ? party.proven(options, said, request)
                : Optional.empty();
        String account = proven.map(one -> one.passkey().account()).orElse("");
        long before = entry.before(account);
        return proven.filter(this::isWritten).isPresent()
                ? Rendered.go(entry.open(account, before, request, response))
                : asked(422, "refused", request);
    }

    private boolean isWritten(Proven proven) {
        Change why = new Change(Instant.now(site.clock()), "online agency", "sign-in by a passkey");
        return Passkeys.used(site.database(), proven.passkey().id(), proven.signCount(), proven.isBackedUp(), why);
    }

    private ResponseEntity<byte[]> asked(int status, String fault, HttpServletRequest request) {
        PublicKeyCredentialRequestOptions options = party.request(NOBODY, request);
        request.getSession().setAttribute(ASKED, options);
        return Rendered.page(status, "passkey", Frame.of(site, request), new Asked(PasskeyParty.json(options), fault));
    }
}
