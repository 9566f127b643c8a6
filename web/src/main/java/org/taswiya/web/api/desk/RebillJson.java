package org.taswiya.web.api.desk;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Money;
import org.taswiya.run.desk.RebillLook;
import org.taswiya.web.api.desk.AdjustmentJson.Claim;
import org.taswiya.web.api.desk.WorkJson.WorkFinding;
import org.taswiya.web.api.json.Says;

/// What is told and taken of readings that are put right and bills that are taken back.
public final class RebillJson {
    static final String DIAL = "[0-9]{1,12}(\\.[0-9]{1,6})?";

    private RebillJson() {}

    /// One period of a bill that would be made.
    public record RebilledMonth(
            @Says("The first day.") LocalDate from,
            @Says("The day after the last.") LocalDate to,

            @Says("What was billed as used; absent where nothing was billed.") @Nullable Decimal billedUsage,

            @Says("What it is now taken to have used.") Decimal usage,
            @Says("What was billed for it.") Money billed,
            @Says("What it comes to now.") Money due,
            @Says("What the bill claims for it.") Money claimed,
            @Says("Whether nobody read the meter.") boolean estimated) {
        static RebilledMonth of(RebillLook.Month month) {
            return new RebilledMonth(
                    month.range().from(),
                    month.range().to(),
                    month.billedUsage(),
                    month.usage(),
                    month.billed(),
                    month.due(),
                    month.claimed(),
                    month.isEstimated());
        }
    }

    /// A bill that would be made.
    public record RebilledBill(
            @Says("What it comes to.") Money total,
            @Says("When it falls due.") LocalDate dueOn,
            @Says("By periods, the earliest first.") List<RebilledMonth> months) {
        public RebilledBill {
            months = List.copyOf(months);
        }
    }

    /// What billing again comes to.
    public record RebillPreview(
            @Says("The ISO 4217 code of all amounts.") String currency,

            @Says("What the bill came to that is taken back; zero for none.")
            Money takenBack,

            @Says("What the account owes more, or less, once all is done.")
            Money difference,

            @Says("Those that would be made; none where nothing is billed again now.")
            List<RebilledBill> bills,

            @Says("Why a bill would wait for a person; none where none would.")
            List<WorkFinding> holds,

            @Says("Whether nobody can bill it again before the meter is read.")
            boolean leftToReading,

            @Says("What else gives back of the bills of these days, or may.")
            List<Claim> claims,

            @Says("The instalments that the bill is within; absent for none.") @Nullable String arrangement,

            @Says("Goes into what is asked for: another word once it comes to anything else.")
            String seen) {
        public RebillPreview {
            bills = List.copyOf(bills);
            holds = List.copyOf(holds);
            claims = List.copyOf(claims);
        }

        static RebillPreview of(RebillLook look, String currency) {
            return new RebillPreview(
                    currency,
                    look.takenBack(),
                    look.difference(),
                    look.bills().stream()
                            .map(bill -> new RebilledBill(
                                    bill.total(),
                                    bill.dueOn(),
                                    bill.months().stream()
                                            .map(RebilledMonth::of)
                                            .toList()))
                            .toList(),
                    look.holds().stream()
                            .map(hold -> new WorkFinding(hold.code(), hold.found()))
                            .toList(),
                    look.isLeftToReading(),
                    look.claims().stream().map(Claim::of).toList(),
                    look.arrangement() == null ? null : Objects.toString(look.arrangement()),
                    look.text());
        }
    }

    /// A bill that is to be taken back.
    public record Cancellation(
            @Says(value = "Why.", least = 1, most = AdjustmentJson.WORDS_MOST, isOfLines = true)
            String why,

            @Says(value = "The `seen` of the preview.", least = 1, most = 20_000)
            String seen,

            @Says("Billed again at once; else by the next run off the cycle.") @Nullable Boolean atOnce) {}

    /// A reading that would be put right.
    public record WantedCorrection(
            @Says(value = "The day of the reading that is there.", pattern = "[0-9]{4}-[0-9]{2}-[0-9]{2}")
            String at,

            @Says(value = "What the meter showed.", pattern = DIAL)
            String value,

            @Says(
                    value = "Who read it.",
                    oneOf = {"actual", "customer"})
            String kind,

            @Says(value = "Why.", least = 1, most = AdjustmentJson.WORDS_MOST, isOfLines = true)
            String why) {}

    /// The same, as it was looked at.
    public record Correction(
            @Says(value = "The day of the reading that is there.", pattern = "[0-9]{4}-[0-9]{2}-[0-9]{2}")
            String at,

            @Says(value = "What the meter showed.", pattern = DIAL)
            String value,

            @Says(
                    value = "Who read it.",
                    oneOf = {"actual", "customer"})
            String kind,

            @Says(value = "Why.", least = 1, most = AdjustmentJson.WORDS_MOST, isOfLines = true)
            String why,

            @Says(value = "The `seen` of the preview.", least = 1, most = 20_000)
            String seen,

            @Says("Billed again at once; else by the next run off the cycle.") @Nullable Boolean atOnce) {
        WantedCorrection wanted() {
            return new WantedCorrection(at, value, kind, why);
        }
    }

    /// It is so.
    public record Rebilled(
            @Says("The account.") String account,

            @Says("Bills that were made at once; none where the next run makes them.")
            List<String> bills) {
        public Rebilled {
            bills = List.copyOf(bills);
        }

        static Rebilled of(String account, List<BillNumber> bills) {
            return new Rebilled(
                    account, bills.stream().map(BillNumber::toString).toList());
        }
    }
}
