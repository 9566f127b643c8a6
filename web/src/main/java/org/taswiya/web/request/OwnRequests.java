package org.taswiya.web.request;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.taswiya.core.care.RequestKind;
import org.taswiya.core.care.RequestRefusal;
import org.taswiya.core.care.RequestRules;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.request.Requests;
import org.taswiya.store.request.StoredRequest;
import org.taswiya.web.Site;
import org.taswiya.web.door.SignedIn;

/// What a customer may see and ask for: of accounts that are theirs all, of those that they manage for others what the
/// utility opens to delegates.
final class OwnRequests {
    static final String AUTHOR = "online agency";

    private final Site site;
    private final RequestRules rules;

    OwnRequests(Site site, RequestRules rules) {
        this.site = site;
        this.rules = rules;
    }

    RequestRules rules() {
        return rules;
    }

    LocalDate today() {
        return LocalDate.now(site.clock());
    }

    List<RequestKind> kinds(SignedIn customer, String account) {
        return customer.manages(account)
                ? rules.kinds().values().stream()
                        .filter(kind -> kind.opening().isFor(customer.owns(account)))
                        .toList()
                : List.of();
    }

    /// The newest first.
    List<StoredRequest> all(SignedIn customer) {
        Database seen = SignedIn.seen(site).database();
        return customer.managedAccounts().stream()
                .flatMap(account -> Requests.list(seen, account).stream())
                .filter(request -> isSeen(customer, request))
                .sorted(Comparator.comparingLong(StoredRequest::id).reversed())
                .toList();
    }

    /// Nothing of what is another's, and nothing of what is not there.
    Optional<StoredRequest> of(SignedIn customer, String number) {
        return Requests.of(SignedIn.seen(site).database(), Long.parseLong(number))
                .filter(request -> isSeen(customer, request));
    }

    private boolean isSeen(SignedIn customer, StoredRequest request) {
        return customer.owns(request.account())
                || customer.manages(request.account())
                        && rules.kind(request.kind())
                                .filter(kind -> kind.opening().isFor(false))
                                .isPresent();
    }

    Change why(SignedIn customer, String account, String what) {
        return new Change(Instant.now(site.clock()), AUTHOR, "request " + what + " by " + customer.doing(account));
    }

    /// Of the texts `ask.fault.`
    static String fault(RequestRefusal reason) {
        return switch (reason) {
            case UNKNOWN_KIND -> "kind";
            case NO_WORDS -> "words";
            case TOO_MANY -> "many";
            case UNKNOWN_LETTER, UNKNOWN_ACCOUNT, UNKNOWN_REQUEST, WRONG_STATE, CHANGED -> "changed";
        };
    }
}
