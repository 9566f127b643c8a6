package org.taswiya.web.console.work;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.bank.Proposal;
import org.taswiya.core.message.Cause;
import org.taswiya.core.validation.ExpectedDial;
import org.taswiya.store.adjustment.BillClaim;
import org.taswiya.store.adjustment.Disputes;
import org.taswiya.store.adjustment.StoredAdjustment;
import org.taswiya.store.adjustment.StoredDispute;
import org.taswiya.store.bank.WaitingTransaction;
import org.taswiya.store.bank.WorkList;
import org.taswiya.store.decision.Holds;
import org.taswiya.store.decision.OpenHold;
import org.taswiya.store.message.Messages;
import org.taswiya.store.message.StoredAttempt;
import org.taswiya.store.run.Withheld;
import org.taswiya.store.validation.MovedDial;
import org.taswiya.store.validation.OpenSuspect;
import org.taswiya.store.validation.OwnPhotos;
import org.taswiya.store.validation.SuspectFilter;
import org.taswiya.store.validation.SuspectFinding;
import org.taswiya.store.validation.Suspects;
import org.taswiya.store.work.WorkItem;
import org.taswiya.web.Site;
import org.taswiya.web.page.Frame;

/// What is known of an item, line by line.
public final class ItemDetails {
    private final Site site;
    private final Frame frame;
    private final List<Detail> details = new ArrayList<>();

    private ItemDetails(Site site, Frame frame) {
        this.site = site;
        this.frame = frame;
    }

    /// @param label of the texts `work.label.`
    /// @param link where it leads; empty for nowhere
    public record Detail(String label, String value, String link, Voice voice) {}

    /// Whose words a value is in.
    public enum Voice {
        /// The page's own.
        PAGE,
        /// Those of whoever said or typed it, in whatever language.
        SAID,
        /// The engine's, in English, where the books keep its sentence alone.
        ENGINE
    }

    static List<Detail> of(Site site, Frame frame, WorkItem item) {
        ItemDetails of = new ItemDetails(site, frame);
        switch (item.kind()) {
            case HELD -> of.held(item);
            case SUSPECT -> of.suspect(item);
            case DISPUTE -> of.dispute(item);
            case UNDELIVERED -> of.undelivered(item);
            case UNMATCHED -> of.unmatched(item);
            case UNREACHED -> of.add("returned", of.number(item.said()));
            case MOVE -> of.move(item);
            case INSTALMENTS -> {} // as whoever decides may grant them: of AskedPlans
            case REQUEST, EXCHANGE -> {} // on pages of their own
        }
        return of.details;
    }

    private void add(String label, String value) {
        details.add(new Detail(label, value, "", Voice.PAGE));
    }

    private void say(String label, String value) {
        details.add(new Detail(label, value, "", Voice.SAID));
    }

    /// @param words in the language of the page, where there are any
    /// @param sentence the engine's own
    private void found(Optional<String> words, String sentence) {
        words.ifPresentOrElse(
                own -> add("found", own), () -> details.add(new Detail("found", sentence, "", Voice.ENGINE)));
    }

    private String number(Object leftToRight) {
        return frame.figures().isolated(leftToRight.toString());
    }

    private void held(WorkItem item) {
        Optional<OpenHold> found = Holds.of(site.database(), item.key());
        found.ifPresent(hold -> {
            add("agreement", number(hold.agreement()));
            add("service", frame.figures().service(hold.service()));
            add("to", frame.figures().date(hold.billTo()));
            for (Withheld.Reason cause : hold.causes()) {
                add("why", frame.text("held.reason." + cause.code()));
                found(FoundWords.of(frame, cause), cause.found());
            }
        });
    }

    private void suspect(WorkItem item) {
        SuspectKey key = SuspectKey.of(item.key());
        for (OpenSuspect suspect : Suspects.list(site.database(), SuspectFilter.at(key.usagePoint()))) {
            if (suspect.decision() == null
                    && !suspect.isOvertaken()
                    && suspect.reading().at().equals(key.day())) {
                add("point", number(suspect.usagePoint()));
                add("service", frame.figures().service(suspect.service()));
                add("shown", frame.figures().usage(suspect.reading().value(), suspect.unit()));
                photo(suspect, item.account());
                for (SuspectFinding finding : suspect.findings()) {
                    add("why", frame.text("suspect.reason." + finding.reason()));
                    found(SuspectWords.of(frame, suspect.unit(), finding), finding.found());
                }
            }
        }
    }

