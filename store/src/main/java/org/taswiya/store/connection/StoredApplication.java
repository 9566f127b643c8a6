package org.taswiya.store.connection;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.connection.ApplicationState;
import org.taswiya.core.connection.ApplicationStep;
import org.taswiya.core.connection.Quote;
import org.taswiya.core.customer.CustomerClass;
import org.taswiya.core.quantity.Money;
import org.taswiya.store.Change;

/// An application as the books have it.
///
/// @param number as it is printed, `NC0000000042`
/// @param account who is billed; null while whoever applied has none
/// @param name of the applicant
/// @param premise null where it was not in the books
/// @param address of the place
/// @param asked documents that are asked for, in the order of their codes
/// @param there those that are there
/// @param steps in order, at least one
/// @param quote null before it is quoted
/// @param charge null before the customer agreed
public record StoredApplication(
        String number,
        @Nullable String account,
        String name,
        CustomerClass customerClass,
        @Nullable String premise,
        String address,
        List<Service> services,
        List<String> asked,
        List<String> there,
        List<Step> steps,
        @Nullable Quoted quote,
        @Nullable Charge charge) {

    /// @param billedWith the service in whose bills it is; null for one with an agreement of its own
    /// @param agreement that began when it was connected
    /// @param connectedOn null before it is
    public record Service(
            String service,
            @Nullable String billedWith,
            @Nullable String agreement,
            @Nullable LocalDate connectedOn) {}

    /// @param to how the application stood after it
    /// @param documents that came or went back with it
    public record Step(ApplicationStep step, ApplicationState to, LocalDate on, Change change, List<String> documents) {
        public Step {
            documents = List.copyOf(documents);
        }
    }

    /// @param validTo the last day on which it can be paid
    public record Quoted(Quote quote, LocalDate validTo) {}

    /// @param open what of it is owed now
    /// @param settledOn the day on which the last of it was settled; null while some of it is open
    /// @param entry that books it
    public record Charge(
            Money amount,
            LocalDate dueOn,
            Money open,
            @Nullable LocalDate settledOn,
            long entry,
            boolean isTakenBack) {}

    public StoredApplication {
        services = List.copyOf(services);
        asked = List.copyOf(asked);
        there = List.copyOf(there);
        steps = List.copyOf(steps);
    }

    /// As it stands now: that the quote is paid is written down by nobody.
    public ApplicationState state() {
        ApplicationState last = steps.getLast().to();
        return last == ApplicationState.AGREED && paidOn().isPresent() ? ApplicationState.PAID : last;
    }

    /// The day on which it came to stand so: that of the first of the last steps that left it as it is.
    public LocalDate since() {
        ApplicationState state = state();
        if (state == ApplicationState.PAID) {
            return paidOn().orElseThrow();
        }
        LocalDate since = steps.getLast().on();
        for (int i = steps.size() - 1; i >= 0 && steps.get(i).to() == state; i--) {
            since = steps.get(i).on();
        }
        return since;
    }

    private Optional<LocalDate> paidOn() {
        return charge == null || charge.isTakenBack() ? Optional.empty() : Optional.ofNullable(charge.settledOn());
    }

    /// Documents that are asked for and not there.
    public List<String> missing() {
        return asked.stream().filter(document -> !there.contains(document)).toList();
    }

    /// Services that are not connected yet.
    public List<Service> waiting() {
        return services.stream().filter(one -> one.connectedOn() == null).toList();
    }
}
