package org.taswiya.web.api.desk;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.taswiya.core.arrangement.ArrangementOffer;
import org.taswiya.core.arrangement.ArrangementReason;
import org.taswiya.core.arrangement.Schedule;
import org.taswiya.core.quantity.Money;
import org.taswiya.run.desk.DeskArrangement;
import org.taswiya.run.desk.DeskArrangements;
import org.taswiya.store.api.ApiScope;
import org.taswiya.store.arrangement.ArrangementDecisions;
import org.taswiya.store.arrangement.ArrangementDecisions.Asked;
import org.taswiya.store.arrangement.ArrangementProposal;
import org.taswiya.store.arrangement.ArrangementProposals;
import org.taswiya.store.arrangement.RequestChannel;
import org.taswiya.store.staff.StaffRight;
import org.taswiya.web.AgencyTerms;
import org.taswiya.web.Site;
import org.taswiya.web.api.call.Call;
import org.taswiya.web.api.call.Operation;
import org.taswiya.web.api.call.PathPart;
import org.taswiya.web.api.call.ProblemKind;
import org.taswiya.web.api.call.Reply;
import org.taswiya.web.api.desk.ArrangementJson.ArrangementOutcome;
import org.taswiya.web.api.desk.ArrangementJson.ArrangementPreview;
import org.taswiya.web.api.desk.ArrangementJson.NewArrangement;
import org.taswiya.web.api.desk.ArrangementJson.Proposal;
import org.taswiya.web.api.desk.ArrangementJson.ProposalToDecide;
import org.taswiya.web.api.desk.ArrangementJson.ProposalWord;
import org.taswiya.web.api.desk.ArrangementJson.Proposals;
import org.taswiya.web.api.desk.ArrangementJson.WantedArrangement;
import org.taswiya.web.api.read.Accounts;
import org.taswiya.web.api.write.OnceDone;
import org.taswiya.web.instalment.ShownSchedule;
import org.taswiya.web.page.TypedDay;
import org.taswiya.web.page.TypedWords;

/// Instalments that staff grant: looked at, granted within the limits of whoever a key acts for, and let through by
/// somebody else.
public final class ArrangementOperations {
    private static final String OF_ACCOUNT = "/accounts/" + PathPart.ACCOUNT.inPath() + "/arrangements";
    private static final String ALL = "/arrangement-proposals";
    private static final String ONE = ALL + "/" + PathPart.PROPOSAL.inPath();
    private static final int WAITING_MOST = 200;

    private final Site site;
    private final AgencyTerms terms;

    public ArrangementOperations(Site site, AgencyTerms terms) {
        this.site = site;
        this.terms = terms;
    }

    public List<Operation> all() {
        ProblemKind[] refusals = {
            ProblemKind.RIGHT_MISSING, ProblemKind.NOT_FOUND, ProblemKind.CHANGED_SINCE, ProblemKind.DECISION_REFUSED
        };
        return List.of(
                Operation.look(
                                "previewArrangement",
                                OF_ACCOUNT + "/preview",
                                "In which instalments an account would pay what it owes; nothing is written.",
                                ApiScope.ARRANGEMENTS,
                                WantedArrangement.class,
                                ArrangementPreview.class,
                                this::preview)
                        .refusing(ProblemKind.RIGHT_MISSING, ProblemKind.NOT_FOUND, ProblemKind.DECISION_REFUSED),
                Operation.post(
                                "grantArrangement",
                                OF_ACCOUNT,
                                "Grants instalments as they were looked at, or proposes them to a second person.",
                                ApiScope.ARRANGEMENTS,
                                NewArrangement.class,
                                201,
                                ArrangementOutcome.class,
                                this::grant)
                        .refusing(refusals),
                Operation.get(
                                "listProposals",
                                ALL,
                                "Instalments that wait for a second person.",
                                Proposals.class,
                                this::waiting)
                        .needing(ApiScope.APPROVALS)
                        .refusing(ProblemKind.RIGHT_MISSING),
                Operation.get(
                                "getProposal",
                                ONE,
                                "Instalments that somebody has proposed, as they would be granted now.",
                                ProposalToDecide.class,
                                this::look)
                        .needing(ApiScope.APPROVALS)
                        .refusing(ProblemKind.RIGHT_MISSING),
                Operation.post(
                                "decideProposal",
                                ONE + "/decision",
                                "Lets instalments through as they were looked at, or does not; never who proposed"
                                        + " them.",
                                ApiScope.APPROVALS,
                                ProposalWord.class,
                                201,
                                ArrangementOutcome.class,
                                this::decide)
                        .refusing(refusals));
    }

    private Acting acting(Call call, StaffRight right) {
        return Acting.of(site, call, StaffRight.CUSTOMERS, right);
    }

    /// @return empty where the first day is none
    private Optional<Asked> asked(Acting acting, WantedArrangement wanted) {
        String first = wanted.first();
        Optional<LocalDate> day = first == null ? Optional.empty() : TypedDay.parse(first);
        if (first != null && day.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Asked(
                acting.arrangements(site, terms),
                terms.days(),
                Integer.parseInt(wanted.months()),
                Acting.today(site),
                RequestChannel.ofCode(wanted.channel()).orElseThrow(),
                null,
                wanted.down() == null ? Money.ZERO : Money.parse(wanted.down()),
                day.orElse(null)));
    }

