package org.taswiya.core.tariff;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.quantity.Unit;

/// What tops all that was charged in a year up to a minimum, or takes it down to a maximum, as the days of a period end
/// the year or supply. It is reckoned after everything else of the period, from amounts as they stand on bills.
///
/// @param part of the year that the period has
/// @param amounts of a whole year, each on its days of the year, without gap
/// @param uncounted the codes whose lines are no part of what is compared
record ResolvedYearLimit(
        String code,
        boolean isMaximum,
        Part part,
        List<DatedAmount> amounts,
        Set<String> uncounted,
        Decimal taxRate,
        String clause)
        implements ResolvedCharge {
    ResolvedYearLimit {
        amounts = List.copyOf(amounts);
        uncounted = Set.copyOf(uncounted);
    }

    /// An amount of a whole year, and the days on which it is in force.
    record DatedAmount(DateRange days, Decimal amount) {}

    /// The days of a period that are in one year of the tariff.
    record Part(DateRange year, DateRange period) {
        boolean isFirst() {
            return !year.from().isAfter(period.from());
        }

        boolean isEnd() {
            return !year.to().isAfter(period.to());
        }

        LocalDate from() {
            return isFirst() ? period.from() : year.from();
        }

        LocalDate to() {
            return isEnd() ? year.to() : period.to();
        }

        /// What of something that is spread evenly over the period falls on these days.
        private Fraction share(Fraction whole) {
            return whole.times(Fraction.of(DateRange.of(from(), to()).days(), period.days()));
        }
    }

    @Override
    public ResolvedCharge withoutClauses() {
        return new ResolvedYearLimit(code, isMaximum, part, amounts, uncounted, taxRate, "");
    }

    @Override
    public ResolvedCharge untaxed() {
        return new ResolvedYearLimit(code, isMaximum, part, amounts, uncounted, Decimal.ZERO, clause);
    }

    /// What was charged before is asked for by the bill that ends the year alone.
    @Override
    public Optional<DeterminantGap> gap(BillDeterminants use) {
        Fraction ends = use.others().get(Determinant.FINAL_BILL);
        if (ends != null && !ends.equals(Fraction.ZERO) && !ends.equals(Fraction.ONE)) {
            return Optional.of(new DeterminantGap(code, Determinant.FINAL_BILL, ends, "0 or 1"));
        }
        if (yearBefore(use).isEmpty()) {
            return Optional.empty();
        }
        Determinant asked = Determinant.CHARGED_THIS_YEAR;
        if (!use.others().containsKey(asked)) {
            return Optional.of(new DeterminantGap(code, asked, null, "the " + asked.code() + " as a number"));
        }
        Fraction days = use.others().get(Determinant.DAYS_THIS_YEAR);
        boolean isGood = days == null || days.compareTo(Fraction.of(daysBefore())) <= 0 && isWhole(days);
        return isGood
                ? Optional.empty()
                : Optional.of(new DeterminantGap(
                        code, Determinant.DAYS_THIS_YEAR, days, "a whole number up to " + daysBefore()));
    }

    /// The year of which it asks what was charged before the period.
    Optional<DateRange> yearBefore(BillDeterminants use) {
        return isCompared(use) && part.isFirst() ? Optional.of(part.year()) : Optional.empty();
    }

    private static boolean isWhole(Fraction days) {
        return Fraction.of(days.floor().longValueExact()).compareTo(days) == 0;
    }

    private boolean isCompared(BillDeterminants use) {
        return part.isEnd() || isFinal(use);
    }

    private static boolean isFinal(BillDeterminants use) {
        return Fraction.ONE.equals(use.others().get(Determinant.FINAL_BILL));
    }

    /// @param lines of all else in the period
    @Override
    public void addLines(BillDeterminants use, ChargeRun run, List<ChargeLine> lines) {
        if (!isCompared(use)) {
            return;
        }
        Fraction above = charged(use, lines).minus(limit(supplied(use)));
        Fraction missing = isMaximum ? above : above.negated();
        Money amount = missing.toMoneyHalfUp();
        if (amount.minorUnits() > 0) {
            lines.add(new ChargeLine(
                    code,
                    0,
                    null,
                    run.range(),
                    amount.toFraction(),
                    Unit.MONEY,
                    isMaximum ? Decimal.ONE.negated() : Decimal.ONE,
                    null,
                    taxRate,
                    isMaximum ? amount.negated() : amount,
                    clause));
        }
    }

    /// With which it compares what; empty where the days end neither the year nor supply.
    Optional<ComparedYear> compared(BillDeterminants use, List<ChargeLine> lines) {
        if (!isCompared(use)) {
            return Optional.empty();
        }
        DateRange days = supplied(use);
        return Optional.of(new ComparedYear(
                code,
                isMaximum,
                days,
                limit(days).toMoneyHalfUp(),
                charged(use, lines).toMoneyHalfUp()));
    }

    private Fraction charged(BillDeterminants use, List<ChargeLine> lines) {
        Fraction before = part.isFirst() ? use.told(Determinant.CHARGED_THIS_YEAR) : Fraction.ZERO;
        return before.plus(part.share(sum(lines, uncounted).toFraction()));
    }

    /// The sum of the lines that count.
    static Money sum(List<ChargeLine> lines, Set<String> uncounted) {
        Money sum = Money.ZERO;
        for (ChargeLine line : lines) {
            if (!uncounted.contains(line.component())) {
                sum = sum.plus(line.amount());
            }
        }
        return sum;
    }

    private DateRange supplied(BillDeterminants use) {
        return DateRange.of(part.from().minusDays(daysBefore(use)), part.to());
    }

    /// The amount of the year, or of its days with supply.
    private Fraction limit(DateRange supplied) {
        Fraction ofDays = Fraction.ZERO;
        for (DatedAmount dated : amounts) {
            ofDays = ofDays.plus(Fraction.of(dated.days().daysShared(supplied)).times(dated.amount()));
        }
        return ofDays.dividedBy(Fraction.of(part.year().days())).reduced();
    }

    private long daysBefore(BillDeterminants use) {
        if (!part.isFirst()) {
            return 0;
        }
        Fraction told = use.others().get(Determinant.DAYS_THIS_YEAR);
        return told == null ? daysBefore() : told.floor().longValueExact();
    }

    /// Of the year, before the period.
    private long daysBefore() {
        return ChronoUnit.DAYS.between(part.year().from(), part.from());
    }

    /// Prices that hang on the past have no curve, and a gap of theirs is divided by a rule that asks for no prices.
    @Override
    public void addBends(ChargeRun run, List<Fraction> bends) {
        // Nothing looks for them.
    }
}