    /// What the customer sent with it settles most doubts.
    private void photo(OpenSuspect suspect, @Nullable String account) {
        String agreement = suspect.agreement();
        LocalDate day = suspect.reading().at();
        if (account != null
                && agreement != null
                && OwnPhotos.find(site.database(), account, agreement, day).isPresent()) {
            String link = "/staff/accounts/" + account + "/photos/" + agreement + "/" + day;
            details.add(new Detail("photo", frame.text("past.photo"), link, Voice.PAGE));
        }
    }

    private void dispute(WorkItem item) {
        StoredDispute dispute =
                Disputes.of(site.database(), Long.parseLong(item.key())).orElseThrow();
        String bill = dispute.item().number();
        boolean isBill = bill.matches("[0-9]{10}[A-Z]{2}");
        details.add(new Detail("item", number(bill), isBill ? frame.bills() + bill : "", Voice.PAGE));
        say("words", dispute.evidence());
        claim(site, item).ifPresent(this::claim);
    }

    /// What of the bill that is disputed stands; empty where what is disputed is no bill.
    static Optional<BillClaim> claim(Site site, WorkItem item) {
        return Disputes.of(site.database(), Long.parseLong(item.key()))
                .flatMap(dispute -> Disputes.claim(site.database(), dispute));
    }

    private void claim(BillClaim claim) {
        add("billed", frame.figures().money(claim.billed()));
        for (BillClaim.Settled one : claim.settlements()) {
            String amount = frame.text(
                    "work.settled",
                    "amount",
                    frame.figures().moneyDifference(one.amount()),
                    "date",
                    frame.figures().date(one.billedOn()));
            details.add(new Detail("settled", amount, frame.bills() + one.by(), Voice.PAGE));
        }
        for (StoredAdjustment one : claim.adjustments()) {
            add(
                    "adjusted",
                    frame.text(
                            "work.adjusted." + one.state().code(),
                            "number",
                            number(one.number()),
                            "amount",
                            frame.figures().moneyDifference(one.adjustment().amount())));
        }
        if (claim.isEntangled()) {
            add("left", frame.figures().money(claim.left()));
        }
    }

    private void move(WorkItem item) {
        add("agreement", number(item.key()));
        add("service", frame.figures().service(item.code()));
        say("place", item.said());
        LocalDate leaves = Objects.requireNonNull(item.due());
        add("leaves", frame.figures().date(leaves));
        dial(item, leaves);
    }

    /// By what the value is judged that somebody reads over the telephone: what was read last, and what is expected.
    private void dial(WorkItem item, LocalDate on) {
        MovedDial.of(site.database(), item.key(), on).ifPresent(dial -> {
            add(
                    "last",
                    number(dial.last().value()) + " · "
                            + frame.figures().date(dial.last().at()));
            ExpectedDial expected = dial.expected();
            if (expected != null) {
                String low = number(expected.low());
                add("expected", frame.text("work.expected", "low", low, "high", number(expected.high())));
            }
        });
    }

    private void undelivered(WorkItem item) {
        Messages.Story story =
                Messages.of(site.database(), Long.parseLong(item.key())).orElseThrow();
        Cause cause = story.message().cause();
        String link = cause.kind() == Cause.Kind.BILL ? frame.bills() + cause.key() : "";
        String about = frame.text("past.about." + cause.kind().code());
        details.add(new Detail("about", about, link, Voice.PAGE));
        add(
                "channel",
                frame.text(
                        "notice.channel." + story.message().contact().channel().code()));
        say("address", story.message().contact().address());
        for (StoredAttempt attempt : story.attempts()) {
            if (!attempt.said().isBlank()) {
                say("answered", attempt.said());
            }
        }
    }

    private void unmatched(WorkItem item) {
        WaitingTransaction waiting =
                WorkList.of(site.database(), Long.parseLong(item.key())).orElseThrow();
        add("bank", number(waiting.bank() + " " + waiting.reference()));
        if (!waiting.transaction().party().isEmpty()) {
            say("payer", waiting.transaction().party());
        }
        if (!waiting.transaction().remittance().isEmpty()) {
            say("remittance", waiting.transaction().remittance());
        }
        for (Proposal proposal : waiting.proposals()) {
            details.add(new Detail(
                    "proposal",
                    frame.reference(proposal.account()),
                    "/staff/accounts/" + proposal.account(),
                    Voice.PAGE));
        }
    }
}