    private static Reply noDay() {
        return DeskReplies.faulty("/first", "is no day");
    }

    private Reply preview(Call call) {
        Acting acting = acting(call, StaffRight.ARRANGEMENTS);
        String account = Accounts.opened(site, call);
        Optional<Asked> asked = asked(acting, call.body(WantedArrangement.class));
        if (asked.isEmpty()) {
            return noDay();
        }
        return switch (ArrangementDecisions.offer(site.database(), account, asked.get())) {
            case ArrangementOffer.Offered offered -> Reply.of(ArrangementPreview.of(offered, site.currency()));
            case ArrangementOffer.NotOffered(var reason, String found) -> DeskReplies.refused(reason.code(), found);
        };
    }

    private Reply grant(Call call) {
        Acting acting = acting(call, StaffRight.ARRANGEMENTS);
        String account = Accounts.opened(site, call);
        NewArrangement given = call.body(NewArrangement.class);
        Optional<Asked> asked = asked(acting, given.wanted());
        if (asked.isEmpty()) {
            return noDay();
        }
        String why = TypedWords.plain(given.why()).strip();
        if (why.isBlank()) {
            return DeskReplies.faulty("/why", "found no words");
        }
        Optional<Schedule> shown = ShownSchedule.parse(given.schedule());
        if (shown.isEmpty()) {
            return DeskReplies.faulty("/schedule", "is none that was shown");
        }
        return OnceDone.within(
                site.database(),
                call.request(),
                connection -> reply(
                        account,
                        "",
                        DeskArrangements.grant(
                                site.database().within(connection),
                                account,
                                asked.get(),
                                shown.get(),
                                acting.actor(),
                                why)));
    }

    /// @param proposal that was decided; empty where none was
    private static Reply reply(String account, String proposal, DeskArrangement answer) {
        return switch (answer) {
            case DeskArrangement.Granted(var granted) ->
                told(account, "granted", Long.toString(granted.arrangement().number()));
            case DeskArrangement.Waits(var waiting) -> told(account, "waits", Long.toString(waiting.number()));
            case DeskArrangement.NotLetThrough _ -> told(account, "not-let-through", proposal);
            case DeskArrangement.Changed _ -> DeskReplies.changed();
            case DeskArrangement.Refused(var reason, String found) -> refused(reason, found);
        };
    }

    private static Reply told(String account, String outcome, String number) {
        return new Reply.Told(201, new ArrangementOutcome(account, outcome, number));
    }

    private static Reply refused(ArrangementReason reason, String found) {
        return DeskReplies.refused(reason.code(), found);
    }

    private Reply waiting(Call call) {
        acting(call, StaffRight.APPROVALS);
        return Reply.of(new Proposals(ArrangementProposals.waiting(site.database(), WAITING_MOST).stream()
                .map(Proposal::of)
                .toList()));
    }

    private ArrangementProposal proposal(Call call) {
        ArrangementProposal proposal = ArrangementProposals.of(
                        site.database(), Long.parseLong(call.part(PathPart.PROPOSAL)))
                .orElseThrow(Call::unknown);
        call.about(proposal.account());
        return proposal;
    }

    /// By the rules for everybody: what is above a clerk's limit is why somebody else decides.
    private Asked by() {
        return new Asked(terms.arrangements(), terms.days(), null, Acting.today(site), RequestChannel.PHONE, null);
    }

    private Reply look(Call call) {
        acting(call, StaffRight.APPROVALS);
        ArrangementProposal proposal = proposal(call);
        if (!proposal.isWaiting()) {
            return Reply.of(new ProposalToDecide(Proposal.of(proposal), null, null));
        }
        Asked asked = ArrangementProposals.asked(proposal, by());
        return Reply.of(
                switch (ArrangementDecisions.offer(site.database(), proposal.account(), asked)) {
                    case ArrangementOffer.Offered offered ->
                        new ProposalToDecide(
                                Proposal.of(proposal), ArrangementPreview.of(offered, site.currency()), null);
                    case ArrangementOffer.NotOffered(var reason, String _) ->
                        new ProposalToDecide(Proposal.of(proposal), null, reason.code());
                });
    }

    private Reply decide(Call call) {
        Acting acting = acting(call, StaffRight.APPROVALS);
        ArrangementProposal proposal = proposal(call);
        ProposalWord word = call.body(ProposalWord.class);
        String why = TypedWords.plain(word.why()).strip();
        if (why.isBlank()) {
            return DeskReplies.faulty("/why", "found no words");
        }
        Optional<Schedule> seen = ShownSchedule.parse(Objects.requireNonNullElse(word.schedule(), ""));
        if (word.approved() && seen.isEmpty()) {
            return DeskReplies.faulty("/schedule", "is none that was shown");
        }
        return OnceDone.within(
                site.database(),
                call.request(),
                connection -> reply(
                        proposal.account(),
                        Long.toString(proposal.number()),
                        word.approved()
                                ? DeskArrangements.approve(
                                        site.database().within(connection),
                                        proposal,
                                        by(),
                                        seen.orElseThrow(),
                                        acting.actor(),
                                        why)
                                : DeskArrangements.refuse(
                                        site.database().within(connection),
                                        proposal,
                                        Acting.today(site),
                                        acting.actor(),
                                        why)));
    }
}
