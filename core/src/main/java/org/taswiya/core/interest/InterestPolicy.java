package org.taswiya.core.interest;

import java.time.LocalDate;
import java.util.List;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Money;

/// What a utility charges one class of customers for paying late.
///
/// @param rates in the order of their days, each day once; before the first there is none
/// @param graceDays days after the due day that never bear any
/// @param least what a month of an item comes to at least; less is not charged and not carried
/// @param dueDays days in which interest is due
public record InterestPolicy(List<RateFrom> rates, int graceDays, Money least, int dueDays) {

    /// A rate a year from a day on; zero where none is charged any more.
    public record RateFrom(LocalDate from, Decimal yearly) {
        public RateFrom {
            if (yearly.signum() < 0) {
                throw new IllegalArgumentException("A rate of " + yearly + " from " + from);
            }
        }
    }

    public InterestPolicy {
        rates = List.copyOf(rates);
        if (graceDays < 0 || least.signum() < 0 || dueDays < 0) {
            throw new IllegalArgumentException(
                    graceDays + " days of grace, at least " + least + ", due after " + dueDays + " days");
        }
        for (int i = 1; i < rates.size(); i++) {
            if (!rates.get(i).from().isAfter(rates.get(i - 1).from())) {
                throw new IllegalArgumentException("Rates not in the order of their days: " + rates);
            }
        }
    }

    Decimal rateOn(LocalDate day) {
        Decimal rate = Decimal.of(0);
        for (RateFrom one : rates) {
            rate = one.from().isAfter(day) ? rate : one.yearly();
        }
        return rate;
    }
}
