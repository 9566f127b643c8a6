package org.taswiya.web.preference;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.taswiya.core.customer.Language;
import org.taswiya.core.message.Cause;
import org.taswiya.core.message.Channel;
import org.taswiya.core.message.ChannelLadder;
import org.taswiya.core.message.Contact;
import org.taswiya.core.message.Preference;
import org.taswiya.deliver.push.PushSubscription;
import org.taswiya.store.Change;
import org.taswiya.store.message.ContactSet;
import org.taswiya.store.message.Contacts;
import org.taswiya.store.message.Preferences;
import org.taswiya.web.AgencyTerms;
import org.taswiya.web.Site;
import org.taswiya.web.door.SignedIn;
import org.taswiya.web.page.Frame;
import org.taswiya.web.page.Problems;
import org.taswiya.web.page.Rendered;

/// Notices that a browser shows: on the device from which they are asked for, until they are ended.
@Controller
public final class PushPages {
    private static final String PATH = "/preferences/{account:[0-9]{10}}/push";

    /// What is worth little when it is read a day late comes to the device first; bills stay where they were.
    private static final Set<Cause.Kind> URGENT = Set.of(Cause.Kind.OUTAGE, Cause.Kind.ABNORMAL_USE);

    private final Site site;
    private final AgencyTerms terms;
    private final Problems problems;

    PushPages(Site site, AgencyTerms terms, Problems problems) {
        this.site = site;
        this.terms = terms;
        this.problems = problems;
    }

    /// @param key for which a browser subscribes
    /// @param isOn whether a device is told
    /// @param fault whether what the browser gave is nothing that anybody can be told by
    public record Push(String account, String key, boolean isOn, boolean fault) {}

    @GetMapping(PATH)
    ResponseEntity<byte[]> ask(@PathVariable("account") String account, SignedIn customer, HttpServletRequest request) {
        return customer.owns(account) ? asked(account, 200, request) : problems.unknown(request);
    }

    @PostMapping(PATH)
    ResponseEntity<byte[]> begin(
            @PathVariable("account") String account,
            @RequestParam(name = "endpoint", defaultValue = "") String endpoint,
            @RequestParam(name = "p256dh", defaultValue = "") String key,
            @RequestParam(name = "auth", defaultValue = "") String secret,
            SignedIn customer,
            HttpServletRequest request) {
        if (!customer.owns(account) || terms.pushKey() == null) {
            return problems.unknown(request);
        }
        String address = endpoint + " " + key + " " + secret;
        if (Channel.PUSH.fault(address).isPresent()
                || !(PushSubscription.parse(address) instanceof PushSubscription.Parsed.Good(var subscription))
                || subscription.hostFault().isPresent()) {
            return asked(account, 422, request);
        }
        reach(account, new Contact(Channel.PUSH, address), "push messages asked for on a device");
        for (Cause.Kind kind : URGENT) {
            preferHere(account, kind);
        }
        return saved(account, "push");
    }

    @PostMapping(PATH + "/end")
    ResponseEntity<byte[]> end(@PathVariable("account") String account, SignedIn customer, HttpServletRequest request) {
        if (!customer.owns(account)) {
            return problems.unknown(request);
        }
        reach(account, null, "push messages ended");
        return saved(account, "push-ended");
    }

    /// @param device null for none any more
    private void reach(String account, @Nullable Contact device, String why) {
        ContactSet held =
                Contacts.on(SignedIn.seen(site).database(), account, today()).orElse(null);
        List<Contact> rungs =
                new ArrayList<>(held == null ? List.of() : held.ladder().rungs());
        rungs.removeIf(rung -> rung.channel() == Channel.PUSH);
        if (device != null) {
            rungs.add(device);
        }
        Language language = held == null ? null : held.language();
        Contacts.set(site.database(), account, new ChannelLadder(rungs), language, today(), change(why), false);
    }

    /// Unless they have said by which way it comes first.
    private void preferHere(String account, Cause.Kind kind) {
        List<Preference> said = Preferences.on(SignedIn.seen(site).database(), account, today());
        Preference held =
                said.stream().filter(one -> one.kind() == kind).findFirst().orElse(null);
        if (held == null && kind.consent() != Cause.Consent.IF_GIVEN) {
            prefer(account, new Preference(kind, true, List.of(Channel.PUSH), null));
        } else if (held != null && held.isWanted() && held.first().isEmpty()) {
            prefer(account, new Preference(kind, true, List.of(Channel.PUSH), held.language()));
        }
    }

    private void prefer(String account, Preference preference) {
        Preferences.set(site.database(), account, preference, today(), change("with push messages"), false);
    }

    private ResponseEntity<byte[]> asked(String account, int status, HttpServletRequest request) {
        String key = terms.pushKey();
        if (key == null) {
            return problems.unknown(request);
        }
        boolean isOn = Contacts.on(SignedIn.seen(site).database(), account, today()).stream()
                .flatMap(held -> held.ladder().rungs().stream())
                .anyMatch(rung -> rung.channel() == Channel.PUSH);
        Push shown = new Push(account, key, isOn, status != 200);
        return Rendered.page(status, "preference/push", Frame.of(site, request), shown);
    }

    private static ResponseEntity<byte[]> saved(String account, String what) {
        return Rendered.go("/preferences/" + account + "?saved=" + what);
    }

    private Change change(String reason) {
        return new Change(Instant.now(site.clock()), "online agency", reason);
    }

    private LocalDate today() {
        return LocalDate.now(site.clock());
    }
}
