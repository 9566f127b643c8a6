package org.taswiya.web.api.desk;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.adjustment.Adjustment;
import org.taswiya.core.adjustment.AdjustmentReason;
import org.taswiya.core.adjustment.AdjustmentRefusal;
import org.taswiya.core.adjustment.AdjustmentRules;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.receivables.ItemKey;
import org.taswiya.run.desk.DeskAdjustment;
import org.taswiya.run.desk.DeskAdjustments;
import org.taswiya.store.adjustment.Adjustments;
import org.taswiya.store.adjustment.Adjustments.Days;
import org.taswiya.store.adjustment.StoredAdjustment;
import org.taswiya.store.api.ApiScope;
import org.taswiya.store.staff.StaffRight;
import org.taswiya.web.Site;
import org.taswiya.web.api.call.Call;
import org.taswiya.web.api.call.Operation;
import org.taswiya.web.api.call.PathPart;
import org.taswiya.web.api.call.ProblemKind;
import org.taswiya.web.api.call.Reply;
import org.taswiya.web.api.desk.AdjustmentJson.AdjustmentPreview;
import org.taswiya.web.api.desk.AdjustmentJson.AdjustmentToDecide;
import org.taswiya.web.api.desk.AdjustmentJson.AdjustmentsOfAccount;
import org.taswiya.web.api.desk.AdjustmentJson.NewAdjustment;
import org.taswiya.web.api.desk.AdjustmentJson.Reason;
import org.taswiya.web.api.desk.AdjustmentJson.SecondWord;
import org.taswiya.web.api.desk.AdjustmentJson.WaitingAdjustments;
import org.taswiya.web.api.desk.AdjustmentJson.WantedAdjustment;
import org.taswiya.web.api.read.Accounts;
import org.taswiya.web.api.write.OnceDone;
import org.taswiya.web.page.TypedWords;

/// What is taken off or put on what an account owes: looked at, asked for within the limits of whoever a key acts for,
/// and let through by somebody else.
public final class AdjustmentOperations {
    private static final String OF_ACCOUNT = "/accounts/" + PathPart.ACCOUNT.inPath() + "/adjustments";
    private static final String ALL = "/adjustments";
    private static final String ONE = ALL + "/" + PathPart.ADJUSTMENT.inPath();
    private static final int RECENT_MOST = 50;
    private static final int WAITING_MOST = 200;

    private final Site site;

    public AdjustmentOperations(Site site) {
        this.site = site;
    }

    public List<Operation> all() {
        return List.of(
                Operation.get(
                                "listAdjustments",
                                OF_ACCOUNT,
                                "The adjustments of an account, and for what and how much there may be more.",
                                AdjustmentsOfAccount.class,
                                this::list)
                        .needing(ApiScope.ADJUSTMENTS)
                        .refusing(ProblemKind.RIGHT_MISSING),
                Operation.look(
                                "previewAdjustment",
                                OF_ACCOUNT + "/preview",
                                "What an adjustment would come to; nothing is written.",
                                ApiScope.ADJUSTMENTS,
                                WantedAdjustment.class,
                                AdjustmentPreview.class,
                                this::preview)
                        .refusing(ProblemKind.RIGHT_MISSING, ProblemKind.NOT_FOUND, ProblemKind.DECISION_REFUSED),
                Operation.post(
                                "askAdjustment",
                                OF_ACCOUNT,
                                "Adjusts as it was looked at: booked within the limits, else it waits for a second"
                                        + " person.",
                                ApiScope.ADJUSTMENTS,
                                NewAdjustment.class,
                                201,
                                AdjustmentJson.Adjustment.class,
                                this::ask)
                        .refusing(
                                ProblemKind.RIGHT_MISSING,
                                ProblemKind.NOT_FOUND,
                                ProblemKind.CHANGED_SINCE,
                                ProblemKind.DECISION_REFUSED),
                Operation.get(
                                "listWaitingAdjustments",
                                ALL,
                                "Adjustments that wait for a second person.",
                                WaitingAdjustments.class,
                                this::waiting)
                        .needing(ApiScope.APPROVALS)
                        .refusing(ProblemKind.RIGHT_MISSING),
                Operation.get(
                                "getAdjustment",
                                ONE,
                                "An adjustment that needs a second person, and what it comes to.",
                                AdjustmentToDecide.class,
                                this::look)
                        .needing(ApiScope.APPROVALS)
                        .refusing(ProblemKind.RIGHT_MISSING),
                Operation.post(
                                "decideAdjustment",
                                ONE + "/decision",
                                "Lets an adjustment through as it was looked at, or does not; never its author.",
                                ApiScope.APPROVALS,
                                SecondWord.class,
                                201,
                                AdjustmentJson.Adjustment.class,
                                this::decide)
                        .refusing(
                                ProblemKind.RIGHT_MISSING,
                                ProblemKind.NOT_FOUND,
                                ProblemKind.CHANGED_SINCE,
                                ProblemKind.DECISION_REFUSED));
    }

