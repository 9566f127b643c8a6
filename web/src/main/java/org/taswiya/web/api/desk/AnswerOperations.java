package org.taswiya.web.api.desk;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.care.Letter;
import org.taswiya.core.care.RequestChannel;
import org.taswiya.core.care.RequestRules;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.api.ApiScope;
import org.taswiya.store.request.RequestAdditions;
import org.taswiya.store.request.RequestAdditions.Added;
import org.taswiya.store.request.RequestFile;
import org.taswiya.store.request.RequestOutcome;
import org.taswiya.store.request.Requests;
import org.taswiya.store.request.StoredRequest;
import org.taswiya.store.staff.StaffRight;
import org.taswiya.store.staff.StaffTrail;
import org.taswiya.store.work.WorkItem;
import org.taswiya.store.work.WorkKind;
import org.taswiya.store.work.WorkLists;
import org.taswiya.web.Site;
import org.taswiya.web.api.call.Call;
import org.taswiya.web.api.call.Operation;
import org.taswiya.web.api.call.PathPart;
import org.taswiya.web.api.call.ProblemKind;
import org.taswiya.web.api.call.Reply;
import org.taswiya.web.api.desk.AnswerJson.AnswerLetter;
import org.taswiya.web.api.desk.AnswerJson.AnswerLetters;
import org.taswiya.web.api.desk.AnswerJson.AnswerPreview;
import org.taswiya.web.api.desk.AnswerJson.NewAnswer;
import org.taswiya.web.api.desk.AnswerJson.NewEvidence;
import org.taswiya.web.api.desk.AnswerJson.PlainStep;
import org.taswiya.web.api.desk.AnswerJson.TakenRequest;
import org.taswiya.web.api.read.AccountNews.Request;
import org.taswiya.web.api.read.Accounts;
import org.taswiya.web.api.write.OnceDone;
import org.taswiya.web.api.write.RequestJson;
import org.taswiya.web.api.write.RequestReplies;
import org.taswiya.web.page.Evidence.Sent;
import org.taswiya.web.page.TypedWords;

/// What customers ask for or complain of, as staff do it: taken, answered by a letter in the customer's language,
/// closed, opened again, shown something with.
public final class AnswerOperations {
    private static final String ONE = "/requests/" + PathPart.REQUEST.inPath();
    private static final int WORDS = 32 * 1024;

    private final Site site;
    private final RequestRules rules;

    public AnswerOperations(Site site, RequestRules rules) {
        this.site = site;
        this.rules = rules;
    }

    public List<Operation> all() {
        return List.of(
                Operation.get(
                                "listLetters",
                                "/request-letters",
                                "The letters by which requests are answered.",
                                AnswerLetters.class,
                                this::letters)
                        .needing(ApiScope.ANSWERS)
                        .refusing(ProblemKind.RIGHT_MISSING),
                written(
                        "takeRequest",
                        "/accounts/" + PathPart.ACCOUNT.inPath() + "/taken-requests",
                        "Writes down what a customer has asked for by telephone, letter or at a counter.",
                        TakenRequest.class,
                        this::take),
                Operation.look(
                                "previewAnswer",
                                ONE + "/answer/preview",
                                "An answer as it would go, in the customer's language; nothing is written.",
                                ApiScope.ANSWERS,
                                NewAnswer.class,
                                AnswerPreview.class,
                                this::preview)
                        .upTo(WORDS)
                        .refusing(ProblemKind.RIGHT_MISSING, ProblemKind.NOT_FOUND, ProblemKind.CHANGED_SINCE),
                written(
                        "answerRequest",
                        ONE + "/answer",
                        "Answers a request by a letter.",
                        NewAnswer.class,
                        this::answer),
                written("closeRequest", ONE + "/closing", "Closes a request.", PlainStep.class, this::close),
                written("reopenRequest", ONE + "/reopening", "Opens a request again.", PlainStep.class, this::reopen),
                written(
                                "showEvidence",
                                ONE + "/evidence",
                                "Adds a file that a customer has shown.",
                                NewEvidence.class,
                                this::show)
                        .upTo(RequestJson.BASE64_MOST + WORDS)
                        .refusing(ProblemKind.UNFIT_FILE));
    }

    private static Operation written(
            String id, String path, String summary, Class<? extends Record> body, Operation.Handler handler) {
        return Operation.post(id, path, summary, ApiScope.ANSWERS, body, 201, Request.class, handler)
                .upTo(WORDS)
                .refusing(
                        ProblemKind.RIGHT_MISSING,
                        ProblemKind.NOT_FOUND,
                        ProblemKind.CHANGED_SINCE,
                        ProblemKind.REQUEST_REFUSED);
    }

    private Reply letters(Call call) {
        Acting.of(site, call, StaffRight.REQUESTS);
        return Reply.of(new AnswerLetters(
                rules.letters().values().stream().map(AnswerLetter::of).toList()));
    }

    /// What is done to a request.
    private interface Step {
        RequestOutcome on(Database books, long number, Acting acting);
    }

    private static Reply told(Connection connection, Acting acting, RequestOutcome outcome) throws SQLException {
        if (outcome instanceof RequestOutcome.Done(var request, boolean _)) {
            StaffTrail.acted(connection, acting.actor(), request.account(), "request " + request.id());
        }
        return RequestReplies.of(outcome);
    }

