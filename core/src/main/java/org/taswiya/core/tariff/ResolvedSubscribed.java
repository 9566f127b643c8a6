package org.taswiya.core.tariff;

import java.util.List;
import java.util.Optional;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;

/// The power that the customer subscribed to, in blocks, whatever was drawn of it.
///
/// @param ladder what it costs in the period; its band is that of the subscribed power
record ResolvedSubscribed(ResolvedDemand ladder) implements ResolvedCharge {

    @Override
    public String code() {
        return ladder.code();
    }

    @Override
    public Decimal taxRate() {
        return ladder.taxRate();
    }

    @Override
    public ResolvedCharge withoutClauses() {
        return new ResolvedSubscribed(ladder.withoutClauses());
    }

    @Override
    public ResolvedCharge untaxed() {
        return new ResolvedSubscribed(ladder.untaxed());
    }

    @Override
    public Optional<DeterminantGap> gap(BillDeterminants use) {
        return DeterminantGap.of(
                code(), Determinant.SUBSCRIBED_POWER, ladder.bands().label(), use);
    }

    @Override
    public void addLines(BillDeterminants use, ChargeRun run, List<ChargeLine> lines) {
        Fraction subscribed =
                use.find(Determinant.SUBSCRIBED_POWER, ladder.bands().label()).orElseThrow();
        ladder.addLines(subscribed, run, lines);
    }

    @Override
    public void addBends(ChargeRun run, List<Fraction> bends) {
        // The same amount at every usage.
    }
}
