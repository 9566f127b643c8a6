package org.taswiya.core.tariff;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.tariff.BlockRule.Persons;

/// Blocks whose bounds are known only with what is told of the period: persons, the size of the meter, what was used
/// before in the year.
///
/// @param blocks with no bounds yet
/// @param tiers one for each of its steps
/// @param factor how many times the published bounds count, for the days of the period alone
/// @param year null unless bounds are of a year
record ResolvedToldBlocks(
        ResolvedCharge.Blocks blocks,
        List<BlockTier> tiers,
        BlockRule rule,
        Fraction factor,
        int households,
        Proration proration,
        @Nullable YearPart year)
        implements ResolvedCharge {

    /// The days of a period that lie in one year of the tariff.
    ///
    /// @param from the first day of the year
    /// @param period of the bill; its usage is spread evenly over its days
    record YearPart(LocalDate from, DateRange period) {

        private boolean isFirst() {
            return !from.isAfter(period.from());
        }

        private Fraction share(long days) {
            return Fraction.of(days, period.days());
        }

        /// How much of the period's usage falls into the year before some days of it.
        private Fraction shareBefore(DateRange days) {
            LocalDate counted = isFirst() ? period.from() : from;
            return share(
                    counted.isBefore(days.from())
                            ? DateRange.of(counted, days.from()).days()
                            : 0);
        }

        /// What was used in the year before the period.
        private Fraction usedBefore(BillDeterminants use) {
            return isFirst() ? use.told(Determinant.USED_THIS_YEAR) : Fraction.ZERO;
        }

        /// Bounds of the year as they count for the usage of the whole period, were all of it used as on these days:
        /// above what was used before, and what of the period's own usage falls into the year before them.
        Fraction left(Fraction bound, BillDeterminants use, DateRange days) {
            Fraction before = usedBefore(use).plus(use.usage().times(shareBefore(days)));
            return bound.minus(before).max(Fraction.ZERO).dividedBy(share(days.days()));
        }

        /// The usages of the period at which a bound of the year is reached at the beginning and the end of the days.
        void addBends(Fraction bound, BillDeterminants use, DateRange days, List<Fraction> bends) {
            Fraction left = bound.minus(usedBefore(use));
            Fraction before = shareBefore(days);
            bends.add(left.dividedBy(before.plus(share(days.days()))));
            if (before.signum() > 0) {
                bends.add(left.dividedBy(before));
            }
        }
    }

    @Override
    public String code() {
        return blocks.code();
    }

    @Override
    public Decimal taxRate() {
        return blocks.taxRate();
    }

    @Override
    public void addTaxRates(Set<Decimal> rates) {
        blocks.addTaxRates(rates);
    }

    @Override
    public List<String> followers() {
        return blocks.followers();
    }

    @Override
    public ResolvedCharge withoutClauses() {
        return new ResolvedToldBlocks(blocks.withoutClauses(), tiers, rule, factor, households, proration, year);
    }

    @Override
    public ResolvedCharge untaxed() {
        return new ResolvedToldBlocks(blocks.untaxed(), tiers, rule, factor, households, proration, year);
    }

    @Override
    public Optional<Assumed> assumed(BillDeterminants use) {
        Persons persons = rule.persons();
        return persons == null || persons.ifUnknown() == null || use.others().containsKey(Determinant.PERSONS)
                ? Optional.empty()
                : Optional.of(new Assumed(Determinant.PERSONS, Decimal.ofSteps(persons.ifUnknown(), 0)));
    }

    @Override
    public Optional<DeterminantGap> gap(BillDeterminants use) {
        for (Determinant asked : rule.determinants()) {
            boolean isAsked =
                    asked != Determinant.USED_THIS_YEAR || yearBefore().isPresent();
            if (isAsked && !use.others().containsKey(asked)) {
                return Optional.of(new DeterminantGap(code(), asked, null, expected(asked)));
            }
        }
        Fraction size = use.others().get(Determinant.METER_SIZE);
        if (!rule.meterSizes().isEmpty() && size != null && ofSize(size).isEmpty()) {
            return Optional.of(
                    new DeterminantGap(code(), Determinant.METER_SIZE, size, expected(Determinant.METER_SIZE)));
        }
        Fraction persons = use.others().get(Determinant.PERSONS);
        if (rule.persons() != null && persons != null && !isWhole(persons)) {
            return Optional.of(new DeterminantGap(code(), Determinant.PERSONS, persons, expected(Determinant.PERSONS)));
        }
        return Optional.empty();
    }

    /// The first day of the year of which it asks what was used before the period.
    Optional<LocalDate> yearBefore() {
        return Optional.ofNullable(year).filter(YearPart::isFirst).map(YearPart::from);
    }

    private String expected(Determinant asked) {
        return switch (asked) {
            case METER_SIZE -> Sizes.oneOf(rule.meterSizes());
            case PERSONS -> "a whole number of persons";
            case Determinant other -> "the " + other.code() + " as a number";
        };
    }

    private Optional<Decimal> ofSize(Fraction size) {
        return Sizes.of(rule.meterSizes(), size);
    }

    private static boolean isWhole(Fraction persons) {
        return Fraction.of(persons.floor().longValueExact()).compareTo(persons) == 0;
    }

    @Override
    public void addLines(BillDeterminants use, ChargeRun run, List<ChargeLine> lines) {
        List<Fraction> bounds = bounds(use);
        if (year != null) {
            bounds.replaceAll(bound -> year.left(bound, use, run.range()));
        }
        List<ChargeLine> all = new ArrayList<>();
        blocks.withBounds(bounds).addLines(use, run, all);
        int reached = all.getLast().block();
        all.removeIf(line -> line.quantity().signum() == 0 && line.block() < reached); // used up before
        lines.addAll(all);
    }

    /// Of every step but the last; empty where they are of a year, or not told.
    Optional<List<Fraction>> boundsOf(Told told) {
        BillDeterminants use = told.of(Fraction.ZERO);
        return year == null && gap(use).isEmpty() ? Optional.of(bounds(use)) : Optional.empty();
    }

    /// Of every step but the last, as they count with what is told, in a whole year where they are of one.
    private List<Fraction> bounds(BillDeterminants use) {
        Fraction times = factor;
        if (!rule.meterSizes().isEmpty()) {
            times = times.times(ofSize(use.told(Determinant.METER_SIZE)).orElseThrow());
        }
        Fraction ofHouseholds = times.times(Fraction.of(counted()));
        Fraction ofPersons = times.times(Fraction.of(persons(use)));
        List<Fraction> bounds = new ArrayList<>();
        for (BlockTier tier : tiers) {
            Decimal bound = tier.bound();
            if (bound != null) {
                bounds.add(proration.rounded(ofHouseholds.times(bound).plus(ofPersons.times(tier.perPerson()))));
            }
        }
        return bounds;
    }

    private int counted() {
        return rule.perHousehold() ? households : 1;
    }

    /// Behind the meter, as many as count.
    private long persons(BillDeterminants use) {
        Persons persons = rule.persons();
        if (persons == null) {
            return 0;
        }
        long least = Math.multiplyExact((long) persons.least(), counted());
        long most = Math.multiplyExact((long) persons.most(), counted());
        Fraction told = use.others().get(Determinant.PERSONS);
        if (told != null) {
            return told.min(Fraction.of(most)).max(Fraction.of(least)).floor().longValueExact();
        }
        Integer ifUnknown = persons.ifUnknown();
        if (ifUnknown == null) {
            throw new IllegalStateException("Nothing told the persons");
        }
        return Math.multiplyExact((long) ifUnknown, counted());
    }

    @Override
    public void addBends(ChargeRun run, List<Fraction> bends) {
        BillDeterminants use = run.told().of(Fraction.ZERO);
        if (gap(use).isEmpty()) {
            for (Fraction bound : bounds(use)) {
                if (year == null) {
                    bends.add(bound);
                } else {
                    year.addBends(bound, use, run.range(), bends);
                }
            }
        }
    }
}
