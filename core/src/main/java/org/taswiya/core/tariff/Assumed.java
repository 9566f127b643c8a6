package org.taswiya.core.tariff;

import java.util.List;
import java.util.function.Function;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;

/// A number that nobody has told, and the book states one for whoever has none.
///
/// @param value as the book states it
public record Assumed(Determinant determinant, Decimal value) {

    /// Of a use.
    public static List<Assumed> of(ResolvedTariff tariff, BillDeterminants use) {
        return of(tariff, _ -> use);
    }

    /// Of any use, with what is told of the period: see [ResolvedTariff#knowing].
    public static List<Assumed> of(ResolvedTariff tariff) {
        return of(tariff, run -> run.told().of(Fraction.ZERO));
    }

    private static List<Assumed> of(ResolvedTariff tariff, Function<ChargeRun, BillDeterminants> told) {
        return tariff.runs().stream()
                .flatMap(run -> run.charge().assumed(told.apply(run)).stream())
                .distinct()
                .toList();
    }

    @Override
    public String toString() {
        return determinant.code() + " " + value;
    }
}
