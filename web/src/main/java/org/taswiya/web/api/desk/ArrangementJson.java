package org.taswiya.web.api.desk;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.arrangement.ArrangementOffer;
import org.taswiya.core.arrangement.Schedule;
import org.taswiya.core.quantity.Money;
import org.taswiya.store.arrangement.ArrangementProposal;
import org.taswiya.store.arrangement.RequestChannel;
import org.taswiya.web.api.json.Says;
import org.taswiya.web.api.write.InstalmentOperations.InstalmentDue;
import org.taswiya.web.instalment.ShownSchedule;

/// What is told and taken of instalments that staff grant.
public final class ArrangementJson {
    static final int SCHEDULE_MOST = 1000;
    static final String MONTHS = "[1-9][0-9]{0,2}";
    static final String AMOUNT = "[0-9]{1,10}\\.[0-9]{2}";
    static final String DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}";

    private ArrangementJson() {}

    /// Instalments that would be granted.
    public record WantedArrangement(
            @Says(value = "How many.", pattern = MONTHS) String months,

            @Says(value = "Paid at once before them; absent for nothing.", pattern = AMOUNT) @Nullable String down,

            @Says(value = "When the first is due; absent for the rules' day.", pattern = DAY) @Nullable String first,

            @Says(value = "How they were asked for.", codesOf = RequestChannel.class)
            String channel) {}

    /// The same, as it was looked at.
    public record NewArrangement(
            @Says(value = "How many.", pattern = MONTHS) String months,

            @Says(value = "Paid at once before them; absent for nothing.", pattern = AMOUNT) @Nullable String down,

            @Says(value = "When the first is due; absent for the rules' day.", pattern = DAY) @Nullable String first,

            @Says(value = "How they were asked for.", codesOf = RequestChannel.class)
            String channel,

            @Says(value = "Why.", least = 1, most = AdjustmentJson.WORDS_MOST, isOfLines = true)
            String why,

            @Says(value = "The `schedule` of the preview.", least = 1, most = SCHEDULE_MOST)
            String schedule) {
        WantedArrangement wanted() {
            return new WantedArrangement(months, down, first, channel);
        }
    }

    /// What would be granted.
    public record ArrangementPreview(
            @Says("The ISO 4217 code of all amounts.") String currency,

            @Says("Whether somebody else has to let it through.")
            boolean needsSecond,

            @Says("In their order.") List<InstalmentDue> instalments,

            @Says("The same as one text, which goes into what is granted.")
            String schedule) {
        public ArrangementPreview {
            instalments = List.copyOf(instalments);
        }

        static ArrangementPreview of(ArrangementOffer.Offered offered, String currency) {
            Schedule schedule = offered.schedule();
            return new ArrangementPreview(
                    currency,
                    offered.needsApproval(),
                    schedule.instalments().stream()
                            .map(one -> new InstalmentDue(one.dueOn(), one.amount()))
                            .toList(),
                    ShownSchedule.text(schedule));
        }
    }

    /// What came of it.
    public record ArrangementOutcome(
            @Says("The account.") String account,

            @Says(
                    value = "Whether they hold, wait for a second person, or were not let through.",
                    oneOf = {"granted", "waits", "not-let-through"})
            String outcome,

            @Says("The number of the arrangement, or of the proposal.")
            String number) {}

    /// Instalments that wait for a second person.
    public record Proposal(
            @Says("Its number.") String proposal,
            @Says("Whose it is.") String account,
            @Says("How many instalments.") int months,
            @Says("What is paid at once before them.") Money down,
            @Says("When it was proposed.") LocalDate askedOn,
            @Says("Who proposed it.") String author,
            @Says("Why.") String why,
            @Says("Whether it still waits.") boolean waits) {
        static Proposal of(ArrangementProposal proposal) {
            return new Proposal(
                    Long.toString(proposal.number()),
                    proposal.account(),
                    proposal.months(),
                    proposal.down(),
                    proposal.askedOn(),
                    proposal.proposed().author(),
                    proposal.proposed().reason(),
                    proposal.isWaiting());
        }
    }

    /// All that wait.
    public record Proposals(
            @Says("The first ones first, two hundred at most.")
            List<Proposal> proposals) {
        public Proposals {
            proposals = List.copyOf(proposals);
        }
    }

    /// One, and what would be granted now.
    public record ProposalToDecide(
            @Says("The proposal.") Proposal proposal,

            @Says("What would be granted now; absent where nothing would.") @Nullable ArrangementPreview preview,

            @Says("Why nothing would be, as a code; absent where it would.") @Nullable String refused) {}

    /// A second person's word.
    public record ProposalWord(
            @Says("Whether it is let through.") boolean approved,

            @Says(value = "Why.", least = 1, most = AdjustmentJson.WORDS_MOST, isOfLines = true)
            String why,

            @Says(value = "The `schedule` that was looked at; absent for a refusal.", least = 1, most = SCHEDULE_MOST)
            @Nullable String schedule) {}
}
