package org.taswiya.core.tariff;

import java.util.ArrayList;
import java.util.List;
import org.taswiya.core.quantity.Fraction;

/// The amounts of a tariff between two bends, where every line is a straight line over the usage.
///
/// Amounts are kept by class: one for each rate of value added tax above zero, then one for lines without, then one for
/// levies.
final class TotalsSegment {
    private final long[] constants;
    private final LinearTerm[] terms;
    private final int[] classes;
    private final boolean[] isTakenOff;

    private TotalsSegment(long[] constants, List<Term> terms) {
        this.constants = constants;
        this.terms = terms.stream().map(Term::line).toArray(LinearTerm[]::new);
        this.classes = terms.stream().mapToInt(Term::ofClass).toArray();
        this.isTakenOff = new boolean[terms.size()];
        for (int i = 0; i < isTakenOff.length; i++) {
            isTakenOff[i] = terms.get(i).isTakenOff();
        }
    }

    private record Term(LinearTerm line, int ofClass, boolean isTakenOff) {}

    /// Adds the rounded amount of each line for a usage to the sum of its class.
    void addTo(long[] sums, long steps) {
        for (int i = 0; i < constants.length; i++) {
            sums[i] += constants[i];
        }
        for (int i = 0; i < terms.length; i++) {
            long amount = terms[i].at(steps);
            sums[classes[i]] += isTakenOff[i] ? -amount : amount;
        }
    }

    /// Finds the lines from what two usages inside the segment cost.
    static final class Builder {
        private final ResolvedTariff tariff;
        private final Fraction low;
        private final Fraction high;
        private final Fraction stepsPerUnit;
        private final long[] constants;
        private final List<Term> terms = new ArrayList<>();

        /// @param low a usage inside
        /// @param high a larger one inside
        Builder(ResolvedTariff tariff, Fraction low, Fraction high, Fraction stepsPerUnit) {
            this.tariff = tariff;
            this.low = low;
            this.high = high;
            this.stepsPerUnit = stepsPerUnit;
            this.constants = new long[TotalsTaxes.classes(tariff)];
        }

        /// Of these charges alone.
        TotalsSegment build(List<ChargeRun> runs) {
            runs.forEach(this::add);
            return new TotalsSegment(constants, terms);
        }

        /// Of all charges and levies.
        TotalsSegment build() {
            for (LevyRun levy : tariff.levies()) {
                add(line(levy.unrounded(low), levy.unrounded(high)), constants.length - 1, false);
            }
            return build(tariff.runs());
        }

        /// The lines of a charge: its own first, then those of each follower, block by block.
        private void add(ChargeRun run) {
            List<ChargeLine> lows = new ArrayList<>();
            List<ChargeLine> highs = new ArrayList<>();
            run.addLines(run.told().of(low), lows);
            run.addLines(run.told().of(high), highs);
            int followers = run.charge().followers().size();
            int blocks = lows.size() / (followers + 1);
            for (int block = 0; block < blocks; block++) {
                addBlock(lows, highs, block, blocks, followers);
            }
        }

        /// The last follower has what the others leave of the joint amount.
        private void addBlock(List<ChargeLine> lows, List<ChargeLine> highs, int block, int blocks, int followers) {
            Fraction jointLow = Fraction.ZERO;
            Fraction jointHigh = Fraction.ZERO;
            int lastClass = ofClass(lows.get(followers * blocks + block));
            for (int i = 0; i <= followers; i++) {
                ChargeLine atLow = lows.get(i * blocks + block);
                ChargeLine atHigh = highs.get(i * blocks + block);
                jointLow = jointLow.plus(atLow.unrounded());
                jointHigh = jointHigh.plus(atHigh.unrounded());
                if (i < followers || followers == 0) {
                    LinearTerm own = line(atLow.unrounded(), atHigh.unrounded());
                    add(own, ofClass(atLow), false);
                    if (followers > 0) {
                        add(own, lastClass, true);
                    }
                }
            }
            if (followers > 0) {
                add(line(jointLow, jointHigh), lastClass, false);
            }
        }

        private LinearTerm line(Fraction atLow, Fraction atHigh) {
            return LinearTerm.through(low.times(stepsPerUnit), atLow, high.times(stepsPerUnit), atHigh);
        }

        private void add(LinearTerm line, int ofClass, boolean isTakenOff) {
            if (line.isConstant()) {
                constants[ofClass] += isTakenOff ? -line.at(0) : line.at(0);
            } else {
                terms.add(new Term(line, ofClass, isTakenOff));
            }
        }

        private int ofClass(ChargeLine line) {
            return TotalsTaxes.ofClass(tariff, line.taxRate());
        }
    }
}
