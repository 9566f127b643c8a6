package org.taswiya.web.agency;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.billing.BillComparison;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.core.billing.BillSegment;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.metering.Usage;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.quantity.Unit;
import org.taswiya.deliver.print.UsedPeriod;
import org.taswiya.run.ReprintedBill;
import org.taswiya.store.access.StandingBill;
import org.taswiya.web.Site;

/// A bill beside the one before, the same days a year earlier, and what is usual: figures, and what made a difference.
///
/// @param lines of the table: this bill first
/// @param whyBefore beside the bill before; null where there is none
/// @param whyYear beside the bill of the same days a year earlier; null where there is none
public record BillBeside(
        Unit unit,
        List<Line> lines,
        @Nullable BillComparison whyBefore,
        @Nullable BillComparison whyYear) {
    /// As far back as a year before a bill of a long period reaches.
    static final int MONTHS = 26;

    private static final int DAY_DECIMALS = 2;

    public BillBeside {
        lines = List.copyOf(lines);
    }

    /// The question that the comparison with the bill before answers.
    public String titleKey() {
        int sign = whyBefore == null ? 0 : whyBefore.difference().signum();
        return sign > 0 ? "why.title.higher" : sign < 0 ? "why.title.lower" : "why.title.beside";
    }

    /// What a line tells of.
    public enum Of {
        THIS,
        BEFORE,
        YEAR,
        AVERAGE
    }

    /// @param range null for an average
    /// @param usage of the range; null for an average
    /// @param aDay what was used a day
    /// @param amount of the bill, or of one on the average; null where there is no bill
    public record Line(
            Of of,
            @Nullable DateRange range,
            @Nullable Fraction usage,
            Fraction aDay,
            @Nullable Money amount) {}

    /// Empty where the bill was taken back, only settles others, or nothing is known to compare it with.
    ///
    /// @param made with the use of the months before it
    static Optional<BillBeside> of(Site site, ReprintedBill.Same made) {
        List<StandingBill> bills = StandingBill.ofAgreementWith(site.database(), made.number());
        int place = 0;
        while (place < bills.size() && !bills.get(place).number().equals(made.number())) {
            place++;
        }
        if (place == bills.size()) {
            return Optional.empty();
        }
        Composed composed = new Composed(site, made, bills.get(place), bills.subList(place + 1, bills.size()));
        BillBeside beside = composed.beside();
        return beside.lines.size() > 1 ? Optional.of(beside) : Optional.empty();
    }

    /// @param earlier bills, the newest first
    private record Composed(Site site, ReprintedBill.Same made, StandingBill bill, List<StandingBill> earlier) {

        BillBeside beside() {
            List<Usage> used = used();
            List<Line> lines = new ArrayList<>();
            DateRange range = bill.range();
            BillComparison whyBefore = null;
            BillComparison whyYear = null;
            lines.add(line(Of.THIS, range, claimed(made), bill.total()));
            if (!earlier.isEmpty()) {
                whyBefore = compared(earlier.getFirst().number()).orElse(null);
                if (whyBefore != null) {
                    var side = whyBefore.before();
                    lines.add(line(Of.BEFORE, side.range(), Fraction.of(side.usage()), side.total()));
                }
            }
            DateRange year = range.yearsEarlier(1).orElse(range);
            Optional<StandingBill> yearAgo = StandingBill.ofMost(year, earlier);
            if (yearAgo.isPresent()) {
                whyYear = compared(yearAgo.get().number()).orElse(null);
            }
            if (whyYear != null) {
                var side = whyYear.before();
                lines.add(line(Of.YEAR, side.range(), Fraction.of(side.usage()), side.total()));
            } else if (daysKnown(year, used) == year.days()) {
                lines.add(line(Of.YEAR, year, Usage.within(year, used), null));
            }
            average(used).ifPresent(lines::add);
            return new BillBeside(made.document().agreement().register().unit(), lines, whyBefore, whyYear);
        }

        /// All that is known of the days before and of the bill's own.
        private List<Usage> used() {
            return UsedPeriod.of(made.toPrint(), MONTHS).stream()
                    .filter(period -> !period.range().to().isAfter(bill.range().from()))
                    .map(UsedPeriod::asUsage)
                    .toList();
        }

        private static Fraction claimed(ReprintedBill.Same made) {
            Fraction sum = Fraction.ZERO;
            for (BillSegment segment : made.document().bill().segments()) {
                if (segment.kind() != BillSegment.Kind.TRUE_UP) {
                    sum = sum.plus(Fraction.of(segment.usage()));
                }
            }
            return sum;
        }

        private Optional<BillComparison> compared(BillNumber number) {
            return BillsMade.of(site, number, 0)
                    .flatMap(before -> BillComparison.of(
                            before.document().bill(),
                            before.document().agreement(),
                            made.document().bill(),
                            made.document().agreement()));
        }

        private static Line line(Of of, DateRange range, Fraction usage, @Nullable Money amount) {
            return new Line(of, range, usage, aDay(usage, range.days()), amount);
        }

        private static Fraction aDay(Fraction usage, long days) {
            return Fraction.of(usage.dividedBy(Fraction.of(days)).round(DAY_DECIMALS, RoundingMode.HALF_UP));
        }

        private static long daysKnown(DateRange range, List<Usage> used) {
            return used.stream()
                    .mapToLong(usage -> usage.range().daysShared(range))
                    .sum();
        }

        /// Of the twelve months before the bill, as far as they are known.
        private Optional<Line> average(List<Usage> used) {
            DateRange year =
                    DateRange.of(bill.range().from().minusYears(1), bill.range().from());
            long days = daysKnown(year, used);
            List<StandingBill> billed = earlier.stream()
                    .filter(before -> !before.range().from().isBefore(year.from()))
                    .toList();
            if (days <= bill.range().days()) {
                return Optional.empty(); // the bill before alone
            }
            Money mean = billed.size() < 2
                    ? null
                    : billed.stream()
                            .map(StandingBill::total)
                            .reduce(Money.ZERO, Money::plus)
                            .toFraction()
                            .dividedBy(Fraction.of(billed.size()))
                            .toMoneyHalfUp();
            return Optional.of(new Line(Of.AVERAGE, null, null, aDay(Usage.within(year, used), days), mean));
        }
    }
}
