package org.taswiya.core.tariff;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.quantity.Fraction;

/// Two price books side by side, or one as it is on two days: each as if what is in force on its day had always been
/// and stayed, so that both price the same usage of the same days.
///
/// @param before, after each of one version ([Tariff#asOn])
public record BookComparison(Tariff before, Tariff after) {

    /// Empty where one of them has no prices on its day.
    ///
    /// @throws IllegalArgumentException when they do not price the same service by the same unit in the same currency
    public static Optional<BookComparison> of(Tariff before, LocalDate beforeOn, Tariff after, LocalDate afterOn) {
        if (!after.canStandInFor(before)) {
            throw new IllegalArgumentException(
                    after.id() + " prices " + after.inWords() + ", and " + before.id() + " " + before.inWords());
        }
        return before.asOn(beforeOn)
                .flatMap(first -> after.asOn(afterOn).map(second -> new BookComparison(first, second)));
    }

    /// What they state differently.
    public List<TariffChange> changes() {
        return TariffChange.between(before, after);
    }

    /// Whether the usage is all that either asks for.
    public boolean isOfUsageAlone() {
        return before.isOfUsageAlone() && after.isOfUsageAlone();
    }

    /// Both for the days of a period.
    public Both resolve(DateRange period, int households) {
        return new Both(before.resolve(period, households), after.resolve(period, households));
    }

    /// The two for one period.
    public record Both(ResolvedTariff before, ResolvedTariff after) {
        public PricedTwice rate(BillDeterminants use) {
            return new PricedTwice(before.rate(use), after.rate(use));
        }

        public PricedTwice rate(Fraction usage) {
            return rate(BillDeterminants.of(usage));
        }
    }
}
