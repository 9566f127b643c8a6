package org.taswiya.run.desk;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import org.taswiya.core.arrangement.ArrangementReason;
import org.taswiya.core.arrangement.Schedule;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.arrangement.ArrangementAnswer;
import org.taswiya.store.arrangement.ArrangementDecisions;
import org.taswiya.store.arrangement.ArrangementDecisions.Asked;
import org.taswiya.store.arrangement.ArrangementProposal;
import org.taswiya.store.arrangement.ArrangementProposals;
import org.taswiya.store.arrangement.Arrangements;
import org.taswiya.store.arrangement.InstalmentRequest;
import org.taswiya.store.arrangement.InstalmentRequests;
import org.taswiya.store.arrangement.StoredArrangement;
import org.taswiya.store.receivables.BooksTransaction;
import org.taswiya.store.receivables.BooksTransaction.Done;
import org.taswiya.store.staff.StaffTrail;
import org.taswiya.store.staff.StaffTrail.Actor;

/// Instalments that staff grant: at once within their limits, above them when somebody else lets them through.
public final class DeskArrangements {
    private DeskArrangements() {}

    /// Grants what was shown, or writes down that it is proposed.
    ///
    /// @param asked by the rules of the role of who asks, and no approver
    /// @param why as they say it
    public static DeskArrangement grant(
            Database database, String account, Asked asked, Schedule shown, Actor actor, String why) {
        Change by = new Change(actor.at(), actor.staff(), why);
        DeskArrangement answer = BooksTransaction.make(database, by, false, (connection, change) -> {
            DeskArrangement granted = grant(connection, account, asked, shown, by, change);
            String what = switch (granted) {
                case DeskArrangement.Granted(var arrangement) ->
                    "arrangement " + arrangement.arrangement().number() + " granted";
                case DeskArrangement.Waits(var proposal)
                when proposal.change() == change -> "arrangement proposal " + proposal.number();
                case DeskArrangement.Waits _,
                        DeskArrangement.NotLetThrough _,
                        DeskArrangement.Changed _,
                        DeskArrangement.Refused _ -> "";
            };
            if (!what.isEmpty()) {
                StaffTrail.acted(connection, actor, account, what);
            }
            return new Done<>(granted, !what.isEmpty());
        });
        return answer instanceof DeskArrangement.Refused refused && refused.reason() == ArrangementReason.RUNNING
                ? sentTwice(database, account, shown, by)
                        .<DeskArrangement>map(DeskArrangement.Granted::new)
                        .orElse(answer)
                : answer;
    }

    private static DeskArrangement grant(
            Connection connection, String account, Asked asked, Schedule shown, Change by, long change)
            throws SQLException {
        Optional<ArrangementAnswer> answer =
                ArrangementDecisions.grantShown(connection, account, asked, shown, by, change);
        if (answer.isEmpty()) {
            return new DeskArrangement.Changed();
        }
        return switch (answer.get()) {
            case ArrangementAnswer.Done(var arrangement) -> new DeskArrangement.Granted(arrangement);
            case ArrangementAnswer.Refused(var reason, var _)
            when reason == ArrangementReason.NEEDS_APPROVAL ->
                new DeskArrangement.Waits(ArrangementProposals.add(connection, account, asked, by, change));
            case ArrangementAnswer.Refused(var reason, var found) -> new DeskArrangement.Refused(reason, found);
        };
    }

    /// What the same person was granted just so before.
    private static Optional<StoredArrangement> sentTwice(Database database, String account, Schedule shown, Change by) {
        return Arrangements.list(database, account).stream()
                .reduce((_, last) -> last)
                .filter(last -> last.arrangement().schedule().equals(shown)
                        && by.isBy(last.granted().author())
                        && by.reason().equals(last.granted().reason()));
    }

    /// Lets a proposal through as it was shown. Who proposed it is the author of the arrangement, who is signed in its
    /// approver.
    ///
    /// @param by the rules, and the day on which it is signed
    /// @param said why it is let through; kept beside why it was proposed
    public static DeskArrangement approve(
            Database database, ArrangementProposal proposal, Asked by, Schedule shown, Actor actor, String said) {
        Asked asked = ArrangementProposals.asked(proposal, by).approvedBy(actor.staff());
        Change why = new Change(
                actor.at(),
                proposal.proposed().author(),
                proposal.proposed().reason() + "; let through by " + actor.staff() + ": " + said);
        DeskArrangement approved = BooksTransaction.make(database, why, false, (connection, change) -> {
            Optional<ArrangementAnswer> answer = why.isBy(actor.staff())
                    ? Optional.of(own(proposal))
                    : ArrangementProposals.approve(connection, proposal.number(), asked, shown, why, change);
            if (answer.isPresent() && answer.get() instanceof ArrangementAnswer.Done(var arrangement)) {
                StaffTrail.acted(
                        connection,
                        actor,
                        proposal.account(),
                        "arrangement " + arrangement.arrangement().number() + " approved");
                return new Done<>(new DeskArrangement.Granted(arrangement), true);
            }
            return new Done<>(answer.map(DeskArrangements::refused).orElseGet(DeskArrangement.Changed::new), false);
        });
        boolean isDecided = approved instanceof DeskArrangement.Refused refused
                && (refused.reason() == ArrangementReason.NOT_RUNNING || refused.reason() == ArrangementReason.RUNNING);
        return isDecided
                ? sentTwice(database, proposal.account(), shown, why)
                        .filter(last -> actor.staff().equals(last.approvedBy()))
                        .<DeskArrangement>map(DeskArrangement.Granted::new)
                        .orElse(approved)
                : approved;
    }

    private static ArrangementAnswer own(ArrangementProposal proposal) {
        return new ArrangementAnswer.Refused(
                ArrangementReason.OWN_APPROVAL,
                proposal.proposed().author() + " has proposed it; somebody else decides");
    }

    private static DeskArrangement refused(ArrangementAnswer answer) {
        return switch (answer) {
            case ArrangementAnswer.Done(var arrangement) -> new DeskArrangement.Granted(arrangement);
            case ArrangementAnswer.Refused(var reason, var found) -> new DeskArrangement.Refused(reason, found);
        };
    }

    /// Does not let one through; also who has proposed it may withdraw it so.
    public static DeskArrangement refuse(
            Database database, ArrangementProposal proposal, LocalDate on, Actor actor, String why) {
        Change by = new Change(actor.at(), actor.staff(), why);
        return BooksTransaction.make(database, by, false, (connection, change) -> {
            Optional<ArrangementAnswer.Refused> kept =
                    ArrangementProposals.refuse(connection, proposal.number(), on, change);
            if (kept.isPresent()) {
                return new Done<>(refused(kept.get()), false);
            }
            String what = "arrangement proposal " + proposal.number() + " refused";
            StaffTrail.acted(connection, actor, proposal.account(), what);
            return new Done<>(new DeskArrangement.NotLetThrough(), true);
        });
    }

    /// Does not grant what a customer has asked for.
    ///
    /// @return whether it waited until then
    public static boolean refuse(
            Database database, InstalmentRequest request, LocalDate on, Actor actor, String why, boolean isTrial) {
        Change by = new Change(actor.at(), actor.staff(), why);
        return BooksTransaction.make(database, by, isTrial, (connection, change) -> {
            boolean isRefused = InstalmentRequests.refuse(connection, request.number(), on, change);
            if (isRefused) {
                String what = "request " + request.number() + " for instalments refused";
                StaffTrail.acted(connection, actor, request.account(), what);
            }
            return new Done<>(isRefused, isRefused);
        });
    }
}
