package org.taswiya.core.billing;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.tariff.Determinant;

/// A number of an agreement that its tariff asks for: the size of its meter, the power that it subscribed to.
///
/// @param determinant one that lasts, or one that has a register of its own
/// @param from the first day on which it holds; it does until another one of its kind does. Of a register the day at
///     whose start it shows the value, of a past demand a day of its month
/// @param value zero or more
public record AgreementFact(Determinant determinant, LocalDate from, Decimal value) {
    public AgreementFact {
        if (!determinant.isFact()) {
            throw new IllegalArgumentException("The " + determinant.code() + " is of one period alone");
        }
        if (value.signum() < 0) {
            throw new IllegalArgumentException("The " + determinant.code() + " " + value + " is below zero");
        }
    }

    /// The highest demand of a month that was written down, of several the highest; empty where none was.
    public static Optional<Decimal> pastDemand(List<AgreementFact> facts, YearMonth month) {
        return facts.stream()
                .filter(fact -> fact.determinant() == Determinant.PAST_DEMAND)
                .filter(fact -> YearMonth.from(fact.from()).equals(month))
                .map(AgreementFact::value)
                .max(Decimal::compareTo);
    }
}
