package org.taswiya.web.api.desk;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.taswiya.store.api.ApiScope;
import org.taswiya.store.decision.Holds;
import org.taswiya.store.lookup.CustomerSearch;
import org.taswiya.store.lookup.FoundAccount;
import org.taswiya.store.staff.StaffRight;
import org.taswiya.store.staff.StaffTrail;
import org.taswiya.store.validation.OpenSuspect;
import org.taswiya.store.validation.SuspectFilter;
import org.taswiya.store.validation.Suspects;
import org.taswiya.store.work.AssignmentAnswer;
import org.taswiya.store.work.WorkAssignments;
import org.taswiya.store.work.WorkCursor;
import org.taswiya.store.work.WorkItem;
import org.taswiya.store.work.WorkKind;
import org.taswiya.store.work.WorkLists;
import org.taswiya.store.work.WorkLists.Whose;
import org.taswiya.web.AgencyTerms;
import org.taswiya.web.Site;
import org.taswiya.web.api.call.Call;
import org.taswiya.web.api.call.Operation;
import org.taswiya.web.api.call.PathPart;
import org.taswiya.web.api.call.ProblemKind;
import org.taswiya.web.api.call.Reply;
import org.taswiya.web.api.desk.WorkJson.NewDecision;
import org.taswiya.web.api.desk.WorkJson.Work;
import org.taswiya.web.api.desk.WorkJson.WorkDecided;
import org.taswiya.web.api.desk.WorkJson.WorkDetails;
import org.taswiya.web.api.desk.WorkJson.WorkFinding;
import org.taswiya.web.api.desk.WorkJson.WorkHolder;
import org.taswiya.web.api.desk.WorkJson.WorkList;
import org.taswiya.web.api.desk.WorkJson.WorkPage;
import org.taswiya.web.api.write.OnceDone;
import org.taswiya.web.console.work.DecisionMaker;
import org.taswiya.web.console.work.DecisionMaker.Outcome;
import org.taswiya.web.console.work.SuspectKey;
import org.taswiya.web.console.work.TypedDecision;
import org.taswiya.web.console.work.WorkChoices;
import org.taswiya.web.console.work.WorkStanding;

/// What waits for people: counted, listed, taken, and decided as at the console.
public final class WorkOperations {
    private static final String LISTS = "/work";
    private static final String LIST = LISTS + "/" + PathPart.LIST.inPath();
    private static final String ITEM = LIST + "/" + PathPart.ITEM.inPath();

    private final Site site;
    private final AgencyTerms terms;

    public WorkOperations(Site site, AgencyTerms terms) {
        this.site = site;
        this.terms = terms;
    }

    public List<Operation> all() {
        return List.of(
                Operation.get(
                                "countWork",
                                LISTS,
                                "How much waits for people, of each kind.",
                                WorkJson.WorkLists.class,
                                this::counts)
                        .needing(ApiScope.WORK)
                        .refusing(ProblemKind.RIGHT_MISSING),
                Operation.get(
                                "listWork",
                                LIST,
                                "What waits of one kind, the most urgent first.",
                                WorkPage.class,
                                this::list)
                        .needing(ApiScope.WORK)
                        .refusing(ProblemKind.RIGHT_MISSING)
                        .paged(),
                Operation.get(
                                "getWork",
                                ITEM,
                                "An item, with what can be decided of it.",
                                WorkDetails.class,
                                this::look)
                        .needing(ApiScope.WORK)
                        .refusing(ProblemKind.RIGHT_MISSING),
                Operation.post(
                                "assignWork",
                                ITEM + "/holder",
                                "Takes an item, gives it back, or gives it to somebody; twice is once.",
                                ApiScope.WORK,
                                WorkHolder.class,
                                200,
                                Work.class,
                                this::assign)
                        .byMethod("PUT")
                        .refusing(ProblemKind.RIGHT_MISSING, ProblemKind.NOT_FOUND, ProblemKind.CHANGED_SINCE),
                Operation.look(
                                "previewDecision",
                                ITEM + "/decision/preview",
                                "Whether a decision would be taken; nothing is written.",
                                ApiScope.DECISIONS,
                                NewDecision.class,
                                WorkDecided.class,
                                this::preview)
                        .refusing(
                                ProblemKind.RIGHT_MISSING,
                                ProblemKind.NOT_FOUND,
                                ProblemKind.CHANGED_SINCE,
                                ProblemKind.DECISION_REFUSED),
                Operation.post(
                                "decideWork",
                                ITEM + "/decision",
                                "Decides an item: a held bill, a suspect reading, a dispute, a move, instalments.",
                                ApiScope.DECISIONS,
                                NewDecision.class,
                                201,
                                WorkDecided.class,
                                this::decide)
                        .refusing(
                                ProblemKind.RIGHT_MISSING,
                                ProblemKind.NOT_FOUND,
                                ProblemKind.CHANGED_SINCE,
                                ProblemKind.DECISION_REFUSED));
    }

