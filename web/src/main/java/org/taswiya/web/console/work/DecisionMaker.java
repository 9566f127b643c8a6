package org.taswiya.web.console.work;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.taswiya.core.customer.TypedText;
import org.taswiya.core.message.Channel;
import org.taswiya.core.message.Contact;
import org.taswiya.core.metering.HoldFigures;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.receivables.DepositRules;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.DatabaseException;
import org.taswiya.store.adjustment.Adjustments.Days;
import org.taswiya.store.adjustment.DisputeAnswer;
import org.taswiya.store.adjustment.Disputes;
import org.taswiya.store.agreement.AgreementAnswer;
import org.taswiya.store.agreement.AgreementDecisions;
import org.taswiya.store.agreement.AgreementDecisions.Move;
import org.taswiya.store.bank.BankDecisions;
import org.taswiya.store.bank.DecisionAnswer;
import org.taswiya.store.decision.DecisionRefusal;
import org.taswiya.store.decision.DecisionRefused;
import org.taswiya.store.decision.HoldDecisions;
import org.taswiya.store.decision.HoldFilter;
import org.taswiya.store.message.ContactsAtOnce;
import org.taswiya.store.staff.StaffTrail.Actor;
import org.taswiya.store.validation.SuspectDecisions;
import org.taswiya.store.work.ToldByHand;
import org.taswiya.store.work.WorkItem;
import org.taswiya.web.AgencyTerms;
import org.taswiya.web.Site;
import org.taswiya.web.page.TypedAddress;
import org.taswiya.web.page.TypedMoney;
import org.taswiya.web.reading.TypedDial;

/// Has a decision done by whatever does it, or tried.
public final class DecisionMaker {
    private final Site site;
    private final AskedPlans plans;

    public DecisionMaker(Site site, AgencyTerms terms) {
        this.site = site;
        this.plans = new AskedPlans(site, terms);
    }

    /// What came of it.
    public sealed interface Outcome {
        /// It is done, or would be.
        ///
        /// @param isReopened whether bills rest on it that the next one settles anew
        record Done(boolean isReopened) implements Outcome {}

        /// It is not, and nothing was written.
        ///
        /// @param fault of the texts `work.fault.`
        /// @param found what was found, as the books say it; empty for nothing more
        record Refused(String fault, String found) implements Outcome {}

        /// The same of a hold or a suspect: why, with the values behind it, and in the books' own words.
        record NotHelped(DecisionRefusal reason, HoldFigures figures, String found) implements Outcome {}
    }

    static final Outcome DONE = new Outcome.Done(false);

    /// @param basis what of the books it rests on beside the item, as whoever decides has seen it
    /// @param actor the author
    /// @param isTrial whether everything is checked and nothing is written
    public Outcome decide(WorkItem item, String basis, TypedDecision typed, Actor actor, boolean isTrial) {
        Change why = new Change(actor.at(), actor.staff(), typed.reason());
        try {
            return switch (item.kind()) {
                case HELD -> released(item, why, isTrial);
                case SUSPECT -> judged(item, typed, why, isTrial);
                case DISPUTE -> answered(item, typed, why, new Disputes.Seen(basis, isTrial));
                case UNDELIVERED -> told(item, why, isTrial);
                case UNMATCHED -> assigned(item, typed, why, isTrial);
                case UNREACHED -> reached(item, typed, why, isTrial);
                case MOVE -> ended(item, typed, why, isTrial);
                case INSTALMENTS -> plans.decide(item, typed, basis, actor, isTrial);
                case REQUEST, EXCHANGE ->
                    throw new IllegalArgumentException(item.kind() + " is decided on a page of its own");
            };
        } catch (DatabaseException e) {
            return new Outcome.Refused("busy", "");
        }
    }

    private Database books() {
        return site.database();
    }

    private Outcome released(WorkItem item, Change why, boolean isTrial) {
        try {
            HoldDecisions.release(books(), List.of(item.key()), HoldFilter.ALL, why, isTrial);
            return DONE;
        } catch (DecisionRefused e) {
            return new Outcome.NotHelped(e.reason(), e.figures(), String.valueOf(e.getMessage()));
        }
    }