    private static long number(Call call) {
        return Long.parseLong(call.part(PathPart.REQUEST));
    }

    private Reply take(Call call) {
        Acting acting = Acting.of(site, call, StaffRight.REQUESTS);
        String account = Accounts.opened(site, call);
        TakenRequest given = call.body(TakenRequest.class);
        RequestChannel by = RequestChannel.ofCode(given.channel()).orElseThrow();
        Requests.Opened opened = new Requests.Opened(account, given.kind(), by, TypedWords.plain(given.words()));
        Change why = acting.why("request taken by api key " + acting.key());
        return OnceDone.within(
                site.database(),
                call.request(),
                connection -> told(
                        connection,
                        acting,
                        Requests.open(site.database().within(connection), rules, opened, Acting.today(site), why)));
    }

    /// A request that whoever the key acts for may do something to: nobody else of the staff has it.
    ///
    /// @return empty where it has gone on since it was looked at, or somebody else has it
    private Optional<StoredRequest> request(Call call, Acting acting, String seen) {
        Accounts.ofRequest(site, call);
        StoredRequest request = Requests.of(site.database(), number(call)).orElseThrow(Call::unknown);
        String has = WorkLists.of(site.database(), WorkKind.REQUEST, Long.toString(request.id()))
                .map(WorkItem::staff)
                .orElse(null);
        boolean mayAct = has == null || acting.staff().equals(has) || acting.may(StaffRight.ASSIGN);
        boolean isAsSeen = Integer.parseInt(seen) == request.steps().size();
        return mayAct && isAsSeen ? Optional.of(request) : Optional.empty();
    }

    private Reply answer(Call call) {
        Acting acting = Acting.of(site, call, StaffRight.REQUESTS);
        NewAnswer given = call.body(NewAnswer.class);
        Optional<Letter> letter = rules.letter(given.letter());
        Accounts.ofRequest(site, call);
        if (letter.isEmpty()) {
            return unknownLetter();
        }
        return stepped(call, acting, given.seen(), (books, number, who) -> {
            Requests.Answered answered =
                    new Requests.Answered(letter.get(), plain(given.words()), Integer.parseInt(given.seen()));
            return Requests.answer(
                    books, number, answered, Acting.today(site), who.why("request answered by api key " + who.key()));
        });
    }

    /// What comes again under its name is answered as before, though the request has gone on by it.
    private Reply stepped(Call call, Acting acting, String seen, Step step) {
        return OnceDone.within(
                site.database(),
                call.request(),
                connection -> request(call, acting, seen).isEmpty()
                        ? DeskReplies.changed()
                        : told(connection, acting, step.on(site.database().within(connection), number(call), acting)));
    }

    private Reply unknownLetter() {
        return DeskReplies.faulty(
                "/letter",
                "expected one of " + String.join(", ", rules.letters().keySet()));
    }

    private Reply preview(Call call) {
        Acting acting = Acting.of(site, call, StaffRight.REQUESTS);
        NewAnswer given = call.body(NewAnswer.class);
        Optional<Letter> letter = rules.letter(given.letter());
        Optional<StoredRequest> request = request(call, acting, given.seen());
        if (letter.isEmpty()) {
            return unknownLetter();
        }
        if (request.isEmpty()) {
            return DeskReplies.changed();
        }
        Requests.Reach reach = Requests.reach(site.database(), request.get().account(), Acting.today(site));
        return Reply.of(new AnswerPreview(
                reach.language().code(), reach.channel(), letter.get().with(plain(given.words()), reach.language())));
    }

    private Reply close(Call call) {
        Acting acting = Acting.of(site, call, StaffRight.REQUESTS);
        Accounts.ofRequest(site, call);
        PlainStep given = call.body(PlainStep.class);
        return stepped(
                call,
                acting,
                given.seen(),
                (books, number, who) -> Requests.close(
                        books,
                        number,
                        plain(given.words()),
                        Integer.parseInt(given.seen()),
                        Acting.today(site),
                        who.why("request closed by api key " + who.key())));
    }

    private Reply reopen(Call call) {
        Acting acting = Acting.of(site, call, StaffRight.REQUESTS);
        Accounts.ofRequest(site, call);
        PlainStep given = call.body(PlainStep.class);
        return stepped(
                call,
                acting,
                given.seen(),
                (books, number, who) -> Requests.reopen(
                        books,
                        rules,
                        number,
                        plain(given.words()),
                        Integer.parseInt(given.seen()),
                        Acting.today(site),
                        who.why("request opened again by api key " + who.key())));
    }

    private Reply show(Call call) {
        Acting acting = Acting.of(site, call, StaffRight.REQUESTS);
        Accounts.ofRequest(site, call);
        NewEvidence given = call.body(NewEvidence.class);
        return switch (RequestReplies.sent(given.file())) {
            case Sent.Unfit(String fault) -> RequestReplies.unfit(fault);
            case Sent.Good(@Nullable RequestFile file) ->
                stepped(
                        call,
                        acting,
                        given.seen(),
                        (books, number, who) -> RequestAdditions.add(
                                books,
                                rules,
                                number,
                                new Added(plain(given.words()), file, false),
                                Integer.parseInt(given.seen()),
                                Acting.today(site),
                                who.why("file added to a request by api key " + who.key())));
        };
    }

    private static String plain(@Nullable String words) {
        return TypedWords.plain(Objects.requireNonNullElse(words, ""));
    }
}
