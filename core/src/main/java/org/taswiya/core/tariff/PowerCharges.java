package org.taswiya.core.tariff;

import java.time.YearMonth;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.quantity.Unit;
import org.taswiya.core.tariff.PowerComponent.BilledDemandCharge;
import org.taswiya.core.tariff.PowerComponent.OverrunCharge;
import org.taswiya.core.tariff.PowerComponent.ReactiveCharge;
import org.taswiya.core.tariff.PowerComponent.SubscribedCharge;

/// Makes charges on power ready for a period.
record PowerCharges(DateRange period, Proration proration) {

    private Fraction months() {
        return proration.charges().months(period.days());
    }

    ResolvedSubscribed subscribed(SubscribedCharge charge, Decimal taxRate) {
        return new ResolvedSubscribed(new ResolvedDemand(
                charge.code(),
                charge.unit(),
                DemandBands.of(charge.band()),
                charge.per().count(proration, period.days()),
                ResolvedStep.of(charge.tiers(), Fraction.ONE, Proration.NONE),
                taxRate,
                charge.clause()));
    }

    ResolvedOverrun overrun(OverrunCharge charge, Decimal taxRate) {
        return new ResolvedOverrun(
                charge.code(),
                charge.isByExceedance() ? Unit.EXCEEDANCE : charge.unit(),
                charge.band(),
                months(),
                charge.allowed(),
                charge.price(),
                taxRate,
                charge.clause());
    }

    ResolvedBilledDemand billedDemand(BilledDemandCharge charge, Decimal taxRate) {
        ResolvedDemand ladder = new ResolvedDemand(
                charge.code(),
                charge.unit(),
                DemandBands.WHOLE,
                months(),
                ResolvedStep.of(charge.tiers(), Fraction.ONE, Proration.NONE),
                taxRate,
                charge.clause());
        return new ResolvedBilledDemand(ladder, charge.powerFactor(), charge.floors(), YearMonth.from(period.from()));
    }

    static ResolvedReactive reactive(ReactiveCharge charge, Decimal taxRate) {
        return new ResolvedReactive(
                charge.code(), charge.band(), charge.tanPhi(), charge.price(), taxRate, charge.clause());
    }
}
