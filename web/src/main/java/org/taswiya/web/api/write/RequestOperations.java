package org.taswiya.web.api.write;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.care.RequestChannel;
import org.taswiya.core.care.RequestKind;
import org.taswiya.core.care.RequestRules;
import org.taswiya.store.Change;
import org.taswiya.store.api.ApiScope;
import org.taswiya.store.request.RequestAdditions;
import org.taswiya.store.request.RequestAdditions.Added;
import org.taswiya.store.request.RequestFile;
import org.taswiya.store.request.RequestFiles;
import org.taswiya.store.request.Requests;
import org.taswiya.web.Site;
import org.taswiya.web.api.call.Call;
import org.taswiya.web.api.call.Operation;
import org.taswiya.web.api.call.PathPart;
import org.taswiya.web.api.call.ProblemKind;
import org.taswiya.web.api.call.Reply;
import org.taswiya.web.api.json.Fault;
import org.taswiya.web.api.read.AccountNews.Request;
import org.taswiya.web.api.read.Accounts;
import org.taswiya.web.api.write.RequestJson.AskedKind;
import org.taswiya.web.api.write.RequestJson.AskedKinds;
import org.taswiya.web.api.write.RequestJson.NewAddition;
import org.taswiya.web.api.write.RequestJson.NewRequest;
import org.taswiya.web.api.write.RequestJson.RequestDetails;
import org.taswiya.web.api.write.RequestJson.RequestWithdrawal;
import org.taswiya.web.page.Evidence.Sent;
import org.taswiya.web.page.TypedWords;

/// What an account asks for or complains of: opened, looked at with its answers, added to, and taken back, as the pages
/// do it.
public final class RequestOperations {
    private static final String OF_ACCOUNT = "/accounts/" + PathPart.ACCOUNT.inPath();
    private static final String ONE = "/requests/" + PathPart.REQUEST.inPath();

    /// A file in base64, and words.
    private static final int ADDITION_MOST = RequestJson.BASE64_MOST + 32 * 1024;

    private final Site site;
    private final RequestRules rules;

    public RequestOperations(Site site, RequestRules rules) {
        this.site = site;
        this.rules = rules;
    }

    public List<Operation> all() {
        return List.of(
                Operation.get(
                                "listRequestKinds",
                                OF_ACCOUNT + "/request-kinds",
                                "What an account may ask for or complain of.",
                                AskedKinds.class,
                                this::kinds)
                        .needing(ApiScope.REQUESTS),
                Operation.post(
                                "openRequest",
                                OF_ACCOUNT + "/requests",
                                "Asks for something or complains; what waits in the same words is the same.",
                                ApiScope.REQUESTS,
                                NewRequest.class,
                                201,
                                Request.class,
                                this::open)
                        .upTo(32 * 1024)
                        .refusing(ProblemKind.NOT_FOUND, ProblemKind.REQUEST_REFUSED),
                Operation.get(
                                "getRequest",
                                ONE,
                                "A request with what was said, answered and shown.",
                                RequestDetails.class,
                                this::look)
                        .needing(ApiScope.REQUESTS),
                Operation.post(
                                "addToRequest",
                                ONE + "/additions",
                                "Adds words or a file to a request; one that was answered is opened again.",
                                ApiScope.REQUESTS,
                                NewAddition.class,
                                201,
                                Request.class,
                                this::add)
                        .upTo(ADDITION_MOST)
                        .refusing(ProblemKind.NOT_FOUND, ProblemKind.REQUEST_REFUSED, ProblemKind.UNFIT_FILE),
                Operation.post(
                                "withdrawRequest",
                                ONE + "/withdrawal",
                                "Says that a request needs no answer any more.",
                                ApiScope.REQUESTS,
                                RequestWithdrawal.class,
                                201,
                                Request.class,
                                this::takeBack)
                        .upTo(32 * 1024)
                        .refusing(ProblemKind.NOT_FOUND, ProblemKind.REQUEST_REFUSED),
                Operation.get(
                                "getRequestFile",
                                ONE + "/files/" + PathPart.FILE.inPath(),
                                "A file that was shown with a request, as what it is.",
                                null,
                                this::file)
                        .needing(ApiScope.REQUESTS)
                        .onlyAs(Operation.JPEG, Operation.PDF));
    }

