package org.taswiya.core.tariff;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.quantity.Unit;

/// A price of time that hangs on a size. A line's quantity is the days, months or years that the period counts as.
record ResolvedSized(
        String code,
        Determinant by,
        Fraction count,
        Unit unit,
        SortedMap<Decimal, Decimal> prices,
        Decimal taxRate,
        String clause)
        implements ResolvedCharge {

    @Override
    public ResolvedCharge withoutClauses() {
        return new ResolvedSized(code, by, count, unit, prices, taxRate, "");
    }

    @Override
    public ResolvedCharge untaxed() {
        return new ResolvedSized(code, by, count, unit, prices, Decimal.ZERO, clause);
    }

    @Override
    public Optional<DeterminantGap> gap(BillDeterminants use) {
        Fraction size = use.others().get(by);
        if (size != null && price(size).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(new DeterminantGap(code, by, size, Sizes.oneOf(prices)));
    }

    private Optional<Decimal> price(Fraction size) {
        return Sizes.of(prices, size);
    }

    @Override
    public void addLines(BillDeterminants use, ChargeRun run, List<ChargeLine> lines) {
        Decimal price = price(use.told(by)).orElseThrow();
        lines.add(run.line(
                code,
                0,
                count,
                unit,
                price,
                taxRate,
                run.share(count.times(price)).toMoneyHalfUp(),
                clause));
    }

    @Override
    public void addBends(ChargeRun run, List<Fraction> bends) {
        // The same amount at every usage.
    }
}