    private Outcome judged(WorkItem item, TypedDecision typed, Change why, boolean isTrial) {
        SuspectKey key = SuspectKey.of(item.key());
        String point = key.usagePoint();
        LocalDate day = key.day();
        Optional<Decimal> dial = TypedDial.value(typed.value());
        if (typed.what().equals("correct") && dial.isEmpty()) {
            return new Outcome.Refused("dial", "");
        }
        try {
            SuspectDecisions.DecidedSuspect decided = switch (typed.what()) {
                case "accept" -> SuspectDecisions.accept(books(), point, day, site.readingChecks(), why, isTrial);
                case "correct" ->
                    SuspectDecisions.correct(
                            books(), point, day, dial.orElseThrow(), site.readingChecks(), why, isTrial);
                case "reread" -> SuspectDecisions.reread(books(), point, day, why, isTrial);
                default -> SuspectDecisions.estimate(books(), point, day, null, why, isTrial);
            };
            return new Outcome.Done(decided.isReopened());
        } catch (DecisionRefused e) {
            return new Outcome.NotHelped(e.reason(), e.figures(), String.valueOf(e.getMessage()));
        }
    }

    private Outcome answered(WorkItem item, TypedDecision typed, Change why, Disputes.Seen seen) {
        long id = Long.parseLong(item.key());
        LocalDate today = LocalDate.now(site.clock());
        Days days = new Days(today, today);
        boolean isUpheld = typed.what().equals("uphold");
        Optional<Money> amount = TypedMoney.amount(typed.value(), site.currency());
        if (isUpheld && !typed.value().isBlank() && amount.isEmpty()) {
            return new Outcome.Refused("amount", "");
        }
        DisputeAnswer answer = isUpheld
                ? Disputes.uphold(books(), site.adjustments(), id, amount.orElse(null), days, seen, why)
                : Disputes.reject(books(), id, days, seen, why);
        return switch (answer) {
            case DisputeAnswer.Done _ -> DONE;
            case DisputeAnswer.Refused(var reason, var found) -> new Outcome.Refused(RefusalWords.of(reason), found);
        };
    }

    private Outcome told(WorkItem item, Change why, boolean isTrial) {
        return isTrial || ToldByHand.told(books(), item.key(), why) ? DONE : new Outcome.Refused("changed", "");
    }

    /// From the day on that the customer has named. What the meter shows is typed where the books do not have it.
    private Outcome ended(WorkItem item, TypedDecision typed, Change why, boolean isTrial) {
        boolean isEstimated = typed.what().equals("end-estimated");
        Optional<Decimal> dial = isEstimated ? Optional.empty() : TypedDial.value(typed.value());
        if (!isEstimated && !typed.value().isBlank() && dial.isEmpty()) {
            return new Outcome.Refused("dial", "");
        }
        Move move = new Move(
                Objects.requireNonNull(item.due()),
                dial.orElse(null),
                LocalDate.now(site.clock()),
                site.library()::tariff,
                DepositRules.NONE,
                why,
                isTrial);
        return switch (AgreementDecisions.moveOut(books(), item.key(), isEstimated, move)) {
            case AgreementAnswer.Done _ -> DONE;
            case AgreementAnswer.Refused(var reason, var found) -> new Outcome.Refused(RefusalWords.of(reason), found);
        };
    }

    private Outcome reached(WorkItem item, TypedDecision typed, Change why, boolean isTrial) {
        Channel channel = typed.value().contains("@") ? Channel.EMAIL : Channel.SMS;
        Optional<Contact> contact = TypedAddress.parse(
                channel, typed.value(), site.profile().postal().country());
        if (contact.isEmpty()) {
            return new Outcome.Refused("contact", "");
        }
        LocalDate today = LocalDate.now(site.clock());
        return ContactsAtOnce.add(books(), item.key(), contact.get(), today, why, isTrial)
                .map(_ -> DONE)
                .orElseGet(() -> new Outcome.Refused("changed", ""));
    }

    private Outcome assigned(WorkItem item, TypedDecision typed, Change why, boolean isTrial) {
        String account = account(typed);
        if (isTrial) {
            return account.matches("[0-9]{10}") ? DONE : new Outcome.Refused("account", "");
        }
        LocalDate today = LocalDate.now(site.clock());
        return switch (BankDecisions.assign(books(), Long.parseLong(item.key()), account, today, why)) {
            case DecisionAnswer.Done _ -> DONE;
            case DecisionAnswer.Refused(var reason, var found) -> new Outcome.Refused(RefusalWords.of(reason), found);
        };
    }

    /// However its groups were typed.
    public static String account(TypedDecision typed) {
        return TypedText.number(typed.value());
    }
}
