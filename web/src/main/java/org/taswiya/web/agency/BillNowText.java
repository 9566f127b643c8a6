package org.taswiya.web.agency;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.taswiya.core.adjustment.AdjustmentReason;
import org.taswiya.core.adjustment.AdjustmentRules;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.receivables.Provision;
import org.taswiya.store.access.AccountStatement.StatedBill;
import org.taswiya.store.access.BillNow;
import org.taswiya.web.page.Frame;

/// How a page says first what a bill is now, where that is not what was sent.
///
/// @param headline the one thing that must be seen first
/// @param notes what else has become of it
public record BillNowText(String headline, List<String> notes) {
    public BillNowText {
        notes = List.copyOf(notes);
    }

    /// @return empty where all is as it was sent
    static Optional<BillNowText> of(StatedBill bill, BillNow now, AdjustmentRules rules, Frame frame) {
        Words words = new Words(bill, now, isGivenUp(now, rules), frame);
        if (bill.isCancelled()) {
            return Optional.of(new BillNowText(frame.text("now.cancelled"), List.of(frame.text("now.cancelled.how"))));
        }
        return switch (bill.total().signum()) {
            case 1 -> words.owed();
            case -1 -> words.inFavour();
            default -> Optional.empty();
        };
    }

    /// Whether all that was taken off was given up as a debt.
    private static boolean isGivenUp(BillNow now, AdjustmentRules rules) {
        return !now.reasons().isEmpty()
                && now.reasons().stream().allMatch(code -> {
                    AdjustmentReason reason = rules.reasons().get(code);
                    return reason != null && Provision.ACCOUNT.equals(reason.against());
                });
    }

    private record Words(StatedBill bill, BillNow now, boolean isGivenUp, Frame frame) {

        Optional<BillNowText> owed() {
            Money open = bill.open();
            boolean isAsSent = open.equals(bill.total()) && now.disputed().isZero() && !now.isArranged();
            return isAsSent
                    ? Optional.empty()
                    : Optional.of(open.isZero() ? settled() : new BillNowText(headline(open), rest()));
        }

        private String headline(Money open) {
            Money undisputed = open.minus(now.disputed());
            if (undisputed.signum() <= 0) {
                return frame.text("now.disputed.all");
            }
            return now.isArranged()
                    ? frame.text("now.arranged", "amount", money(open))
                    : frame.text("now.due", "amount", money(undisputed), "date", date(bill.dueOn()));
        }

        private List<String> rest() {
            List<String> notes = new ArrayList<>();
            if (now.disputed().signum() > 0 && now.answerBy() != null) {
                notes.add(frame.text("now.disputed", "amount", money(now.disputed()), "date", date(now.answerBy())));
            }
            if (now.isArranged()) {
                notes.add(frame.text("now.arranged.how"));
            }
            notes.addAll(settling());
            return notes;
        }

        /// Nothing of it is open.
        private BillNowText settled() {
            List<String> parts = settling();
            LocalDate on = now.settledOn();
            String headline = on == null || parts.isEmpty()
                    ? frame.text("now.nothing")
                    : frame.text(settledBy(), "date", date(on));
            return new BillNowText(headline, parts.size() == 1 ? List.of() : parts);
        }

        private String settledBy() {
            return now.paid().signum() > 0
                    ? "now.paid"
                    : now.credited().signum() > 0 ? "now.credited" : isGivenUp ? "now.given-up" : "now.taken-off";
        }

        /// What settled it, a sentence each.
        private List<String> settling() {
            List<String> parts = new ArrayList<>();
            part("now.part.paid", now.paid(), parts);
            part("now.part.credited", now.credited(), parts);
            part(isGivenUp ? "now.part.given-up" : "now.part.taken-off", now.takenOff(), parts);
            return parts;
        }

        private void part(String key, Money amount, List<String> parts) {
            if (amount.signum() > 0) {
                parts.add(frame.text(key, "amount", money(amount)));
            }
        }

        Optional<BillNowText> inFavour() {
            Money credit = bill.total().negated();
            if (now.creditLeft().equals(credit)) {
                return Optional.empty();
            }
            String headline = frame.text("now.favour.used", "amount", money(credit));
            return Optional.of(new BillNowText(
                    headline,
                    now.creditLeft().isZero()
                            ? List.of()
                            : List.of(frame.text("now.favour.left", "amount", money(now.creditLeft())))));
        }

        private String money(Money amount) {
            return frame.figures().money(amount);
        }

        private String date(LocalDate day) {
            return frame.figures().date(day);
        }
    }
}
