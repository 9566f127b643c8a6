package org.taswiya.web.api.read;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.customer.Language;
import org.taswiya.store.outage.ComingOutage;
import org.taswiya.store.outage.Outage;
import org.taswiya.store.request.Requests;
import org.taswiya.store.request.StoredRequest;
import org.taswiya.web.Site;
import org.taswiya.web.api.call.Call;
import org.taswiya.web.api.call.Operation;
import org.taswiya.web.api.call.PathPart;
import org.taswiya.web.api.call.Reply;
import org.taswiya.web.api.json.Says;

/// What comes to an account: interruptions where it is served, and how far its requests are.
public final class AccountNews {
    private static final String ACCOUNT = "/accounts/" + PathPart.ACCOUNT.inPath();

    private final Site site;

    public AccountNews(Site site) {
        this.site = site;
    }

    /// An interruption that is to come, or lasts.
    public record Interruption(
            @Says("Its number.") String interruption,
            @Says("Which service.") String service,

            @Says("When it begins, in the utility's own time.")
            String from,

            @Says("When it is over.") String to,
            @Says("Whether it was told otherwise before.") boolean changed,
            @Says("Where, of the places of this account.") List<String> addresses,

            @Says("Why; absent where nothing was said.") @Nullable InterruptionReason reason) {
        public Interruption {
            addresses = List.copyOf(addresses);
        }
    }

    /// In each language.
    public record InterruptionReason(
            @Says("In Arabic.") String ar,
            @Says("In French.") String fr,
            @Says("In English.") String en) {}

    /// All that there are.
    public record Interruptions(@Says("The next one first.") List<Interruption> interruptions) {
        public Interruptions {
            interruptions = List.copyOf(interruptions);
        }
    }

    /// A request or complaint, without the words of the customer and of whoever answered.
    public record Request(
            @Says("Its number.") String request,
            @Says("Its kind, of the utility's own.") String kind,
            @Says("Through which channel it came.") String channel,

            @Says(
                    value = "How far it is.",
                    oneOf = {"open", "answered", "closed"})
            String state,

            @Says("The day on which it was opened.") LocalDate openedOn,
            @Says("The day by which it is to be answered.") LocalDate answerBy) {
        /// As the books have it.
        public static Request of(StoredRequest stored) {
            return new Request(
                    Long.toString(stored.id()),
                    stored.kind(),
                    stored.channel().code(),
                    stored.state().code(),
                    stored.openedOn(),
                    stored.answerBy());
        }
    }

    /// Some of them.
    public record RequestPage(
            @Says("The newest first.") List<Request> requests,

            @Says("The cursor of the next page; absent on the last.") @Nullable String next) {
        public RequestPage {
            requests = List.copyOf(requests);
        }
    }

    public List<Operation> all() {
        return List.of(
                Operation.get(
                        "listInterruptions",
                        ACCOUNT + "/interruptions",
                        "Planned interruptions where an account is served.",
                        Interruptions.class,
                        this::interruptions),
                Operation.get(
                                "listRequests",
                                ACCOUNT + "/requests",
                                "What an account has asked for or complained of, and how far it is.",
                                RequestPage.class,
                                this::requests)
                        .paged());
    }

    private Reply interruptions(Call call) {
        String account = Accounts.opened(site, call);
        return Reply.of(new Interruptions(
                ComingOutage.of(site.database(), List.of(account), LocalDateTime.now(site.clock())).stream()
                        .map(AccountNews::interruption)
                        .toList()));
    }

    private static Interruption interruption(ComingOutage coming) {
        Outage.Version now = coming.outage().now();
        TreeMap<Language, String> reasons = new TreeMap<>(now.reasons());
        boolean isSaid = reasons.values().stream().anyMatch(said -> !said.isEmpty());
        return new Interruption(
                Long.toString(coming.outage().number()),
                coming.outage().service(),
                now.from().toString(),
                now.to().toString(),
                now.version() > 1,
                coming.addresses(),
                isSaid
                        ? new InterruptionReason(
                                reasons.getOrDefault(Language.AR, ""),
                                reasons.getOrDefault(Language.FR, ""),
                                reasons.getOrDefault(Language.EN, ""))
                        : null);
    }

    private Reply requests(Call call) {
        List<Request> all = Requests.list(site.database(), Accounts.opened(site, call)).stream()
                .sorted(Comparator.comparingLong(StoredRequest::id).reversed())
                .map(Request::of)
                .toList();
        Call.Page<Request> page = call.page(all, Request::request);
        return Reply.of(new RequestPage(page.values(), page.next()));
    }
}