    private Reply counts(Call call) {
        Acting acting = Acting.of(site, call, StaffRight.WORK);
        return Reply.of(new WorkJson.WorkLists(
                site.currency(),
                WorkLists.counts(site.database(), acting.staff(), Acting.today(site)).stream()
                        .map(WorkList::of)
                        .toList()));
    }

    private static WorkKind kind(Call call) {
        return WorkKind.ofCode(call.part(PathPart.LIST)).orElseThrow(Call::unknown);
    }

    private Reply list(Call call) {
        Acting acting = Acting.of(site, call, StaffRight.WORK);
        WorkKind kind = kind(call);
        WorkCursor after =
                call.cursor().isEmpty() ? null : WorkCursor.parse(call.cursor()).orElseThrow(Call::badCursor);
        WorkLists.Page found =
                WorkLists.page(site.database(), kind, Whose.ALL, acting.staff(), after, call.limit() + 1);
        Call.Page<WorkItem> page =
                call.pageOf(found.items(), item -> item.cursor().toString());
        return Reply.of(new WorkPage(page.values().stream().map(Work::of).toList(), page.next()));
    }

    private WorkItem item(Call call) {
        WorkItem item = WorkLists.of(site.database(), kind(call), call.part(PathPart.ITEM))
                .orElseThrow(Call::unknown);
        if (item.account() != null) {
            call.about(item.account());
        }
        return item;
    }

    private Reply look(Call call) {
        Acting acting = Acting.of(site, call, StaffRight.WORK);
        WorkItem item = item(call);
        return Reply.of(
                WorkDetails.of(WorkStanding.of(site, terms, item, acting.staff(), acting.rights()), findings(item)));
    }

    private List<WorkFinding> findings(WorkItem item) {
        return switch (item.kind()) {
            case HELD ->
                Holds.of(site.database(), item.key()).stream()
                        .flatMap(hold -> hold.causes().stream())
                        .map(cause -> new WorkFinding(cause.code(), cause.found()))
                        .toList();
            case SUSPECT -> suspect(SuspectKey.of(item.key()));
            case DISPUTE, UNDELIVERED, UNMATCHED, REQUEST, UNREACHED, EXCHANGE, MOVE, INSTALMENTS -> List.of();
        };
    }

    private List<WorkFinding> suspect(SuspectKey key) {
        return Suspects.list(site.database(), SuspectFilter.at(key.usagePoint())).stream()
                .filter(one -> one.decision() == null && !one.isOvertaken())
                .filter(one -> one.reading().at().equals(key.day()))
                .map(OpenSuspect::findings)
                .flatMap(List::stream)
                .map(one -> new WorkFinding(one.reason(), one.found()))
                .toList();
    }