    private LocalDate today() {
        return LocalDate.now(site.clock());
    }

    private Change why(Call call, String what) {
        return new Change(
                Instant.now(site.clock()), "api key " + call.bearer().id(), "request " + what + " by the customer");
    }

    private List<RequestKind> offered() {
        return rules.kinds().values().stream()
                .filter(kind -> kind.opening().isFor(true))
                .toList();
    }

    private Reply kinds(Call call) {
        Accounts.opened(site, call);
        return Reply.of(new AskedKinds(offered().stream().map(AskedKind::of).toList()));
    }

    private Reply open(Call call) {
        String account = Accounts.opened(site, call);
        NewRequest given = call.body(NewRequest.class);
        List<String> codes = offered().stream().map(RequestKind::code).toList();
        if (!codes.contains(given.kind())) {
            return RequestReplies.faulty(new Fault("/kind", "expected one of " + String.join(", ", codes)));
        }
        Requests.Opened opened =
                new Requests.Opened(account, given.kind(), RequestChannel.ONLINE, TypedWords.plain(given.words()));
        return OnceDone.inBooks(
                site.database(),
                call.request(),
                why(call, "made"),
                (connection, change) -> RequestReplies.of(Requests.open(connection, rules, opened, today(), change)
                        .answer()));
    }

    private Reply look(Call call) {
        Accounts.ofRequest(site, call);
        return Reply.of(
                RequestDetails.of(Requests.of(site.database(), number(call)).orElseThrow(Call::unknown)));
    }

    private Reply add(Call call) {
        Accounts.ofRequest(site, call);
        NewAddition given = call.body(NewAddition.class);
        Sent sent = RequestReplies.sent(given.file());
        return switch (sent) {
            case Sent.Unfit(String fault) -> RequestReplies.unfit(fault);
            case Sent.Good(var file) -> add(call, new Added(plain(given.words()), file, true), given.seen());
        };
    }

    private Reply add(Call call, Added added, String seen) {
        Change why = why(call, "added to");
        return OnceDone.inBooks(
                site.database(),
                call.request(),
                why,
                (connection, change) -> RequestReplies.of(RequestAdditions.add(
                                connection, rules, number(call), added, Integer.parseInt(seen), today(), change, why)
                        .answer()));
    }

    private Reply takeBack(Call call) {
        Accounts.ofRequest(site, call);
        RequestWithdrawal given = call.body(RequestWithdrawal.class);
        Change why = why(call, "taken back");
        return OnceDone.inBooks(
                site.database(),
                call.request(),
                why,
                (connection, change) -> RequestReplies.of(RequestAdditions.takeBack(
                                connection,
                                number(call),
                                plain(given.words()),
                                Integer.parseInt(given.seen()),
                                today(),
                                change,
                                why)
                        .answer()));
    }

    private Reply file(Call call) {
        Accounts.ofRequest(site, call);
        String ordinal = call.part(PathPart.FILE);
        RequestFile file = RequestFiles.find(site.database(), number(call), Integer.parseInt(ordinal))
                .orElseThrow(Call::unknown);
        String name = "request-" + number(call) + "-" + ordinal;
        return switch (file.kind()) {
            case JPEG -> new Reply.Paper(Operation.JPEG, file.content(), name + ".jpg");
            case PDF -> new Reply.Paper(Operation.PDF, file.content(), name + ".pdf");
        };
    }

    private static long number(Call call) {
        return Long.parseLong(call.part(PathPart.REQUEST));
    }

    private static String plain(@Nullable String words) {
        return TypedWords.plain(Objects.requireNonNullElse(words, ""));
    }
}
