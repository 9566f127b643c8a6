package org.taswiya.laws;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.billing.AllocationPolicy;
import org.taswiya.core.billing.BackBilling;
import org.taswiya.core.billing.BilledPeriod;
import org.taswiya.core.billing.SettlementCase;
import org.taswiya.core.billing.SettlementOutcome.Kind;
import org.taswiya.core.billing.SettlementOutcome.Settled;
import org.taswiya.core.billing.SettlementOutcome.SettledPeriod;
import org.taswiya.core.metering.Reading;
import org.taswiya.core.quantity.Decimal;

/// The same case with one thing changed.
final class Variants {

    private Variants() {}

    static SettlementCase withPolicy(SettlementCase input, AllocationPolicy policy) {
        return with(input, input.readings(), input.billed(), policy, input.backBilling());
    }

    static SettlementCase withLimit(SettlementCase input, @Nullable BackBilling limit) {
        return with(input, input.readings(), input.billed(), input.allocation(), limit);
    }

    /// As if a settlement had been billed.
    ///
    /// @param stated whether with its amounts, or to be priced from its usage
    static SettlementCase afterBilling(SettlementCase input, Settled settled, boolean stated) {
        return withBilled(
                input,
                settled,
                period -> BilledPeriod.estimated(period.range(), period.usage(), stated ? period.due() : null));
    }

    /// As if a settlement had been billed, with the amounts of it beside what stays on record.
    static SettlementCase afterBillingWithEstimates(SettlementCase input, Settled settled) {
        return withBilled(input, settled, Variants::onRecord);
    }

    private static BilledPeriod onRecord(SettledPeriod period) {
        return new BilledPeriod(
                period.range(),
                period.kind() == Kind.CURRENT ? period.usage() : period.billedUsage(),
                period.billedQuality(),
                period.due());
    }

    private static SettlementCase withBilled(
            SettlementCase input, Settled settled, Function<SettledPeriod, BilledPeriod> bill) {
        List<BilledPeriod> billed = settled.periods().stream().map(bill).toList();
        return with(input, input.readings(), billed, input.allocation(), input.backBilling());
    }

    /// The last actual reading shows a little more or less.
    static SettlementCase corrected(SettlementCase input) {
        Reading last = input.readings().stream()
                .filter(reading -> reading instanceof Reading.ActualReading)
                .reduce((a, b) -> a.at().isAfter(b.at()) ? a : b)
                .orElseThrow();
        long change = last.value().unscaled() % 2 == 0 ? 3 : -2;
        Decimal value =
                last.value().plus(Decimal.ofSteps(change, input.register().decimals()));
        List<Reading> readings = new ArrayList<>(input.readings());
        if (value.signum() >= 0) {
            readings.remove(last);
            readings.add(new Reading.ActualReading(last.at(), value, "corrected"));
        }
        return with(input, readings, input.billed(), input.allocation(), input.backBilling());
    }

    /// Everything in another order.
    static SettlementCase rearranged(SettlementCase input, Choices choices) {
        return new SettlementCase(
                input.tariff(),
                input.households(),
                input.register(),
                choices.shuffled(input.readings()),
                choices.shuffled(input.exchanges()),
                choices.shuffled(input.billed()),
                choices.shuffled(input.history()),
                input.allocation(),
                input.backBilling());
    }

    private static SettlementCase with(
            SettlementCase input,
            List<Reading> readings,
            List<BilledPeriod> billed,
            AllocationPolicy policy,
            @Nullable BackBilling limit) {
        return new SettlementCase(
                input.tariff(),
                input.households(),
                input.register(),
                readings,
                input.exchanges(),
                billed,
                input.history(),
                policy,
                limit);
    }
}
