package org.taswiya.core.tariff;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.taswiya.core.quantity.Fraction;

/// What is left of a period's usage to be priced when energy that was fed in has come off it.
///
/// @param left all of it where none comes off
/// @param carriedOut as in [Rating]
record NettedUsage(Fraction left, Map<String, Fraction> carriedOut) {
    /// @throws IllegalArgumentException when it is not told what was fed in or carried in
    static NettedUsage of(Fraction usage, List<ChargeRun> runs) {
        for (ChargeRun run : runs) {
            if (run.charge() instanceof ResolvedNetting netting) {
                BillDeterminants use = run.told().of(usage);
                run.requireTold(use);
                return new NettedUsage(netting.billed(use).usage(), netting.carriedOut(use));
            }
        }
        return new NettedUsage(usage, Map.of());
    }

    /// The usages of which bends of what is left are left, and that up to which nothing is; where nothing comes off, or
    /// it comes off band by band, the bends as they are.
    static List<Fraction> before(List<Fraction> bends, List<ChargeRun> runs) {
        List<Fraction> before = new ArrayList<>(bends);
        for (ChargeRun run : runs) {
            if (run.charge() instanceof ResolvedNetting netting && run.gap().isEmpty()) {
                Fraction off = netting.given(run.told().of(Fraction.ZERO));
                before.replaceAll(off::plus);
                before.add(off);
                return before;
            }
        }
        return before;
    }
}
