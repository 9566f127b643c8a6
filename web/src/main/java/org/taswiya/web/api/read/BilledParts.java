package org.taswiya.web.api.read;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.billing.Amounts;
import org.taswiya.core.billing.BillSegment;
import org.taswiya.core.billing.DraftBill;
import org.taswiya.core.billing.DraftBill.Basis;
import org.taswiya.core.billing.Proof;
import org.taswiya.core.billing.SettlementOutcome.Settled;
import org.taswiya.core.billing.SettlementOutcome.SettledPeriod;
import org.taswiya.core.estimation.Estimate;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.tariff.ChargeLine;
import org.taswiya.core.tariff.TaxLine;
import org.taswiya.web.api.read.BillOperations.Bill;
import org.taswiya.web.api.read.BillOperations.BillHead;
import org.taswiya.web.api.read.BilledSegment.BilledAmounts;
import org.taswiya.web.api.read.BilledSegment.BilledLine;
import org.taswiya.web.api.read.BilledSegment.BilledTax;
import org.taswiya.web.api.read.BilledSettlement.Division;
import org.taswiya.web.api.read.BilledSettlement.SettledMonth;
import org.taswiya.web.api.read.BilledSettlement.SettlementProof;

/// A bill as it was made, told part by part: the numbers of its document.
final class BilledParts {
    private static final int DECIMALS_EXACT = 12;
    private static final int DECIMALS_MONEY = 2;

    private BilledParts() {}

    static Bill bill(BillHead head, DraftBill bill) {
        @Nullable BilledEstimate estimate = null;
        @Nullable BilledSettlement settlement = null;
        switch (bill.basis()) {
            case Basis.OnEstimate(Estimate estimated) -> estimate = estimate(estimated);
            case Basis.OnReading(Settled settled) -> settlement = settlement(settled);
        }
        return new Bill(
                head,
                bill.agreement(),
                bill.tariff(),
                bill.segments().stream().map(BilledParts::segment).toList(),
                estimate,
                settlement);
    }

    private static BilledSegment segment(BillSegment segment) {
        return new BilledSegment(
                segment.range().from(),
                segment.range().to(),
                code(segment.kind()),
                segment.usage(),
                segment.rating().lines().stream().map(BilledParts::line).toList(),
                segment.rating().taxes().stream().map(BilledParts::tax).toList(),
                amounts(segment.claimed()));
    }

    private static BilledLine line(ChargeLine line) {
        return new BilledLine(
                line.component(),
                line.block() == 0 ? null : line.block(),
                line.range().from(),
                line.range().to(),
                quantity(line.quantity()),
                line.unit().symbol(),
                line.price(),
                line.share() == null ? null : line.share().toString(),
                line.amount(),
                line.clause());
    }

    private static BilledTax tax(TaxLine line) {
        String base = line.baseUnit() != null ? quantity(line.base()) : line.base().toText(DECIMALS_MONEY);
        return new BilledTax(line.code(), line.rate(), base, line.amount());
    }

    private static String quantity(Fraction value) {
        return value.toCanonicalText(DECIMALS_EXACT);
    }

    private static BilledEstimate estimate(Estimate estimate) {
        return new BilledEstimate(
                estimate.range().from(),
                estimate.range().to(),
                estimate.quantity(),
                estimate.low(),
                estimate.high(),
                estimate.method().code());
    }

    private static BilledSettlement settlement(Settled settled) {
        Proof proof = settled.proof();
        return new BilledSettlement(
                settled.usage(),
                settled.periods().stream().map(BilledParts::month).toList(),
                amounts(settled.trueUp()),
                amounts(settled.dueNow()),
                code(settled.outcome()),
                new SettlementProof(
                        proof.lump(), proof.monthWise(), division(proof.cheapest()), division(proof.dearest())));
    }

    private static SettledMonth month(SettledPeriod period) {
        return new SettledMonth(
                period.range().from(),
                period.range().to(),
                code(period.kind()),
                period.usage(),
                period.billedUsage(),
                amounts(period.billed()),
                amounts(period.due()),
                amounts(period.difference()));
    }

    private static Division division(Proof.Division division) {
        return new Division(division.total(), division.usage());
    }

    private static BilledAmounts amounts(Amounts amounts) {
        return new BilledAmounts(amounts.net(), amounts.tax(), amounts.total());
    }

    private static String code(Enum<?> kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
