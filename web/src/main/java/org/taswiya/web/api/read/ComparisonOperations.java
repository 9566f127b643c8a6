package org.taswiya.web.api.read;

import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.billing.BillComparison;
import org.taswiya.core.billing.BillComparison.Cause;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.quantity.Money;
import org.taswiya.run.ReprintedBill;
import org.taswiya.web.Site;
import org.taswiya.web.agency.BillBeside;
import org.taswiya.web.agency.BillsMade;
import org.taswiya.web.api.call.Call;
import org.taswiya.web.api.call.Operation;
import org.taswiya.web.api.call.PathPart;
import org.taswiya.web.api.call.Problem;
import org.taswiya.web.api.call.ProblemKind;
import org.taswiya.web.api.call.Reply;
import org.taswiya.web.api.json.Says;

/// Why a bill is higher than others, or lower: what its page lays it beside.
public final class ComparisonOperations {
    /// As the exact figures of a day are told on pages.
    private static final int DECIMALS = 2;

    private final Site site;

    public ComparisonOperations(Site site) {
        this.site = site;
    }

    /// One of those that are laid beside each other.
    public record ComparedLine(
            @Says(value = "What it tells of.", codesOf = BillBeside.Of.class)
            String of,

            @Says("The first day; absent for an average.") @Nullable LocalDate from,

            @Says("The day after the last; absent for an average.") @Nullable LocalDate to,

            @Says("What was used; absent for an average.") @Nullable Decimal usage,

            @Says("What was used a day.") Decimal aDay,

            @Says("What it was billed; absent where there is no bill.") @Nullable Money amount) {
        static ComparedLine of(BillBeside.Line line) {
            return new ComparedLine(
                    code(line.of()),
                    line.range() == null ? null : line.range().from(),
                    line.range() == null ? null : line.range().to(),
                    line.usage() == null ? null : rounded(line.usage()),
                    rounded(line.aDay()),
                    line.amount());
        }

        private static Decimal rounded(Fraction usage) {
            return usage.round(DECIMALS, RoundingMode.HALF_UP);
        }
    }

    /// What of a difference one thing has made.
    public record DifferencePart(
            @Says(value = "What has made it.", codesOf = Cause.class)
            String cause,

            @Says("Above zero for what makes the bill higher.")
            Money amount) {}

    /// Between this bill and another one.
    public record Difference(
            @Says("Above zero where this bill is higher.") Money amount,
            @Says("What has made it; they add up to it.") List<DifferencePart> parts) {
        public Difference {
            parts = List.copyOf(parts);
        }

        static @Nullable Difference of(@Nullable BillComparison compared) {
            return compared == null
                    ? null
                    : new Difference(
                            compared.difference(),
                            compared.parts().stream()
                                    .map(part -> new DifferencePart(code(part.cause()), part.amount()))
                                    .toList());
        }
    }

    /// A bill beside the one before, the same days a year earlier, and what is usual.
    public record Comparison(
            @Says("The bill.") String bill,
            @Says("The ISO 4217 code of all amounts.") String currency,
            @Says("The unit of what was used.") String unit,
            @Says("This bill first.") List<ComparedLine> lines,

            @Says("From the bill before; absent where there is none.") @Nullable Difference fromBefore,

            @Says("From the bill of a year earlier; absent where there is none.") @Nullable Difference fromYearBefore) {
        public Comparison {
            lines = List.copyOf(lines);
        }
    }

    private static String code(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT);
    }

    public List<Operation> all() {
        return List.of(Operation.get(
                        "compareBill",
                        "/bills/" + PathPart.BILL.inPath() + "/comparison",
                        "Why a bill is higher than the one before and that of a year ago, or lower.",
                        Comparison.class,
                        this::compare)
                .refusing(ProblemKind.BILL_NOT_REMADE, ProblemKind.NOTHING_TO_COMPARE));
    }

    private Reply compare(Call call) {
        Accounts.ofBill(site, call);
        BillNumber number = BillNumber.parse(call.part(PathPart.BILL)).orElseThrow(Call::unknown);
        ReprintedBill.Same made = BillsMade.of(site, number, BillBeside.MONTHS).orElseThrow(BillOperations::notRemade);
        BillBeside beside = BillBeside.of(site, made)
                .orElseThrow(() -> Problem.of(
                                ProblemKind.NOTHING_TO_COMPARE,
                                "The bill was taken back, only settles others, or is the first of its service.")
                        .thrown());
        return Reply.of(new Comparison(
                number.toString(),
                site.currency(),
                beside.unit().symbol(),
                beside.lines().stream().map(ComparedLine::of).toList(),
                Difference.of(beside.whyBefore()),
                Difference.of(beside.whyYear())));
    }
}
