package org.taswiya.web.api.desk;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.adjustment.AdjustmentReason;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.receivables.ItemKey;
import org.taswiya.run.desk.AdjustmentLook;
import org.taswiya.store.adjustment.BillClaim;
import org.taswiya.store.adjustment.StoredAdjustment;
import org.taswiya.web.api.json.Says;

/// What is told and taken of adjustments.
public final class AdjustmentJson {
    static final int WORDS_MOST = 500;
    static final int SEEN_MOST = 2000;
    static final String ITEM = "[A-Z0-9]{3,20}";
    static final String AMOUNT = "-?[0-9]{1,10}\\.[0-9]{2}";

    private AdjustmentJson() {}

    /// What is asked for, to be looked at.
    public record WantedAdjustment(
            @Says(value = "The number of a bill or of another item; absent for the account as such.", pattern = ITEM)
            @Nullable String item,

            @Says(value = "One of the utility's reasons.", pattern = "[a-z][a-z0-9-]{1,39}")
            String reason,

            @Says(value = "Below zero for what lowers what is owed.", pattern = AMOUNT)
            String amount,

            @Says(value = "What shows that it is right.", least = 1, most = WORDS_MOST, isOfLines = true)
            String evidence,

            @Says(value = "Why, for the records.", least = 1, most = WORDS_MOST, isOfLines = true)
            String why) {}

    /// The same, as it was looked at.
    public record NewAdjustment(
            @Says(value = "The number of a bill or of another item; absent for the account as such.", pattern = ITEM)
            @Nullable String item,

            @Says(value = "One of the utility's reasons.", pattern = "[a-z][a-z0-9-]{1,39}")
            String reason,

            @Says(value = "Below zero for what lowers what is owed.", pattern = AMOUNT)
            String amount,

            @Says(value = "What shows that it is right.", least = 1, most = WORDS_MOST, isOfLines = true)
            String evidence,

            @Says(value = "Why, for the records.", least = 1, most = WORDS_MOST, isOfLines = true)
            String why,

            @Says(value = "The `seen` of the preview.", least = 1, most = SEEN_MOST)
            String seen) {
        WantedAdjustment wanted() {
            return new WantedAdjustment(item, reason, amount, evidence, why);
        }
    }

    /// An adjustment as the books have it.
    public record Adjustment(
            @Says("Its number.") String adjustment,
            @Says("Whose it is.") String account,

            @Says("What is adjusted; absent for the account as such.") @Nullable String item,

            @Says("The utility's reason.") String reason,

            @Says("Below zero for what lowers what is owed.")
            Money amount,

            @Says("The ISO 4217 code of it.") String currency,
            @Says("When it was asked for.") LocalDate askedOn,

            @Says(value = "How far it is: `asked` waits for a second person.", codesOf = StoredAdjustment.State.class)
            String state,

            @Says("Whether somebody else than its author decides it.")
            boolean needsSecond,

            @Says("Who asked for it.") String author) {
        static Adjustment of(StoredAdjustment stored, String currency) {
            ItemKey item = stored.adjustment().item();
            return new Adjustment(
                    stored.number(),
                    stored.adjustment().account(),
                    item == null ? null : item.number(),
                    stored.adjustment().reason(),
                    stored.adjustment().amount(),
                    currency,
                    stored.askedOn(),
                    stored.state().code(),
                    stored.needsSecond(),
                    stored.author());
        }
    }

    /// For what there is an adjustment.
    public record Reason(
            @Says("As a code.") String reason,
            @Says("Whether it may lower what is owed.") boolean lowers,
            @Says("Whether it may raise it.") boolean raises,

            @Says("Whether whoever the key acts for decides it alone, within their limit.")
            boolean alone) {
        static Reason of(AdjustmentReason reason) {
            return new Reason(
                    reason.code(),
                    reason.isLowering(),
                    reason.isRaising(),
                    reason.alone() == AdjustmentReason.Alone.ANYBODY);
        }
    }

    /// Those of an account, and what may be asked for.
    public record AdjustmentsOfAccount(
            @Says("The ISO 4217 code of all amounts.") String currency,

            @Says("The most that whoever the key acts for decides alone on an account.")
            Money limit,

            @Says("What counts towards it already: decided alone on this account in the last days, by whomever.")
            Money spent,

            @Says("For how many days that counts.") int days,
            @Says("For which reasons.") List<Reason> reasons,
            @Says("The newest first, fifty at most.") List<Adjustment> adjustments) {
        public AdjustmentsOfAccount {
            reasons = List.copyOf(reasons);
            adjustments = List.copyOf(adjustments);
        }
    }

    /// What is open.
    public record Standing(
            @Says("All that the account owes.") Money owed,
            @Says("What it has to its credit.") Money credit,

            @Says("What is open of what is adjusted; absent where that is no item.") @Nullable Money item) {
        static Standing of(AdjustmentLook.Standing standing) {
            return new Standing(standing.owed(), standing.credit(), standing.ofItem());
        }
    }

    /// What else gives back of a bill, or may.
    public record Claim(
            @Says("The bill.") String bill,
            @Says("What it came to.") Money billed,

            @Says("What later bills have settled of its days.")
            Money settled,

            @Says("Adjustments of it that are booked or wait.")
            List<String> adjustments,

            @Says("How many disputes of it wait.") int disputes,
            @Says("What can still be given back of it.") Money left) {
        public Claim {
            adjustments = List.copyOf(adjustments);
        }

        static Claim of(BillClaim claim) {
            return new Claim(
                    claim.bill().toString(),
                    claim.billed(),
                    claim.settledSince(),
                    claim.adjustments().stream().map(StoredAdjustment::number).toList(),
                    claim.disputes().size(),
                    claim.left());
        }
    }

    /// What an adjustment comes to.
    public record AdjustmentPreview(
            @Says("Whether somebody else has to let it through.")
            boolean needsSecond,

            @Says("What is open without it.") Standing before,
            @Says("What is open once it is booked.") Standing after,

            @Says("What else gives back of the bill, or may.")
            List<Claim> claims,

            @Says("Goes into what is asked for: another word once it comes to anything else.")
            String seen) {
        public AdjustmentPreview {
            claims = List.copyOf(claims);
        }

        static AdjustmentPreview of(AdjustmentLook look) {
            return new AdjustmentPreview(
                    look.needsSecond(),
                    Standing.of(look.before()),
                    Standing.of(look.after()),
                    look.claims().stream().map(Claim::of).toList(),
                    look.text());
        }
    }

    /// Those that wait for a second person.
    public record WaitingAdjustments(
            @Says("The first ones first, two hundred at most.")
            List<Adjustment> adjustments) {
        public WaitingAdjustments {
            adjustments = List.copyOf(adjustments);
        }
    }

    /// One, and what it comes to when it is let through.
    public record AdjustmentToDecide(
            @Says("The adjustment.") Adjustment adjustment,
            @Says("What shows that it is right.") String evidence,
            @Says("Why it was asked for.") String why,

            @Says("What it comes to; absent where it cannot be let through now.") @Nullable AdjustmentPreview preview,

            @Says("Why it cannot be let through now, as a code; absent where it can.") @Nullable String refused) {}

    /// A second person's word.
    public record SecondWord(
            @Says("Whether it is let through.") boolean approved,

            @Says(value = "Why.", least = 1, most = WORDS_MOST, isOfLines = true)
            String why,

            @Says(value = "The `seen` of what was looked at; absent for a refusal.", least = 1, most = SEEN_MOST)
            @Nullable String seen) {}
}
