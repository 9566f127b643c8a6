package org.taswiya.web.api.write;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.taswiya.core.customer.DelegateKind;
import org.taswiya.core.customer.Language;
import org.taswiya.store.Change;
import org.taswiya.store.access.AccountsOf;
import org.taswiya.store.access.DelegateDecisions;
import org.taswiya.store.access.DelegateDecisions.Asked;
import org.taswiya.store.access.Delegates;
import org.taswiya.store.api.ApiScope;
import org.taswiya.web.Site;
import org.taswiya.web.api.call.Call;
import org.taswiya.web.api.call.Operation;
import org.taswiya.web.api.call.PathPart;
import org.taswiya.web.api.call.Problem;
import org.taswiya.web.api.call.ProblemKind;
import org.taswiya.web.api.call.Reply;
import org.taswiya.web.api.read.Accounts;
import org.taswiya.web.api.write.DelegateJson.AccountDelegates;
import org.taswiya.web.api.write.DelegateJson.DelegateAcceptance;
import org.taswiya.web.api.write.DelegateJson.DelegateAsked;
import org.taswiya.web.api.write.DelegateJson.DelegateStanding;
import org.taswiya.web.api.write.DelegateJson.LetInDelegate;
import org.taswiya.web.api.write.DelegateJson.LookedAfterAccount;
import org.taswiya.web.api.write.DelegateJson.NewDelegate;

/// A holder lets somebody into an account, or accepts to look after another's; either ends it. As the pages do it.
public final class DelegateOperations {
    private static final String ALL = "/accounts/" + PathPart.ACCOUNT.inPath() + "/delegates";
    private static final String ONE = ALL + "/" + PathPart.DELEGATE.inPath();

    private final Site site;

    public DelegateOperations(Site site) {
        this.site = site;
    }

    public List<Operation> all() {
        return List.of(
                Operation.get(
                                "listDelegates",
                                ALL,
                                "Who is let into an account or asked, and which accounts it looks after.",
                                AccountDelegates.class,
                                this::list)
                        .needing(ApiScope.DELEGATES),
                Operation.post(
                                "askDelegate",
                                ALL,
                                "Asks another customer to pay for an account or to manage it.",
                                ApiScope.DELEGATES,
                                NewDelegate.class,
                                201,
                                DelegateAsked.class,
                                this::ask)
                        .refusing(ProblemKind.NOT_FOUND, ProblemKind.DELEGATE_REFUSED),
                Operation.post(
                                "answerInvitation",
                                ONE,
                                "Says whether an account accepts to look after another one that has asked it.",
                                ApiScope.DELEGATES,
                                DelegateAcceptance.class,
                                200,
                                DelegateStanding.class,
                                this::answer)
                        .byMethod("PUT")
                        .refusing(ProblemKind.NOT_FOUND, ProblemKind.DELEGATE_REFUSED),
                Operation.delete(
                        "endDelegate",
                        ONE,
                        "Ends what holds, takes back what was asked, or says no to it: either side.",
                        ApiScope.DELEGATES,
                        DelegateStanding.class,
                        this::end));
    }

    private LocalDate today() {
        return LocalDate.now(site.clock());
    }

    private Change why(Call call, String what) {
        return new Change(Instant.now(site.clock()), "api key " + call.bearer().id(), "delegate, " + what);
    }

    private Reply list(Call call) {
        List<String> account = List.of(Accounts.opened(site, call));
        return Reply.of(new AccountDelegates(
                Delegates.letInto(site.database(), account, today()).stream()
                        .map(LetInDelegate::of)
                        .toList(),
                Delegates.invitations(site.database(), account, today(), Language.FR).stream()
                        .map(LookedAfterAccount::of)
                        .toList(),
                Delegates.lookedAfter(site.database(), account, Language.FR).stream()
                        .map(LookedAfterAccount::of)
                        .toList()));
    }

    private Reply ask(Call call) {
        String account = Accounts.opened(site, call);
        NewDelegate given = call.body(NewDelegate.class);
        DelegateKind kind = DelegateKind.ofCode(given.may()).orElseThrow();
        if (AccountsOf.customerWith(site.database(), account).contains(given.reference())) {
            return refused("own", "It is the holder's own account.");
        }
        LocalDate today = today();
        return OnceDone.inBooks(
                site.database(), call.request(), why(call, "asked by the customer"), (connection, change) -> {
                    Asked asked = DelegateDecisions.ask(connection, account, given.reference(), kind, today, change)
                            .answer();
                    return switch (asked) {
                        case WAITS ->
                            new Reply.Told(
                                    201,
                                    new DelegateAsked(
                                            account,
                                            given.reference(),
                                            kind.code(),
                                            today.plusDays(DelegateDecisions.DAYS_TO_ACCEPT)));
                        case RUNS -> refused("runs", "They are a delegate of that kind already.");
                        case FULL ->
                            refused("full", "As many are let in or asked as may be: " + DelegateDecisions.MOST + ".");
                    };
                });
    }

    private static Reply refused(String reason, String detail) {
        return new Reply.Refused(
                new Problem(ProblemKind.DELEGATE_REFUSED, detail + " Nothing was written.", null, reason));
    }

    private Reply answer(Call call) {
        if (!call.body(DelegateAcceptance.class).accepted()) {
            return end(call);
        }
        String account = Accounts.opened(site, call);
        List<String> own = AccountsOf.customerWith(site.database(), account);
        long id = number(call);
        boolean isAccepted =
                DelegateDecisions.accept(site.database(), id, own, today(), why(call, "accepted by " + account));
        if (isAccepted || isLookedAfter(own, id)) {
            return standing(id, "accepted");
        }
        requireOf(own, id);
        return refused("changed", "Nobody asks that any more.");
    }

    private boolean isLookedAfter(List<String> own, long id) {
        return Delegates.lookedAfter(site.database(), own, Language.FR).stream().anyMatch(one -> one.id() == id);
    }

    private Reply end(Call call) {
        String account = Accounts.opened(site, call);
        List<String> own = AccountsOf.customerWith(site.database(), account);
        long id = number(call);
        if (!DelegateDecisions.end(site.database(), id, own, today(), why(call, "ended by " + account))) {
            requireOf(own, id); // it has ended before
        }
        return standing(id, "ended");
    }

    private void requireOf(List<String> own, long id) {
        if (!DelegateDecisions.isOf(site.database(), id, own)) {
            throw Call.unknown();
        }
    }

    private static long number(Call call) {
        return Long.parseLong(call.part(PathPart.DELEGATE));
    }

    private static Reply standing(long id, String state) {
        return Reply.of(new DelegateStanding(Long.toString(id), state));
    }
}
