package org.taswiya.web.preference;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.taswiya.core.customer.TypedText;
import org.taswiya.core.message.Channel;
import org.taswiya.core.message.Contact;
import org.taswiya.store.Change;
import org.taswiya.store.message.ContactCodes;
import org.taswiya.store.message.ContactCodes.Given;
import org.taswiya.store.message.Contacts;
import org.taswiya.web.Site;
import org.taswiya.web.door.Attempts;
import org.taswiya.web.door.Entry;
import org.taswiya.web.door.Network;
import org.taswiya.web.door.SignedIn;
import org.taswiya.web.page.Frame;
import org.taswiya.web.page.PageLanguage;
import org.taswiya.web.page.Problems;
import org.taswiya.web.page.Rendered;
import org.taswiya.web.page.TypedAddress;

/// A new telephone number or e-mail address: typed, then shown to be theirs by a code that is sent there. Where the
/// account was reached before is told of it, and whoever signed in a while ago shows first who they are, so that
/// nobody is cut off from their bills behind their back.
@Controller
public final class AddressPages {
    private static final String PATH = "/preferences/{account:[0-9]{10}}/address";
    private static final String CODE = "/preferences/{account:[0-9]{10}}/code";

    /// What the last code was sent to, by account, for this visit.
    private static final String SENT_TO = "confirming ";

    private static final int CODES = 1_000_000;

    /// Of an account, and from a network address, within the time of [Attempts]: nobody floods a telephone.
    private static final int SENT_MOST = 5;

    private final Site site;
    private final Problems problems;
    private final Entry entry;
    private final Attempts sent;

    AddressPages(Site site, Problems problems, Entry entry) {
        this.site = site;
        this.problems = problems;
        this.entry = entry;
        this.sent = new Attempts(site, "codes sent to a contact", SENT_MOST);
    }

    /// @param channel `sms` or `email`
    /// @param typed what was typed; empty the first time
    /// @param fault of the texts `address.fault.`; empty for none
    public record Address(String account, String channel, String typed, String fault) {}

    /// @param to where the code was sent; empty where this visit has sent none
    /// @param fault of the texts `address.fault.`; empty for none
    public record Code(String account, String to, String fault) {}

    @GetMapping(PATH)
    ResponseEntity<byte[]> ask(
            @PathVariable("account") String account,
            @RequestParam(name = "channel", defaultValue = "sms") String channel,
            @RequestParam(name = "address", defaultValue = "") String typed,
            SignedIn customer,
            HttpServletRequest request) {
        return customer.owns(account)
                ? entry.again(request).orElseGet(() -> asked(new Address(account, channel, typed, ""), 200, request))
                : problems.unknown(request);
    }

    @PostMapping(PATH)
    ResponseEntity<byte[]> send(
            @PathVariable("account") String account,
            @RequestParam(name = "channel", defaultValue = "") String channel,
            @RequestParam(name = "address", defaultValue = "") String typed,
            SignedIn customer,
            HttpServletRequest request) {
        if (!customer.owns(account)) {
            return problems.unknown(request);
        }
        Optional<ResponseEntity<byte[]>> again = entry.again(request);
        if (again.isPresent()) {
            return again.get();
        }
        Optional<Contact> to = Channel.ofCode(channel)
                .filter(one -> one == Channel.SMS || one == Channel.EMAIL)
                .flatMap(one ->
                        TypedAddress.parse(one, typed, site.profile().postal().country()));
        if (to.isEmpty()) {
            String fault = channel.equals("email") ? "email" : "sms";
            return asked(new Address(account, channel, typed, fault), 422, request);
        }
        if (!sent.isAllowed(account) || !sent.isAllowed(Network.of(request))) {
            return asked(new Address(account, channel, typed, "often"), 429, request);
        }
        String code = String.format(Locale.ROOT, "%06d", site.random().nextInt(CODES));
        ContactCodes.send(
                site.database(), account, to.get(), code, PageLanguage.of(request), change("new address, to confirm"));
        request.getSession().setAttribute(SENT_TO + account, to.get().shown());
        return Rendered.go("/preferences/" + account + "/code");
    }

    @GetMapping(CODE)
    ResponseEntity<byte[]> askForCode(
            @PathVariable("account") String account, SignedIn customer, HttpServletRequest request) {
        return customer.owns(account) ? code(account, 200, "", request) : problems.unknown(request);
    }

    @PostMapping(CODE)
    ResponseEntity<byte[]> take(
            @PathVariable("account") String account,
            @RequestParam(name = "code", defaultValue = "") String typed,
            SignedIn customer,
            HttpServletRequest request) {
        if (!customer.owns(account)) {
            return problems.unknown(request);
        }
        Optional<String> code = TypedText.code(typed);
        if (code.isEmpty()) {
            return code(account, 422, "code", request);
        }
        boolean isSame = isReachedAt(account, request.getSession().getAttribute(SENT_TO + account));
        return switch (ContactCodes.give(
                site.database(), account, code.get(), LocalDate.now(site.clock()), change("confirmed by a code"))) {
            case Given.Right _ -> {
                request.getSession().removeAttribute(SENT_TO + account);
                yield Rendered.go("/preferences/" + account + "?saved=" + (isSame ? "confirmed" : "address"));
            }
            case Given.Wrong(int left) when left > 0 -> code(account, 422, "wrong", request);
            case Given.Wrong _, Given.NoneWaits _ -> code(account, 422, "none", request);
        };
    }

    /// Whether they were reached there already: then nothing has changed but that it is confirmed, and nobody is told.
    private boolean isReachedAt(String account, @Nullable Object address) {
        return Contacts.on(site.database(), account, LocalDate.now(site.clock())).stream()
                .flatMap(reached -> reached.ladder().rungs().stream())
                .anyMatch(contact -> contact.shown().equals(address));
    }

    private ResponseEntity<byte[]> asked(Address shown, int status, HttpServletRequest request) {
        return Rendered.page(status, "preference/address", Frame.of(site, request), shown);
    }

    private ResponseEntity<byte[]> code(String account, int status, String fault, HttpServletRequest request) {
        Object to = request.getSession().getAttribute(SENT_TO + account);
        return Rendered.page(
                status, "preference/code", Frame.of(site, request), new Code(account, Objects.toString(to, ""), fault));
    }

    private Change change(String reason) {
        return new Change(Instant.now(site.clock()), "online agency", reason);
    }
}
