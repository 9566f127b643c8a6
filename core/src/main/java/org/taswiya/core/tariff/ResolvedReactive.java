package org.taswiya.core.tariff;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.quantity.Unit;

/// Reactive energy above what is free: so much for each kilowatt-hour that was used.
///
/// @param band in which both are counted; null for the whole period
/// @param tanPhi the free kvarh of a kWh
record ResolvedReactive(
        String code, @Nullable String band, Decimal tanPhi, Decimal price, Decimal taxRate, String clause)
        implements ResolvedCharge {

    @Override
    public ResolvedCharge withoutClauses() {
        return new ResolvedReactive(code, band, tanPhi, price, taxRate, "");
    }

    @Override
    public ResolvedCharge untaxed() {
        return new ResolvedReactive(code, band, tanPhi, price, Decimal.ZERO, clause);
    }

    @Override
    public Optional<DeterminantGap> gap(BillDeterminants use) {
        return DeterminantGap.of(code, Determinant.REACTIVE_ENERGY, band, use);
    }

    @Override
    public void addLines(BillDeterminants use, ChargeRun run, List<ChargeLine> lines) {
        Fraction reactive = use.find(Determinant.REACTIVE_ENERGY, band).orElseThrow();
        Fraction above = reactive.minus(use.usageIn(band).times(tanPhi));
        if (above.signum() > 0) {
            Fraction amount = run.share(above.times(price));
            lines.add(
                    run.line(code, 0, band, above, Unit.KILOVAR_HOUR, price, taxRate, amount.toMoneyHalfUp(), clause));
        }
    }

    /// Up to where the usage makes all of it free.
    @Override
    public void addBends(ChargeRun run, List<Fraction> bends) {
        BillDeterminants unit = run.told().of(Fraction.ONE);
        Fraction free = unit.usageIn(band).times(tanPhi);
        unit.find(Determinant.REACTIVE_ENERGY, band)
                .filter(_ -> free.signum() > 0)
                .ifPresent(reactive -> bends.add(reactive.dividedBy(free)));
    }
}
