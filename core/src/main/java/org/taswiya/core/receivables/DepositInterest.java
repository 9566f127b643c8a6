package org.taswiya.core.receivables;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.quantity.Money;

/// Simple interest on what was paid of a deposit: each part from the day of its payment, that day included, to the day
/// on which it is given back, that day not included, each day at the rate that holds on it. Rounded once, half-up.
///
/// @param paid what of the deposit was paid
/// @param interest on it
/// @param found by which days and rates, as `18000 money days at 0.0365, over 365`
public record DepositInterest(Money paid, Money interest, String found) {

    /// A part that was paid, or below zero one whose payment was taken back.
    public record Part(LocalDate on, Money amount) {}

    public static DepositInterest of(List<Part> parts, LocalDate returnedOn, DepositRules rules) {
        Money paid = parts.stream().map(Part::amount).reduce(Money.ZERO, Money::plus);
        Fraction yearly = Fraction.ZERO;
        List<String> found = new ArrayList<>();
        for (int i = 0; i < rules.rates().size(); i++) {
            DepositRules.Rate rate = rules.rates().get(i);
            LocalDate next =
                    i + 1 < rules.rates().size() ? rules.rates().get(i + 1).from() : returnedOn;
            Fraction moneyDays = moneyDays(parts, rate.from(), next.isBefore(returnedOn) ? next : returnedOn);
            if (moneyDays.signum() != 0) {
                yearly = yearly.plus(moneyDays.times(rate.rate()));
                found.add(moneyDays.toCanonicalText(2) + " money days at " + rate.rate());
            }
        }
        Money interest = paid.signum() <= 0 || yearly.signum() <= 0
                ? Money.ZERO
                : yearly.dividedBy(Fraction.of(rules.yearDays())).toMoneyHalfUp();
        String days = found.isEmpty() ? "no money days" : String.join(" and ", found);
        return new DepositInterest(paid, interest, days + ", over " + rules.yearDays());
    }

    /// Dirhams times days, from a day to before another.
    private static Fraction moneyDays(List<Part> parts, LocalDate from, LocalDate before) {
        Fraction sum = Fraction.ZERO;
        for (Part part : parts) {
            long first = Math.max(part.on().toEpochDay(), from.toEpochDay());
            long days = Math.max(0, before.toEpochDay() - first);
            sum = sum.plus(part.amount().toFraction().times(Fraction.of(days)));
        }
        return sum;
    }
}
