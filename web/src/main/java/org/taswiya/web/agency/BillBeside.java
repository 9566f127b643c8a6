package org.taswiya.web.agency;

import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.billing.BillComparison;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.core.billing.BillSegment;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.customer.Language;
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
    public static final int MONTHS = 26;

    private static final int DAY_DECIMALS = 2;
    private static final int WIDTH = 100;

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

    /// A line as a bar of a picture, from the side where lines begin.
    ///
    /// @param left, wide in hundredths of the picture
    public record Bar(int left, int wide) {}

    /// What was used a day, as long as it is beside the most of all lines.
    public Bar bar(Line line, Language language) {
        Fraction most =
                lines.stream().map(Line::aDay).max(Comparator.naturalOrder()).orElseThrow();
        int wide = most.signum() <= 0 || line.aDay.signum() < 0
                ? 0
                : line.aDay.dividedBy(most).times(Fraction.of(WIDTH)).floor().intValueExact();
        return new Bar(language == Language.AR ? WIDTH - wide : 0, wide);
    }

    /// What is usual; null where less is known than the bill before tells.
    public @Nullable Line average() {
        return lines.getLast().of == Of.AVERAGE ? lines.getLast() : null;
    }

    /// By how much the bill is higher than one on the average; null where there is none.
    public @Nullable Money aboveAverage() {
        Line average = average();
        Money own = lines.getFirst().amount;
        return average == null || average.amount == null || own == null ? null : own.minus(average.amount);
    }

    /// Whether more was used a day than on the average, less, or as much.
    public String averageKey(Line average) {
        int more = lines.getFirst().aDay.compareTo(average.aDay);
        return "why.average.day." + (more > 0 ? "more" : more < 0 ? "less" : "same");
    }

    /// Where no bill comes to mind.
    static final Composed NOTHING = new Composed(null, List.of());

    /// @param beside null where the bill was taken back, only settles others, or there is nothing to compare it with
    /// @param of the serials of the bills that it would have been another without, its own among them
    record Composed(@Nullable BillBeside beside, List<Long> of) {}

    /// The bills whose documents are asked for.
    ///
    /// @param bills it and those before it, the newest first
    static List<BillNumber> compared(List<StandingBill> bills) {
        return Stream.concat(
                        bills.stream().skip(1).limit(1),
                        bills.stream().limit(1).flatMap(bill -> yearBefore(bill, bills).stream()))
                .map(StandingBill::number)
                .distinct()
                .toList();
    }

    private static Optional<StandingBill> yearBefore(StandingBill bill, List<StandingBill> bills) {
        return StandingBill.ofMost(bill.range().yearsEarlier(1).orElse(bill.range()), bills.subList(1, bills.size()));
    }

    /// What a bill is laid beside; empty where it was taken back, only settles others, or there is nothing.
    ///
    /// @param made with the use of [#MONTHS] before it
    public static Optional<BillBeside> of(Site site, ReprintedBill.Same made) {
        List<StandingBill> bills =
                StandingBill.upTo(site.database(), List.of(made.number())).getOrDefault(made.number(), List.of());
        Map<BillNumber, ReprintedBill.Same> others = BillsMade.of(site, compared(bills), 0);
        return Optional.ofNullable(of(made, bills, number -> Optional.ofNullable(others.get(number)))
                .beside());
    }

    /// @param made with the use of the months before it
    /// @param bills it and those before it, the newest first; none where it was taken back or only settles others
    /// @param others the bills that are compared with it ([#compared]), as they were issued
    static Composed of(
            ReprintedBill.Same made,
            List<StandingBill> bills,
            Function<BillNumber, Optional<ReprintedBill.Same>> others) {
        if (bills.isEmpty() || !bills.getFirst().number().equals(made.number())) {
            return NOTHING;
        }
        Composition composition = new Composition(made, bills.getFirst(), bills.subList(1, bills.size()), others);
        BillBeside beside = composition.beside();
        List<Long> of = Stream.of(
                        Stream.of(made.number()),
                        compared(bills).stream(),
                        composition.averaged().stream().map(StandingBill::number))
                .flatMap(numbers -> numbers)
                .map(BillNumber::serial)
                .distinct()
                .sorted()
                .toList();
        return new Composed(beside.lines.size() > 1 ? beside : null, of);
    }

    /// @param earlier bills, the newest first
    private record Composition(
            ReprintedBill.Same made,
            StandingBill bill,
            List<StandingBill> earlier,
            Function<BillNumber, Optional<ReprintedBill.Same>> others) {

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
            return others.apply(number)
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

        /// The bills of the twelve months before.
        List<StandingBill> averaged() {
            LocalDate from = bill.range().from().minusYears(1);
            return earlier.stream()
                    .filter(before -> !before.range().from().isBefore(from))
                    .toList();
        }

        /// Of the twelve months before the bill, as far as they are known.
        private Optional<Line> average(List<Usage> used) {
            DateRange year =
                    DateRange.of(bill.range().from().minusYears(1), bill.range().from());
            long days = daysKnown(year, used);
            List<StandingBill> billed = averaged();
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
