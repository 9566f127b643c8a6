package org.taswiya.web.preference;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.taswiya.store.Change;
import org.taswiya.store.access.Passkeys;
import org.taswiya.store.access.Passkeys.Passkey;
import org.taswiya.store.access.Passkeys.Shown;
import org.taswiya.web.Site;
import org.taswiya.web.door.Entry;
import org.taswiya.web.door.PasskeyParty;
import org.taswiya.web.door.SignedIn;
import org.taswiya.web.page.Frame;
import org.taswiya.web.page.Rendered;

/// The passkeys of a customer: made on the device they have before them, listed with their last use, removed.
@Controller
public final class PasskeyPages {
    private static final String ASKED = "passkey to be made";
    private static final int NAME_LONGEST = 60;

    private final Site site;
    private final PasskeyParty party;
    private final Entry entry;

    PasskeyPages(Site site, PasskeyParty party, Entry entry) {
        this.site = site;
        this.party = party;
        this.entry = entry;
    }

    /// @param usedOn null before its first use
    public record Key(
            long id,
            String name,
            LocalDate madeOn,
            @Nullable LocalDate usedOn) {}

    /// @param account the first of theirs
    /// @param asked what the script asks the device, as JSON; empty where no more may be made
    /// @param done of the texts `passkey.done.`; empty for nothing
    /// @param fault of the texts `passkey.fault.`; empty for none
    public record Keys(String account, List<Key> keys, String asked, String done, String fault) {
        public Keys {
            keys = List.copyOf(keys);
        }
    }

    @GetMapping("/passkeys")
    ResponseEntity<byte[]> list(
            @RequestParam(name = "done", defaultValue = "") String done,
            SignedIn customer,
            HttpServletRequest request) {
        return entry.again(request)
                .orElseGet(() -> shown(200, customer, done.matches("added|removed") ? done : "", "", request));
    }

    /// What a device was asked is answered once; it was asked after a fresh sign-in.
    @PostMapping("/passkeys")
    ResponseEntity<byte[]> add(
            @RequestParam(name = "credential", defaultValue = "") String said,
            @RequestParam(name = "name", defaultValue = "") String typed,
            SignedIn customer,
            HttpServletRequest request,
            HttpServletResponse response) {
        HttpSession session = request.getSession();
        Object asked = session.getAttribute(ASKED);
        session.removeAttribute(ASKED);
        String name = typed.strip();
        if (name.isEmpty() || name.length() > NAME_LONGEST) {
            return shown(422, customer, "", "name", request);
        }
        if (!(asked instanceof PublicKeyCredentialCreationOptions options)) {
            return shown(422, customer, "", "refused", request);
        }
        String account = customer.accounts().getFirst();
        Optional<Shown> made = party.made(account, options, said, name, request);
        byte[] handle = options.getUser().getId().getBytes();
        Change why = change("passkey made by the customer");
        boolean isKept = made.isPresent()
                && entry.changed(
                        customer,
                        request,
                        response,
                        () -> Passkeys.add(site.database(), account, handle, made.get(), why));
        return isKept ? Rendered.go("/passkeys?done=added") : shown(422, customer, "", "refused", request);
    }

    @PostMapping("/passkeys/end")
    ResponseEntity<byte[]> end(
            @RequestParam(name = "id", defaultValue = "") String id,
            SignedIn customer,
            HttpServletRequest request,
            HttpServletResponse response) {
        String account = customer.accounts().getFirst();
        Change why = change("passkey removed by the customer");
        boolean isEnded = id.matches("\\d{1,18}")
                && entry.changed(
                        customer,
                        request,
                        response,
                        () -> Passkeys.end(site.database(), account, Long.parseLong(id), why));
        return isEnded ? Rendered.go("/passkeys?done=removed") : shown(422, customer, "", "gone", request);
    }

    private ResponseEntity<byte[]> shown(
            int status, SignedIn customer, String done, String fault, HttpServletRequest request) {
        String account = customer.accounts().getFirst();
        List<Passkey> all = Passkeys.of(site.database(), account);
        String asked = "";
        if (all.size() < Passkeys.MOST) {
            PublicKeyCredentialCreationOptions options = party.creation(account, customer, request);
            request.getSession().setAttribute(ASKED, options);
            asked = PasskeyParty.json(options);
        }
        Keys shown = new Keys(account, all.stream().map(this::key).toList(), asked, done, fault);
        return Rendered.page(status, "preference/passkeys", Frame.of(site, request), shown);
    }

    private Key key(Passkey key) {
        Instant usedAt = key.usedAt();
        return new Key(key.id(), key.shown().name(), day(key.madeAt()), usedAt == null ? null : day(usedAt));
    }

    private LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, site.clock().getZone());
    }

    private Change change(String reason) {
        return new Change(Instant.now(site.clock()), "online agency", reason);
    }
}