    private Reply assign(Call call) {
        Acting acting = Acting.of(site, call, StaffRight.WORK);
        WorkItem item = item(call);
        acting.require(WorkChoices.right(item.kind()));
        WorkHolder wanted = call.body(WorkHolder.class);
        String to = wanted.staff();
        String from = wanted.from();
        boolean isOwn = to == null ? acting.staff().equals(from) : to.equals(acting.staff()) && from == null;
        if (!isOwn) {
            acting.require(StaffRight.ASSIGN);
        }
        AssignmentAnswer answer = WorkAssignments.assign(
                site.database(), item.kind(), item.key(), to, from, acting.why("by api key " + acting.key()));
        return switch (answer) {
            case AssignmentAnswer.Done _ -> Reply.of(Work.of(item(call)));
            case AssignmentAnswer.Refused(var reason, var _, var _) ->
                switch (reason) {
                    case NO_SUCH_STAFF -> DeskReplies.faulty("/staff", "is nobody who can be given work");
                    case NOT_WAITING, TAKEN -> DeskReplies.changed();
                };
        };
    }

    private Reply preview(Call call) {
        return decided(site, call, true);
    }

    private Reply decide(Call call) {
        return OnceDone.within(site.database(), call.request(), connection -> {
            Reply reply = decided(site.within(connection), call, false);
            String account = call.seen().account();
            if (account != null && reply instanceof Reply.Told) {
                String place = call.part(PathPart.LIST) + " " + call.part(PathPart.ITEM);
                StaffTrail.acted(connection, Acting.of(site, call).actor(), account, place);
            }
            return reply;
        });
    }

    private Reply decided(Site within, Call call, boolean isTrial) {
        Acting acting = Acting.of(site, call, StaffRight.WORK);
        WorkItem item = item(call);
        acting.require(WorkChoices.right(item.kind()));
        TypedDecision typed = call.body(NewDecision.class).typed();
        WorkStanding standing = WorkStanding.of(site, terms, item, acting.staff(), acting.rights());
        Optional<Reply> fault = fault(call, standing, typed);
        if (fault.isPresent()) {
            return fault.get();
        }
        Outcome outcome =
                new DecisionMaker(within, terms).decide(item, standing.basis(), typed, acting.actor(), isTrial);
        return switch (outcome) {
            case Outcome.Done(boolean isReopened) ->
                new Reply.Told(
                        isTrial ? 200 : 201, new WorkDecided(item.kind().code(), item.key(), typed.what(), isReopened));
            case Outcome.NotHelped(var reason, var _, String found) ->
                DeskReplies.refused(reason.name().toLowerCase(Locale.ROOT).replace('_', '-'), found);
            case Outcome.Refused(String reason, String found) -> refused(reason, found);
        };
    }

    private Optional<Reply> fault(Call call, WorkStanding standing, TypedDecision typed) {
        String fault = typed.fault(standing.choices());
        if (fault.equals("what")) {
            List<String> codes =
                    standing.choices().stream().map(WorkChoices.Choice::code).toList();
            return Optional.of(DeskReplies.faulty("/what", "expected one of " + String.join(", ", codes)));
        }
        if (!fault.isEmpty()) {
            return Optional.of(DeskReplies.faulty("/why", "found no words, or too many"));
        }
        if (!standing.mayDecide() || !typed.seen().equals(standing.seen())) {
            return Optional.of(DeskReplies.changed());
        }
        if (standing.item().kind() != WorkKind.UNMATCHED) {
            return Optional.empty();
        }
        Optional<FoundAccount> whose = CustomerSearch.account(site.database(), DecisionMaker.account(typed));
        whose.ifPresent(found -> call.about(found.account()));
        return whose.isPresent() ? Optional.empty() : Optional.of(DeskReplies.faulty("/value", "is no account"));
    }

    private static Reply refused(String reason, String found) {
        return switch (reason) {
            case "dial", "amount", "contact", "account" -> DeskReplies.faulty("/value", "is no " + reason);
            case "busy" -> DeskReplies.busy();
            case "changed" -> DeskReplies.changed();
            default -> DeskReplies.refused(reason, found);
        };
    }
}
