package org.taswiya.core.tariff;

import java.time.Month;
import java.time.YearMonth;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;

/// What the demand that is billed is at least, however little was drawn.
public sealed interface DemandFloor {

    /// An amount of demand.
    record Amount(Decimal least) implements DemandFloor {}

    /// A share of the subscribed power.
    record OfSubscribed(Decimal share) implements DemandFloor {}

    /// A ratchet: a share of the highest demand of the months before the one in which the period begins.
    ///
    /// @param lookBack how many months before count
    /// @param among only these months of the year do: the summer's, say
    record OfPast(Decimal share, int lookBack, Set<Month> among) implements DemandFloor {
        public OfPast {
            among = Set.copyOf(among);
            if (lookBack < 1) {
                throw new IllegalArgumentException("A ratchet looks back " + lookBack + " months");
            }
        }

        private Stream<YearMonth> months(YearMonth current) {
            return Stream.iterate(current.minusMonths(lookBack), month -> month.plusMonths(1))
                    .limit(lookBack)
                    .filter(month -> among.contains(month.getMonth()));
        }
    }

    /// What it asks for.
    default Set<Determinant> determinants() {
        return switch (this) {
            case Amount _ -> Set.of();
            case OfSubscribed _ -> Set.of(Determinant.SUBSCRIBED_POWER);
            case OfPast _ -> Set.of(Determinant.PAST_DEMAND);
        };
    }

    /// @param current the month in which the period begins
    default Fraction least(BillDeterminants use, YearMonth current) {
        return switch (this) {
            case Amount amount -> Fraction.of(amount.least);
            case OfSubscribed of -> use.told(Determinant.SUBSCRIBED_POWER).times(of.share);
            case OfPast past ->
                past.months(current)
                        .map(month -> use.find(Determinant.PAST_DEMAND, month).orElseThrow())
                        .reduce(Fraction.ZERO, Fraction::max)
                        .times(past.share);
        };
    }

    /// What is missing; a month of which nothing is known is not one in which nothing was drawn.
    ///
    /// @param code of the charge
    default Optional<DeterminantGap> gap(String code, BillDeterminants use, YearMonth current) {
        return switch (this) {
            case Amount _ -> Optional.empty();
            case OfSubscribed _ -> DeterminantGap.of(code, Determinant.SUBSCRIBED_POWER, null, use);
            case OfPast past -> {
                Set<YearMonth> missing = past.months(current)
                        .filter(month ->
                                use.find(Determinant.PAST_DEMAND, month).isEmpty())
                        .collect(Collectors.toCollection(TreeSet::new));
                String expected = missing.stream().map(YearMonth::toString).collect(Collectors.joining(", "));
                yield missing.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new DeterminantGap(
                                code,
                                Determinant.PAST_DEMAND,
                                null,
                                "that of " + expected + "; 0 where there was no supply"));
            }
        };
    }
}
