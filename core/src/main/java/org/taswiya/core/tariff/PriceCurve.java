package org.taswiya.core.tariff;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.quantity.Fraction;

/// What one period costs as its usage grows, with all taxes and unrounded: straight pieces that follow each other, and
/// the jumps between them.
///
/// @param pieces from no usage on, the last one open
public record PriceCurve(List<Piece> pieces) {
    private static final Fraction THIRD = Fraction.of(1, 3);

    /// How far along a piece, and along one that is open, it is looked at whether it is straight.
    private static final Fraction FAR = Fraction.of(5, 6);

    private static final Fraction FAR_OUT = Fraction.of(100_000);

    public PriceCurve {
        pieces = List.copyOf(pieces);
    }

    /// Usage above one bound, which is not in it, up to another, which is.
    ///
    /// @param from zero, which is in the first piece, or the bound of the piece before
    /// @param to null for the last piece
    /// @param cost of hardly more than `from`; of nothing in the first piece
    /// @param marginal what one more unit costs inside
    /// @param jump by how much `cost` is above the end of the piece before: a cliff; below zero where more costs less
    public record Piece(Fraction from, @Nullable Fraction to, Fraction cost, Fraction marginal, Fraction jump) {

        /// What a usage inside costs.
        public Fraction at(Fraction usage) {
            return cost.plus(marginal.times(usage.minus(from)));
        }

        private boolean isStraight(ResolvedTariff tariff) {
            Fraction usage = from.plus(to == null ? FAR_OUT : to.minus(from).times(FAR));
            return tariff.unroundedTotal(usage).compareTo(at(usage)) == 0;
        }

        private boolean continues(Piece before) {
            return jump.signum() == 0 && marginal.equals(before.marginal);
        }
    }

    /// With all but the usage as it is held; empty where the price is no straight line between its bends, as where the
    /// power factor is found by registers, or own energy comes off band by band.
    ///
    /// @param tariff that misses nothing of what is held: see [HeldUse#missing]
    public static Optional<PriceCurve> find(ResolvedTariff tariff, HeldUse held) {
        ResolvedTariff knowing = held.in(tariff);
        PriceCurve curve = of(knowing);
        return curve.pieces.stream().allMatch(piece -> piece.isStraight(knowing))
                ? Optional.of(curve)
                : Optional.empty();
    }

    /// @param tariff that asks for nothing but the usage, or was told the rest
    /// @throws IllegalArgumentException when it asks for more
    public static PriceCurve of(ResolvedTariff tariff) {
        List<Piece> pieces = new ArrayList<>();
        Fraction from = Fraction.ZERO;
        for (Fraction bend : tariff.bends()) {
            add(piece(tariff, from, bend), pieces);
            from = bend;
        }
        add(piece(tariff, from, null), pieces);
        return new PriceCurve(pieces);
    }

    private static Piece piece(ResolvedTariff tariff, Fraction from, @Nullable Fraction to) {
        Fraction width = (to == null ? Fraction.ONE : to.minus(from)).times(THIRD);
        Fraction near = tariff.unroundedTotal(from.plus(width));
        Fraction far = tariff.unroundedTotal(from.plus(width).plus(width));
        Fraction rise = far.minus(near);
        Fraction cost = near.minus(rise).reduced();
        return new Piece(
                from,
                to,
                cost,
                rise.dividedBy(width).reduced(),
                cost.minus(tariff.unroundedTotal(from)).reduced());
    }

    /// A bend of a charge that is priced alike on both sides is none.
    private static void add(Piece piece, List<Piece> pieces) {
        if (!pieces.isEmpty() && piece.continues(pieces.getLast())) {
            Piece before = pieces.removeLast();
            pieces.add(new Piece(before.from, piece.to, before.cost, before.marginal, before.jump));
        } else {
            pieces.add(piece);
        }
    }

    /// What a usage costs.
    ///
    /// @param usage zero or more
    public Fraction at(Fraction usage) {
        for (Piece piece : pieces) {
            if (piece.to == null || usage.compareTo(piece.to) <= 0) {
                return piece.at(usage);
            }
        }
        throw new IllegalStateException("The last piece is not open");
    }

    /// A bound above which the next whole unit costs more than the units around it.
    ///
    /// @param above the bound
    /// @param nextUnit what one unit more costs there
    public record Cliff(Fraction above, Fraction nextUnit) {}

    /// The bounds at which one more unit costs more than an amount, lowest first.
    public List<Cliff> cliffs(Fraction moreThan) {
        List<Cliff> cliffs = new ArrayList<>();
        for (Piece piece : pieces) {
            Fraction nextUnit = at(piece.from.plus(Fraction.ONE)).minus(at(piece.from));
            if (piece.jump.signum() > 0 && nextUnit.compareTo(moreThan) > 0) {
                cliffs.add(new Cliff(piece.from, nextUnit.reduced()));
            }
        }
        return cliffs;
    }
}
