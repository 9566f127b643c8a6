package org.taswiya.core.connection;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.calendar.WorkingDays;
import org.taswiya.core.customer.CustomerClass;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Money;

/// To what a utility connects whom, what it asks for, in how many working days it answers; data of the utility.
///
/// @param documents names of each by language, by its code
/// @param connections by class of customers and service; what is not there is not offered
/// @param targets working days from a state that is with the utility to the next one
/// @param validDays from the day of a quote to the last one on which it can be paid
/// @param taxRate value added tax on all that is quoted
public record ConnectionRules(
        Map<String, Map<String, String>> documents,
        Map<Of, Terms> connections,
        Map<ApplicationState, Integer> targets,
        int validDays,
        Decimal taxRate) {

    /// Who is connected to what.
    public record Of(CustomerClass customerClass, String service) {}

    /// @param documents codes of those that are asked for
    /// @param items that are quoted, in order
    /// @param billedWith another service, in whose bills this one is: no agreement of its own begins; null for none
    public record Terms(
            List<String> documents,
            List<Item> items,
            @Nullable String billedWith) {
        public Terms {
            documents = List.copyOf(documents);
            items = List.copyOf(items);
        }
    }

    /// @param amount before tax, above zero
    public record Item(String code, Money amount) {
        public Item {
            if (amount.signum() <= 0) {
                throw new IllegalArgumentException(code + " is quoted with " + amount);
            }
        }
    }

    public ConnectionRules {
        documents = Map.copyOf(documents);
        connections = Map.copyOf(connections);
        targets = Map.copyOf(targets);
        if (validDays < 1 || taxRate.signum() < 0) {
            throw new IllegalArgumentException("Valid for " + validDays + " days, taxed at " + taxRate);
        }
    }

    public Optional<Terms> terms(CustomerClass of, String service) {
        return Optional.ofNullable(connections.get(new Of(of, service)));
    }

    /// The day by which the utility takes the next step; nothing while it waits for the customer, or no target is set.
    ///
    /// @param since the day on which the state began
    public Optional<LocalDate> target(ApplicationState state, LocalDate since, WorkingDays open) {
        Integer days = targets.get(state);
        return days == null || !state.isWithUtility() ? Optional.empty() : Optional.of(open.after(since, days));
    }

    /// The last day on which a quote can be agreed to and paid.
    public LocalDate validTo(LocalDate quotedOn, WorkingDays open) {
        return open.onOrAfter(quotedOn.plusDays(validDays));
    }
}
