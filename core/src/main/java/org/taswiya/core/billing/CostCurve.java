package org.taswiya.core.billing;

import java.util.ArrayList;
import java.util.List;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.tariff.ResolvedTariff;

/// What a period costs, unrounded and with taxes, as a function of the whole steps of usage allocated to it.
///
/// A list of straight pieces that follow each other from no step to the most there can be. Costs jump and change their
/// slope only between pieces.
record CostCurve(List<Piece> pieces) {

    /// A straight piece over the steps `first` to `last`, both included.
    record Piece(long first, long last, Fraction costAtFirst, Fraction costPerStep) {}

    /// @param kept usage that the period has in any case, on top of what is allocated
    /// @param decimals a step is `10^-decimals` of a unit
    /// @param most the most steps that can be allocated
    static CostCurve of(ResolvedTariff tariff, Fraction kept, int decimals, long most) {
        long stepsPerUnit = powerOfTen(decimals);
        List<Piece> pieces = new ArrayList<>();
        long first = 0;
        for (Fraction bend : tariff.bends()) {
            long last = lastStepUpTo(bend, kept, stepsPerUnit, most);
            if (last >= first) {
                pieces.add(piece(tariff, kept, stepsPerUnit, first, last));
                first = last + 1;
            }
        }
        if (first <= most) {
            pieces.add(piece(tariff, kept, stepsPerUnit, first, most));
        }
        return new CostCurve(pieces);
    }

    private static long lastStepUpTo(Fraction bend, Fraction kept, long stepsPerUnit, long most) {
        Fraction room = bend.minus(kept).times(Fraction.of(stepsPerUnit));
        return room.compareTo(Fraction.of(most)) >= 0 ? most : room.floor().longValueExact();
    }

    private static Piece piece(ResolvedTariff tariff, Fraction kept, long stepsPerUnit, long first, long last) {
        Fraction atFirst = cost(tariff, kept, stepsPerUnit, first);
        if (first == last) {
            return new Piece(first, last, atFirst, Fraction.ZERO);
        }
        Fraction rise = cost(tariff, kept, stepsPerUnit, last).minus(atFirst);
        return new Piece(
                first, last, atFirst, rise.times(Fraction.of(1, last - first)).reduced());
    }

    private static Fraction cost(ResolvedTariff tariff, Fraction kept, long stepsPerUnit, long step) {
        return tariff.unroundedTotal(kept.plus(Fraction.of(step, stepsPerUnit))).reduced();
    }

    /// The cost at a number of steps.
    Fraction at(long step) {
        for (Piece piece : pieces) {
            if (step <= piece.last()) {
                return piece.costAtFirst().plus(piece.costPerStep().times(Fraction.of(step - piece.first())));
            }
        }
        throw new IllegalArgumentException("Step " + step + " is beyond the curve");
    }

    static long powerOfTen(int exponent) {
        long power = 1;
        for (int i = 0; i < exponent; i++) {
            power *= 10;
        }
        return power;
    }
}
