package org.taswiya.core.billing;

import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.tariff.Tariff;

/// Why a bill comes to another amount than an earlier one of its agreement: what the days, the use, the prices and
/// settlements have made of the difference. The parts sum to it, to the smallest coin.
///
/// The periods that a bill claims for the first time are priced anew, each time with one thing changed: first as many
/// days as now at the use a day of before, then the use of now, then the households of now, then the prices of now.
/// What a bill claims beyond those periods is settlement.
///
/// @param parts of the difference, in the order of their causes; those of zero are left out
public record BillComparison(Side before, Side now, List<Part> parts) {
    public BillComparison {
        parts = List.copyOf(parts);
        Money sum = parts.stream().map(Part::amount).reduce(Money.ZERO, Money::plus);
        if (!sum.equals(now.total().minus(before.total()))) {
            throw new IllegalArgumentException(
                    "The parts " + parts + " do not sum to " + now.total() + " less " + before.total());
        }
    }

    /// What makes a difference, in the order in which it is told.
    public enum Cause {
        /// More days or fewer, at the use a day of before.
        DAYS,
        /// More use a day or less, at what a unit cost on the average before.
        USE,
        /// That more or less of it falls into dearer blocks.
        BLOCKS,
        /// More households or fewer behind the meter.
        HOUSEHOLDS,
        /// Prices, taxes or the tariff.
        PRICES,
        /// What either bill settles of earlier ones.
        SETTLEMENT
    }

    /// @param amount above zero for what makes the bill higher
    public record Part(Cause cause, Money amount) {}

    /// One of the two.
    ///
    /// @param range from the first to the last day that it claims for the first time
    /// @param days of these periods
    /// @param usage of these periods
    /// @param total of the whole bill
    public record Side(DateRange range, long days, Decimal usage, Money total) {}

    public Money difference() {
        return now.total.minus(before.total);
    }

    /// Of two bills of an agreement; empty where one of them only settles others, they count in different units, or a
    /// tariff asks for more than the usage: one number does not say what changed then.
    ///
    /// @param ofBefore what the earlier bill was made from
    /// @param ofNow what the later bill was made from
    public static Optional<BillComparison> of(
            DraftBill before, AgreementInput ofBefore, DraftBill now, AgreementInput ofNow) {
        List<BillSegment> first = claimedFirst(before);
        List<BillSegment> second = claimedFirst(now);
        if (first.isEmpty()
                || second.isEmpty()
                || ofBefore.tariff().unit() != ofNow.tariff().unit()
                || !ofBefore.tariff().in(days(first)).isOfUsageAlone()
                || !ofNow.tariff().in(days(second)).isOfUsageAlone()) {
            return Optional.empty();
        }
        LocalDate then = first.getFirst().range().from();
        return ofBefore.tariff()
                .asOn(then)
                .map(old -> new BillComparison(
                        side(before, first),
                        side(now, second),
                        new Steps(old, first, ofBefore.households(), second, ofNow.households())
                                .parts(before.total(), now.total())));
    }

    private static List<BillSegment> claimedFirst(DraftBill bill) {
        return bill.segments().stream()
                .filter(segment -> segment.kind() != BillSegment.Kind.TRUE_UP)
                .toList();
    }

    private static Side side(DraftBill bill, List<BillSegment> segments) {
        return new Side(days(segments), count(segments), usage(segments), bill.total());
    }

    private static DateRange days(List<BillSegment> segments) {
        return DateRange.of(
                segments.getFirst().range().from(), segments.getLast().range().to());
    }

    private static long count(List<BillSegment> segments) {
        return segments.stream().mapToLong(segment -> segment.range().days()).sum();
    }

    private static Decimal usage(List<BillSegment> segments) {
        return segments.stream().map(BillSegment::usage).reduce(Decimal.ZERO, Decimal::plus);
    }

    /// From the earlier bill to the later one, one change after the other.
    ///
    /// @param old the tariff as it was on the first day of the earlier bill
    private record Steps(
            Tariff old, List<BillSegment> before, int householdsBefore, List<BillSegment> now, int households) {

        List<Part> parts(Money totalBefore, Money totalNow) {
            Money asThen = priced(before, householdsBefore, segment -> Fraction.of(segment.usage()));
            Fraction aDay = Fraction.of(usage(before)).dividedBy(Fraction.of(count(before)));
            Money withDays = priced(
                    now,
                    householdsBefore,
                    segment -> aDay.times(Fraction.of(segment.range().days())).reduced());
            Money withUse = priced(now, householdsBefore, segment -> Fraction.of(segment.usage()));
            Money withHouseholds = priced(now, households, segment -> Fraction.of(segment.usage()));
            Money use = atMeanPrice(withDays, withUse, aDay);
            Money prices = rated(now).minus(withHouseholds).plus(asThen.minus(rated(before)));
            Money settled = totalNow.minus(rated(now)).minus(totalBefore.minus(rated(before)));
            List<Part> parts = new ArrayList<>();
            add(parts, Cause.DAYS, withDays.minus(asThen));
            add(parts, Cause.USE, use);
            add(parts, Cause.BLOCKS, withUse.minus(withDays).minus(use));
            add(parts, Cause.HOUSEHOLDS, withHouseholds.minus(withUse));
            add(parts, Cause.PRICES, prices);
            add(parts, Cause.SETTLEMENT, settled);
            return parts;
        }

        /// What of the step from one use to the other is the use itself; the rest is what the blocks make of it. All of
        /// it where there are no blocks, or nothing was used before.
        private Money atMeanPrice(Money withDays, Money withUse, Fraction aDay) {
            Money whole = withUse.minus(withDays);
            Fraction from = aDay.times(Fraction.of(count(now)));
            if (from.signum() == 0 || !hasBlocks()) {
                return whole;
            }
            Money unused = priced(now, householdsBefore, _ -> Fraction.ZERO);
            return withDays.minus(unused)
                    .toFraction()
                    .times(Fraction.of(usage(now)).minus(from))
                    .dividedBy(from)
                    .toMoney(RoundingMode.HALF_UP);
        }

        private boolean hasBlocks() {
            return now.stream()
                    .flatMap(segment -> old.resolve(segment.range(), householdsBefore).blockBounds().stream())
                    .anyMatch(bounds -> !bounds.upTo().isEmpty());
        }

        private Money priced(List<BillSegment> periods, int of, Function<BillSegment, Fraction> usage) {
            return periods.stream()
                    .map(segment -> old.resolve(segment.range(), of)
                            .rate(usage.apply(segment))
                            .total())
                    .reduce(Money.ZERO, Money::plus);
        }

        private static Money rated(List<BillSegment> segments) {
            return segments.stream().map(segment -> segment.rating().total()).reduce(Money.ZERO, Money::plus);
        }

        private static void add(List<Part> parts, Cause cause, Money amount) {
            if (!amount.isZero()) {
                parts.add(new Part(cause, amount));
            }
        }
    }
}
