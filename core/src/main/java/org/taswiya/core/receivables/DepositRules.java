package org.taswiya.core.receivables;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.taswiya.core.customer.CustomerClass;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Money;

/// What deposits a utility asks for, and what interest it gives on them; data of the utility.
///
/// @param amounts by class of customers and service; what is not there asks for none
/// @param dueDays from the day of the claim to the one on which it is due
/// @param rates by the day from which they hold; before the first one no interest is given
/// @param yearDays what a year counts for
public record DepositRules(Map<Of, Money> amounts, int dueDays, List<Rate> rates, int yearDays) {
    /// Where no deposits are asked for.
    public static final DepositRules NONE = new DepositRules(Map.of(), 0, List.of(), 365);

    /// Whose deposit, for what.
    public record Of(CustomerClass customerClass, String service) {}

    /// @param from the first day for which it is given
    /// @param rate of a year, zero for no interest
    public record Rate(LocalDate from, Decimal rate) {
        public Rate {
            if (rate.signum() < 0) {
                throw new IllegalArgumentException("Rate " + rate);
            }
        }
    }

    public DepositRules {
        amounts = Map.copyOf(amounts);
        rates = rates.stream().sorted(Comparator.comparing(Rate::from)).toList();
        if (yearDays < 1 || dueDays < 0) {
            throw new IllegalArgumentException("A year of " + yearDays + " days, due in " + dueDays);
        }
        if (rates.stream().map(Rate::from).distinct().count() < rates.size()) {
            throw new IllegalArgumentException("Two rates from one day: " + rates);
        }
    }

    public Optional<Money> amount(CustomerClass of, String service) {
        return Optional.ofNullable(amounts.get(new Of(of, service)));
    }
}
