package org.taswiya.web.preference;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
import org.taswiya.core.message.Contact;
import org.taswiya.core.message.Preference;
import org.taswiya.store.Change;
import org.taswiya.store.access.AccountPasswords;
import org.taswiya.store.message.ContactCodes;
import org.taswiya.store.message.ContactSet;
import org.taswiya.store.message.Contacts;
import org.taswiya.store.message.Preferences;
import org.taswiya.web.AgencyTerms;
import org.taswiya.web.Site;
import org.taswiya.web.door.SignedIn;
import org.taswiya.web.page.Frame;
import org.taswiya.web.page.PageLanguage;
import org.taswiya.web.page.Problems;
import org.taswiya.web.page.Rendered;
import org.taswiya.web.preference.PreferencesShown.Kind;
import org.taswiya.web.preference.PreferencesShown.OneKind;

/// How an account is reached, and what it wants to be told: a kind of notice at a time.
@Controller
public final class PreferencePages {
    private static final String PATH = "/preferences/{account:[0-9]{10}}";
    private static final String ONE_KIND = PATH + "/notice/{kind}";

    private final Site site;
    private final AgencyTerms terms;
    private final Problems problems;

    PreferencePages(Site site, AgencyTerms terms, Problems problems) {
        this.site = site;
        this.terms = terms;
        this.problems = problems;
    }

    @GetMapping(PATH)
    ResponseEntity<byte[]> look(
            @PathVariable("account") String account,
            @RequestParam(name = "saved", defaultValue = "") String saved,
            SignedIn customer,
            HttpServletRequest request) {
        if (!customer.owns(account)) {
            return problems.unknown(request);
        }
        ContactSet reached =
                Contacts.on(SignedIn.seen(site).database(), account, today()).orElse(null);
        PreferencesShown shown = new PreferencesShown(
                account,
                contacts(reached),
                ContactCodes.confirmed(site.database(), account),
                reached == null ? null : reached.language(),
                kinds(account),
                terms.pushKey() != null,
                AccountPasswords.of(site.database(), account).isPresent(),
                saved.matches("notice|address|confirmed|push|push-ended|password|password-ended") ? saved : "");
        return Rendered.page("preference/preferences", Frame.of(site, request), shown);
    }

    @GetMapping(ONE_KIND)
    ResponseEntity<byte[]> ask(
            @PathVariable("account") String account,
            @PathVariable("kind") String code,
            SignedIn customer,
            HttpServletRequest request) {
        return asked(account, code, customer)
                .map(kind -> shown(account, kind, 200, "", request))
                .orElseGet(() -> problems.unknown(request));
    }

    @PostMapping(ONE_KIND)
    ResponseEntity<byte[]> save(
            @PathVariable("account") String account,
            @PathVariable("kind") String code,
            @RequestParam(name = "wanted", defaultValue = "yes") String wanted,
            @RequestParam(name = "first", defaultValue = "") String first,
            @RequestParam(name = "language", defaultValue = "") String language,
            SignedIn customer,
            HttpServletRequest request) {
        Kind held = asked(account, code, customer).orElse(null);
        if (held == null) {
            return problems.unknown(request);
        }
        Kind typed = new Kind(
                held.kind(),
                wanted.equals("yes"),
                Channel.ofCode(first).orElse(null),
                PageLanguage.ofCode(language).orElse(null));
        Preference preference = new Preference(
                typed.kind(), typed.isWanted(), Stream.ofNullable(typed.first()).toList(), typed.language());
        if (preference.fault().isPresent()) {
            return shown(account, held, 422, "fixed", request);
        }
        Preferences.set(
                site.database(),
                account,
                preference,
                today(),
                new Change(Instant.now(site.clock()), "online agency", "preferred by the customer"),
                false);
        return Rendered.go("/preferences/" + account + "?saved=notice");
    }

    /// Empty for what is another's and for no kind that anything can be preferred of.
    private Optional<Kind> asked(String account, String code, SignedIn customer) {
        return customer.owns(account)
                ? kinds(account).stream()
                        .filter(kind -> kind.code().equals(code))
                        .findFirst()
                : Optional.empty();
    }

    private ResponseEntity<byte[]> shown(
            String account, Kind kind, int status, String fault, HttpServletRequest request) {
        List<Channel> channels =
                contacts(Contacts.on(SignedIn.seen(site).database(), account, today())
                                .orElse(null))
                        .stream()
                        .map(Contact::channel)
                        .toList();
        return Rendered.page(
                status, "preference/notice", Frame.of(site, request), new OneKind(account, kind, channels, fault));
    }

    private static List<Contact> contacts(@Nullable ContactSet reached) {
        return reached == null ? List.of() : reached.ladder().rungs();
    }

    /// Codes are left out: who asks for one waits for it, and it goes where it has to.
    private List<Kind> kinds(String account) {
        List<Preference> said = Preferences.on(SignedIn.seen(site).database(), account, today());
        return Stream.of(Cause.Kind.values())
                .filter(kind -> kind.isOfLadder() && kind != Cause.Kind.SIGN_IN_CODE)
                .map(kind -> said.stream()
                        .filter(one -> one.kind() == kind)
                        .findFirst()
                        .map(PreferencePages::kind)
                        .orElseGet(() -> new Kind(kind, kind.consent() != Cause.Consent.IF_GIVEN, null, null)))
                .toList();
    }

    private static Kind kind(Preference said) {
        Channel first = said.first().isEmpty() ? null : said.first().getFirst();
        Language language = said.language();
        return new Kind(said.kind(), said.isWanted(), first, language);
    }

    private LocalDate today() {
        return LocalDate.now(site.clock());
    }
}
