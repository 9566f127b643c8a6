package org.taswiya.core.billing;

import java.math.RoundingMode;
import java.time.LocalDate;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.quantity.Money;

/// The limit on how far back a shortfall may be charged.
///
/// Only charges are cut, credits never. A period that the limit crosses is cut by days, every component and tax rounded
/// in the customer's favour.
///
/// @param limit days before this one can no longer be charged
public record BackBilling(LocalDate limit) {

    /// A number of months before an anchor; a day that the month lacks becomes its last day.
    public static BackBilling monthsBefore(int months, LocalDate anchor) {
        return new BackBilling(anchor.minusMonths(months));
    }

    /// What of a period's difference may be charged or must be credited.
    Amounts chargeable(DateRange period, Amounts difference) {
        if (difference.total().signum() <= 0 || !period.from().isBefore(limit)) {
            return difference;
        }
        if (!period.to().isAfter(limit)) {
            return difference.minus(difference);
        }
        Fraction share = Fraction.of(DateRange.of(limit, period.to()).days(), period.days());
        return difference.each(amount -> inFavour(amount.toFraction().times(share)));
    }

    private static Money inFavour(Fraction amount) {
        return amount.toMoney(RoundingMode.FLOOR);
    }
}
