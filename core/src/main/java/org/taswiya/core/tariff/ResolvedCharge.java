package org.taswiya.core.tariff;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.quantity.Unit;

/// A component made ready for one period: bounds and monthly amounts scaled, its tax rate looked up.
///
/// Two are [#same] when they charge alike; a change of wording in the book is no change of price.
sealed interface ResolvedCharge
        permits ResolvedCharge.Blocks,
                ResolvedCharge.Fixed,
                ResolvedCharge.Minimum,
                ResolvedBands,
                ResolvedBilledDemand,
                ResolvedDemand,
                ResolvedDiscount,
                ResolvedExport,
                ResolvedMaximum,
                ResolvedNetting,
                ResolvedOverrun,
                ResolvedPowerFactor,
                ResolvedReactive,
                ResolvedRider,
                ResolvedSewer,
                ResolvedSized,
                ResolvedSubscribed,
                ResolvedToldBlocks,
                ResolvedUnits,
                ResolvedYearLimit {

    String code();

    /// This charge with every clause left out, so that equality compares what is charged.
    ResolvedCharge withoutClauses();

    /// This charge as if no tax were on it: what it adds to an amount before tax.
    ResolvedCharge untaxed();

    Decimal taxRate();

    /// Adds the rates of value added tax that its lines bear.
    default void addTaxRates(Set<Decimal> rates) {
        rates.add(taxRate());
    }

    /// Whether it cannot be told without the highest demand of the period.
    default boolean isDemandNeeded() {
        return false;
    }

    /// Whether it hangs on how the usage is shared out over time bands.
    default boolean isOfShares() {
        return false;
    }

    /// Whether it is a credit that must not make the bill one below zero.
    default boolean isLimited() {
        return false;
    }

    /// What is missing in what was told of the period; empty where it can be charged.
    default Optional<DeterminantGap> gap(BillDeterminants use) {
        return Optional.empty();
    }

    /// What the book states in place of what was not told; empty where nothing of it counts.
    default Optional<Assumed> assumed(BillDeterminants use) {
        return Optional.empty();
    }

    /// The codes of other charges that share the rounding of each of its lines.
    default List<String> followers() {
        return List.of();
    }

    /// Adds the lines for what was used.
    void addLines(BillDeterminants use, ChargeRun run, List<ChargeLine> lines);

    /// Adds the usages at which the unrounded amount jumps or changes its slope, with all else as it was told.
    void addBends(ChargeRun run, List<Fraction> bends);

    default boolean same(ResolvedCharge other) {
        return withoutClauses().equals(other.withoutClauses());
    }

    /// A ladder of blocks with the charges that follow its volume.
    record Blocks(
            String code, Unit unit, List<ResolvedStep> steps, List<Follower> following, Decimal taxRate, String clause)
            implements ResolvedCharge {

        /// @param prices one for each step
        record Follower(String code, List<Decimal> prices, Decimal taxRate, String clause) {}

        @Override
        public List<String> followers() {
            return following.stream().map(Follower::code).toList();
        }

        /// @param bounds one for each step but the last
        Blocks withBounds(List<Fraction> bounds) {
            List<ResolvedStep> bounded = new ArrayList<>(steps.size());
            for (int i = 0; i < steps.size(); i++) {
                Fraction bound = i < bounds.size() ? bounds.get(i) : null;
                bounded.add(new ResolvedStep(
                        bound, steps.get(i).mode(), steps.get(i).price()));
            }
            return new Blocks(code, unit, bounded, following, taxRate, clause);
        }

        @Override
        public Blocks withoutClauses() {
            return new Blocks(
                    code,
                    unit,
                    steps,
                    following.stream()
                            .map(f -> new Follower(f.code, f.prices, f.taxRate, ""))
                            .toList(),
                    taxRate,
                    "");
        }

        @Override
        public Blocks untaxed() {
            List<Follower> bare = following.stream()
                    .map(f -> new Follower(f.code, f.prices, Decimal.ZERO, f.clause))
                    .toList();
            return new Blocks(code, unit, steps, bare, Decimal.ZERO, clause);
        }

        @Override
        public void addLines(BillDeterminants use, ChargeRun run, List<ChargeLine> lines) {
            List<List<ChargeLine>> followed = new ArrayList<>(following.size());
            for (int i = 0; i < following.size(); i++) {
                followed.add(new ArrayList<>());
            }
            Fraction usage = use.usage();
            int reached = stepReached(usage);
            if (steps.get(reached).mode() == BlockMode.SELECTIVE) {
                addBlock(reached, usage, run, lines, followed);
            } else {
                Fraction lower = Fraction.ZERO;
                for (int step = 0; step <= reached; step++) {
                    Fraction bound = steps.get(step).bound();
                    Fraction upper = step == reached || bound == null ? usage : bound;
                    addBlock(step, upper.minus(lower), run, lines, followed);
                    lower = upper;
                }
            }
            followed.forEach(lines::addAll);
        }

        @Override
        public void addTaxRates(Set<Decimal> rates) {
            rates.add(taxRate);
            following.forEach(follower -> rates.add(follower.taxRate()));
        }

        private int stepReached(Fraction usage) {
            int step = 0;
            while (!steps.get(step).holds(usage)) {
                step++;
            }
            return step;
        }

        /// Rounds the joint amount of the block; the last follower gets what the others leave of it.
        private void addBlock(
                int step, Fraction quantity, ChargeRun run, List<ChargeLine> own, List<List<ChargeLine>> followed) {
            Decimal price = steps.get(step).price();
            Money amount = run.share(quantity.times(price)).toMoneyHalfUp();
            own.add(run.line(code, step + 1, quantity, unit, price, taxRate, amount, clause));
            if (following.isEmpty()) {
                return;
            }
            Money left = jointAmount(step, quantity, run).minus(amount);
            for (int i = 0; i < following.size(); i++) {
                Follower follower = following.get(i);
                Decimal followerPrice = follower.prices().get(step);
                boolean last = i == following.size() - 1;
                Money part =
                        last ? left : run.share(quantity.times(followerPrice)).toMoneyHalfUp();
                left = left.minus(part);
                followed.get(i)
                        .add(run.line(
                                follower.code(),
                                step + 1,
                                quantity,
                                unit,
                                followerPrice,
                                follower.taxRate(),
                                part,
                                follower.clause()));
            }
        }

        private Money jointAmount(int step, Fraction quantity, ChargeRun run) {
            Decimal joint = steps.get(step).price();
            for (Follower follower : following) {
                joint = joint.plus(follower.prices().get(step));
            }
            return run.share(quantity.times(joint)).toMoneyHalfUp();
        }

        @Override
        public void addBends(ChargeRun run, List<Fraction> bends) {
            for (ResolvedStep step : steps) {
                if (step.bound() != null) {
                    bends.add(step.bound());
                }
            }
        }
    }

    /// A price of time: of the months that the period counts as, or of its days.
    record Fixed(String code, Fraction quantity, Unit unit, Decimal price, Decimal taxRate, String clause)
            implements ResolvedCharge {

        @Override
        public ResolvedCharge withoutClauses() {
            return new Fixed(code, quantity, unit, price, taxRate, "");
        }

        @Override
        public ResolvedCharge untaxed() {
            return new Fixed(code, quantity, unit, price, Decimal.ZERO, clause);
        }

        @Override
        public void addLines(BillDeterminants use, ChargeRun run, List<ChargeLine> lines) {
            lines.add(line(run));
        }

        ChargeLine line(ChargeRun run) {
            Money amount = run.share(quantity.times(price)).toMoneyHalfUp();
            return run.line(code, 0, quantity, unit, price, taxRate, amount, clause);
        }

        @Override
        public void addBends(ChargeRun run, List<Fraction> bends) {
            // The same amount at every usage.
        }
    }

    /// What tops the other charges up to a minimum. Its quantity is the part of the minimum that is missing.
    ///
    /// @param others all other charges in force on the same days
    record Minimum(
            String code, Fraction count, Unit unit, Decimal minimum, ChargedSum others, Decimal taxRate, String clause)
            implements ResolvedCharge {

        @Override
        public ResolvedCharge withoutClauses() {
            return new Minimum(code, count, unit, minimum, others.withoutClauses(), taxRate, "");
        }

        @Override
        public boolean isOfShares() {
            return others.isOfShares();
        }

        @Override
        public ResolvedCharge untaxed() {
            return new Minimum(code, count, unit, minimum, others, Decimal.ZERO, clause);
        }

        @Override
        public void addLines(BillDeterminants use, ChargeRun run, List<ChargeLine> lines) {
            Fraction missing = missing(use, run);
            if (missing.signum() > 0) {
                Fraction quantity = missing.dividedBy(Fraction.of(minimum));
                Money amount = run.share(missing).toMoneyHalfUp();
                lines.add(run.line(code, 0, quantity, unit, minimum, taxRate, amount, clause));
            }
        }

        @Override
        public Optional<DeterminantGap> gap(BillDeterminants use) {
            return others.gap(use);
        }

        private Fraction missing(BillDeterminants use, ChargeRun run) {
            return count.times(minimum).minus(others.of(use, run));
        }

        /// Where the missing part crosses zero is one more bend than those of the others.
        @Override
        public void addBends(ChargeRun run, List<Fraction> bends) {
            others.addCrossings(run, use -> missing(use, run), bends);
        }
    }
}