    private Acting acting(Call call, StaffRight right) {
        return Acting.of(site, call, StaffRight.CUSTOMERS, right);
    }

    private Days days() {
        return new Days(Acting.today(site), Acting.today(site));
    }

    private Reply list(Call call) {
        Acting acting = acting(call, StaffRight.ADJUSTMENTS);
        String account = Accounts.opened(site, call);
        AdjustmentRules rules = acting.adjustments(site);
        return Reply.of(new AdjustmentsOfAccount(
                site.currency(),
                rules.limitOf(acting.staff()),
                Adjustments.alone(site.database(), account, rules, acting.at()),
                rules.aloneDays(),
                rules.reasons().values().stream()
                        .sorted(Comparator.comparing(AdjustmentReason::code))
                        .map(Reason::of)
                        .toList(),
                Adjustments.list(site.database(), account).reversed().stream()
                        .limit(RECENT_MOST)
                        .map(one -> AdjustmentJson.Adjustment.of(one, site.currency()))
                        .toList()));
    }

    private static Adjustment said(String account, WantedAdjustment wanted) {
        String item = wanted.item();
        return new Adjustment(
                account,
                null,
                item == null ? null : ItemKey.ofNumber(item),
                Money.parse(wanted.amount()),
                wanted.reason(),
                TypedWords.plain(wanted.evidence()).strip());
    }

    private static @Nullable Reply fault(WantedAdjustment wanted) {
        if (TypedWords.plain(wanted.evidence()).isBlank()) {
            return DeskReplies.faulty("/evidence", "found no words");
        }
        return TypedWords.plain(wanted.why()).isBlank() ? DeskReplies.faulty("/why", "found no words") : null;
    }

    private Reply preview(Call call) {
        Acting acting = acting(call, StaffRight.ADJUSTMENTS);
        String account = Accounts.opened(site, call);
        WantedAdjustment wanted = call.body(WantedAdjustment.class);
        Reply fault = fault(wanted);
        if (fault != null) {
            return fault;
        }
        return reply(
                DeskAdjustments.look(
                        site.database(),
                        acting.adjustments(site),
                        said(account, wanted),
                        days(),
                        acting.actor(),
                        TypedWords.plain(wanted.why()).strip()),
                200);
    }

    private Reply ask(Call call) {
        Acting acting = acting(call, StaffRight.ADJUSTMENTS);
        String account = Accounts.opened(site, call);
        NewAdjustment given = call.body(NewAdjustment.class);
        Reply fault = fault(given.wanted());
        if (fault != null) {
            return fault;
        }
        return OnceDone.within(
                site.database(),
                call.request(),
                connection -> reply(
                        DeskAdjustments.ask(
                                site.database().within(connection),
                                acting.adjustments(site),
                                said(account, given.wanted()),
                                days(),
                                acting.actor(),
                                TypedWords.plain(given.why()).strip(),
                                given.seen()),
                        201));
    }

