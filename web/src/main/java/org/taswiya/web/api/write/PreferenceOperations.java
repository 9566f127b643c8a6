package org.taswiya.web.api.write;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.customer.Language;
import org.taswiya.core.message.Cause;
import org.taswiya.core.message.Channel;
import org.taswiya.core.message.Preference;
import org.taswiya.store.Change;
import org.taswiya.store.api.ApiScope;
import org.taswiya.store.message.Preferences;
import org.taswiya.web.Site;
import org.taswiya.web.api.call.Call;
import org.taswiya.web.api.call.Operation;
import org.taswiya.web.api.call.PathPart;
import org.taswiya.web.api.call.Problem;
import org.taswiya.web.api.call.ProblemKind;
import org.taswiya.web.api.call.Reply;
import org.taswiya.web.api.json.Says;
import org.taswiya.web.api.read.Accounts;
import org.taswiya.web.page.PageLanguage;

/// What an account wants to be told, by which channel first and in which language: a kind of notice at a time.
public final class PreferenceOperations {
    private static final String ALL = "/accounts/" + PathPart.ACCOUNT.inPath() + "/preferences";

    private final Site site;

    public PreferenceOperations(Site site) {
        this.site = site;
    }

    /// What holds of one kind of notice.
    public record NoticePreference(
            @Says("The kind of notice.") String notice,
            @Says("Whether they are told.") boolean wanted,
            @Says("Whether they are told in any case.") boolean fixed,
            @Says("The channel that is tried first; absent for the account's own order.") @Nullable String first,
            @Says("The language; absent for the account's own.") @Nullable String language) {}

    /// Of all kinds.
    public record NoticePreferences(
            @Says("A kind each.") List<NoticePreference> preferences) {
        public NoticePreferences {
            preferences = List.copyOf(preferences);
        }
    }

    /// What shall hold from today on.
    public record PreferredNotice(
            @Says("Whether they are to be told.") boolean wanted,

            @Says(
                    value = "The channel that is tried first; absent for the account's own order.",
                    oneOf = {"email", "sms", "push", "post"})
            @Nullable String first,

            @Says(
                    value = "The language; absent for the account's own.",
                    oneOf = {"ar", "fr", "en"})
            @Nullable String language) {}

    public List<Operation> all() {
        return List.of(
                Operation.get(
                                "listPreferences",
                                ALL,
                                "What an account is told, and how.",
                                NoticePreferences.class,
                                this::list)
                        .needing(ApiScope.PREFERENCES),
                Operation.post(
                                "prefer",
                                ALL + "/" + PathPart.NOTICE.inPath(),
                                "Says whether and how an account is told of one kind of notice, from today on.",
                                ApiScope.PREFERENCES,
                                PreferredNotice.class,
                                200,
                                NoticePreference.class,
                                this::prefer)
                        .byMethod("PUT")
                        .refusing(ProblemKind.NOT_FOUND, ProblemKind.CANNOT_BE_CHOSEN));
    }

    /// Codes are left out: who asks for one waits for it, and it goes where it has to.
    private static Stream<Cause.Kind> kinds() {
        return Stream.of(Cause.Kind.values()).filter(kind -> kind.isOfLadder() && kind != Cause.Kind.SIGN_IN_CODE);
    }

    private LocalDate today() {
        return LocalDate.now(site.clock());
    }

    private Reply list(Call call) {
        List<Preference> said = Preferences.on(site.database(), Accounts.opened(site, call), today());
        return Reply.of(new NoticePreferences(kinds().map(kind -> of(kind, said)).toList()));
    }

    private static NoticePreference of(Cause.Kind kind, List<Preference> said) {
        return said.stream()
                .filter(one -> one.kind() == kind)
                .findFirst()
                .map(PreferenceOperations::told)
                .orElseGet(() -> told(
                        new Preference(kind, kind.consent() != Cause.Consent.IF_GIVEN, List.of(), null)));
    }

    private static NoticePreference told(Preference preference) {
        Language language = preference.language();
        return new NoticePreference(
                preference.kind().code(),
                preference.isWanted(),
                preference.kind().consent() == Cause.Consent.NOT_ASKED,
                preference.first().isEmpty() ? null : preference.first().getFirst().code(),
                language == null ? null : language.code());
    }

    private Reply prefer(Call call) {
        String account = Accounts.opened(site, call);
        Cause.Kind kind = kinds().filter(one -> one.code().equals(call.part(PathPart.NOTICE)))
                .findFirst()
                .orElseThrow(Call::unknown);
        PreferredNotice given = call.body(PreferredNotice.class);
        Preference preference = new Preference(
                kind,
                given.wanted(),
                Optional.ofNullable(given.first()).flatMap(Channel::ofCode).stream().toList(),
                Optional.ofNullable(given.language())
                        .flatMap(PageLanguage::ofCode)
                        .orElse(null));
        Optional<String> fault = preference.fault();
        if (fault.isPresent()) {
            return new Reply.Refused(
                    Problem.of(ProblemKind.CANNOT_BE_CHOSEN, "Nothing was written: " + fault.get() + "."));
        }
        Change why = new Change(
                Instant.now(site.clock()), "api key " + call.bearer().id(), "preferred by the customer");
        Preferences.set(site.database(), account, preference, today(), why, false);
        return Reply.of(told(preference));
    }
}
