package org.taswiya.core.tariff;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;

/// The water that comes back, priced by blocks. A line's quantity is sewage.
///
/// @param outside null on days on which water counts as it is used
/// @param months that the period counts as, each with the winter's average
record ResolvedSewer(
        ResolvedCharge.Blocks blocks,
        Decimal returned,
        @Nullable WinterRule outside,
        Fraction months) implements ResolvedCharge {

    @Override
    public String code() {
        return blocks.code();
    }

    @Override
    public Decimal taxRate() {
        return blocks.taxRate();
    }

    @Override
    public ResolvedCharge withoutClauses() {
        return new ResolvedSewer(blocks.withoutClauses(), returned, outside, months);
    }

    @Override
    public ResolvedCharge untaxed() {
        return new ResolvedSewer(blocks.untaxed(), returned, outside, months);
    }

    @Override
    public Optional<DeterminantGap> gap(BillDeterminants use) {
        return outside == null || average(outside, use).isPresent()
                ? Optional.empty()
                : Optional.of(new DeterminantGap(
                        code(), Determinant.WINTER_AVERAGE, null, "what a month of the last winter used"));
    }

    @Override
    public Optional<Assumed> assumed(BillDeterminants use) {
        return outside == null || outside.ifUnknown() == null || use.others().containsKey(Determinant.WINTER_AVERAGE)
                ? Optional.empty()
                : Optional.of(new Assumed(Determinant.WINTER_AVERAGE, outside.ifUnknown()));
    }

    /// Of a month.
    private static Optional<Fraction> average(WinterRule rule, BillDeterminants use) {
        Fraction told = use.others().get(Determinant.WINTER_AVERAGE);
        return told != null
                ? Optional.of(told)
                : Optional.ofNullable(rule.ifUnknown()).map(Fraction::of);
    }

    @Override
    public void addLines(BillDeterminants use, ChargeRun run, List<ChargeLine> lines) {
        blocks.addLines(BillDeterminants.of(counted(use).times(returned).reduced()), run, lines);
    }

    /// The water that counts.
    private Fraction counted(BillDeterminants use) {
        if (outside == null) {
            return use.usage();
        }
        Fraction average = average(outside, use).orElseThrow().times(months);
        return switch (outside.outside()) {
            case AT_MOST -> use.usage().min(average);
            case AVERAGE -> average;
        };
    }

    /// Of sewage where the blocks end, and of water where the average is reached.
    @Override
    public void addBends(ChargeRun run, List<Fraction> bends) {
        List<Fraction> ofSewage = new ArrayList<>();
        blocks.addBends(run, ofSewage);
        ofSewage.forEach(bend -> bends.add(bend.dividedBy(Fraction.of(returned))));
        if (outside != null) {
            average(outside, run.told().of(Fraction.ZERO)).ifPresent(average -> bends.add(average.times(months)));
        }
    }
}
