package org.taswiya.core.tariff;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.quantity.Unit;
import org.taswiya.core.tariff.ChargeLine.DayShare;

/// The days of a period during which one charge stays the same.
///
/// @param share of the period's days; null when the run is the whole period
/// @param fixed the line of a charge that is the same for every usage; null for any other charge
/// @param told of its days
record ChargeRun(
        ResolvedCharge charge,
        DateRange range,
        @Nullable DayShare share,
        @Nullable ChargeLine fixed,
        Told told) {

    static ChargeRun of(ResolvedCharge charge, DateRange range, DateRange period) {
        return of(charge, range, shareOf(range, period));
    }

    static ChargeRun of(ResolvedCharge charge, DateRange range, @Nullable DayShare share) {
        ChargeRun run = new ChargeRun(charge, range, share, null, Told.NOTHING);
        return charge instanceof ResolvedCharge.Fixed amount
                ? new ChargeRun(charge, range, share, amount.line(run), Told.NOTHING)
                : run;
    }

    /// The same days with what is told of them.
    ChargeRun knowing(Told known) {
        return new ChargeRun(charge, range, share, fixed, known);
    }

    /// @throws IllegalArgumentException when something that the charge asks for is missing
    /// What is missing in what was told of its days.
    Optional<DeterminantGap> gap() {
        return charge.gap(told.of(Fraction.ZERO));
    }

    void requireTold(BillDeterminants use) {
        Optional<DeterminantGap> gap = charge.gap(use);
        if (gap.isPresent()) {
            throw new IllegalArgumentException("In " + range + ": " + gap.get());
        }
    }

    void addLines(BillDeterminants use, List<ChargeLine> lines) {
        if (fixed == null) {
            charge.addLines(use, this, lines);
        } else {
            lines.add(fixed);
        }
    }

    /// The share of the period that a range is; null when it is the whole of it.
    static @Nullable DayShare shareOf(DateRange range, DateRange period) {
        return range.equals(period) ? null : new DayShare(range.days(), period.days());
    }

    /// What the run takes of an amount for the whole period.
    Fraction share(Fraction whole) {
        return share == null ? whole : whole.times(share.toFraction());
    }

    ChargeLine line(
            String code,
            int block,
            Fraction quantity,
            Unit unit,
            Decimal price,
            Decimal taxRate,
            Money amount,
            String clause) {
        return line(code, block, null, quantity, unit, price, taxRate, amount, clause);
    }

    /// @param band null for a charge that is the same at every hour
    ChargeLine line(
            String code,
            int block,
            @Nullable String band,
            Fraction quantity,
            Unit unit,
            Decimal price,
            Decimal taxRate,
            Money amount,
            String clause) {
        return new ChargeLine(code, block, band, range, quantity, unit, price, share, taxRate, amount, clause);
    }
}