    private Reply reply(DeskAdjustment answer, int status) {
        return switch (answer) {
            case DeskAdjustment.Looked(var look) -> new Reply.Told(status, AdjustmentPreview.of(look));
            case DeskAdjustment.Done(var stored) ->
                new Reply.Told(status, AdjustmentJson.Adjustment.of(stored, site.currency()));
            case DeskAdjustment.Changed _ -> DeskReplies.changed();
            case DeskAdjustment.Refused(var reason, String found) -> refused(reason, found);
        };
    }

    private static Reply refused(AdjustmentRefusal reason, String found) {
        return switch (reason) {
            case UNKNOWN_REASON -> DeskReplies.faulty("/reason", found);
            case UNKNOWN_ITEM -> DeskReplies.faulty("/item", found);
            case AMOUNT_ZERO, WRONG_DIRECTION -> DeskReplies.faulty("/amount", found);
            case CHANGED_SINCE -> DeskReplies.changed();
            case UNKNOWN_ACCOUNT,
                    CANCELLED_ITEM,
                    NO_BILL,
                    MORE_THAN_BILLED,
                    DISPUTED_ALREADY,
                    KEY_OF_ANOTHER,
                    WRONG_DAY,
                    UNKNOWN_NUMBER,
                    ALREADY_DECIDED,
                    SAME_PERSON,
                    NOT_IN_FORCE -> DeskReplies.refused(reason.code(), found);
        };
    }

    private Reply waiting(Call call) {
        acting(call, StaffRight.APPROVALS);
        return Reply.of(new WaitingAdjustments(Adjustments.waiting(site.database(), WAITING_MOST).stream()
                .map(one -> AdjustmentJson.Adjustment.of(one, site.currency()))
                .toList()));
    }

    private StoredAdjustment stored(Call call) {
        StoredAdjustment stored = StoredAdjustment.parse(call.part(PathPart.ADJUSTMENT))
                .flatMap(id -> Adjustments.of(site.database(), id))
                .filter(StoredAdjustment::needsSecond)
                .orElseThrow(Call::unknown);
        call.about(stored.adjustment().account());
        return stored;
    }

    private Reply look(Call call) {
        Acting acting = acting(call, StaffRight.APPROVALS);
        StoredAdjustment stored = stored(call);
        DeskAdjustment answer = stored.state() == StoredAdjustment.State.ASKED
                ? DeskAdjustments.lookAtApproval(
                        site.database(), acting.adjustments(site), stored, days(), acting.actor())
                : new DeskAdjustment.Done(stored);
        AdjustmentPreview preview =
                answer instanceof DeskAdjustment.Looked(var look) ? AdjustmentPreview.of(look) : null;
        String refused = answer instanceof DeskAdjustment.Refused(var reason, var _) ? reason.code() : null;
        return Reply.of(new AdjustmentToDecide(
                AdjustmentJson.Adjustment.of(stored, site.currency()),
                stored.adjustment().evidence(),
                stored.why(),
                preview,
                refused));
    }

    private Reply decide(Call call) {
        Acting acting = acting(call, StaffRight.APPROVALS);
        StoredAdjustment stored = stored(call);
        SecondWord word = call.body(SecondWord.class);
        String why = TypedWords.plain(word.why()).strip();
        if (why.isBlank()) {
            return DeskReplies.faulty("/why", "found no words");
        }
        String seen = Objects.requireNonNullElse(word.seen(), "");
        if (word.approved() && seen.isEmpty()) {
            return DeskReplies.faulty("/seen", "is missing: nobody lets through what they have not looked at");
        }
        return OnceDone.within(
                site.database(),
                call.request(),
                connection -> reply(
                        word.approved()
                                ? DeskAdjustments.approve(
                                        site.database().within(connection),
                                        acting.adjustments(site),
                                        stored,
                                        days(),
                                        acting.actor(),
                                        why,
                                        seen)
                                : DeskAdjustments.refuse(
                                        site.database().within(connection), stored, days(), acting.actor(), why),
                        201));
    }
}
