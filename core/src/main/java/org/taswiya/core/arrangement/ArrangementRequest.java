package org.taswiya.core.arrangement;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.receivables.AccountItems;
import org.taswiya.core.receivables.OpenItem;

/// What is known of an account that asks for an arrangement.
///
/// @param policy of its class of customers; null where there is none
/// @param usual what its bills usually come to together; null when no bill tells
/// @param monthsSettled how many periods its last bill settles; one where it estimates none anew
/// @param months how many instalments are asked for; null for what is offered unasked
/// @param isRunning whether it has an arrangement that runs
/// @param on the day of the offer
/// @param down what is paid on that day before the instalments; zero for nothing
/// @param first when a person has the first instalment fall due; null for the rules' own day
public record ArrangementRequest(
        AccountItems account,
        @Nullable ArrangementPolicy policy,
        @Nullable Money usual,
        int monthsSettled,
        @Nullable Integer months,
        boolean isRunning,
        LocalDate on,
        Money down,
        @Nullable LocalDate first) {

    /// Equal instalments from the rules' own day on, and nothing before them.
    public ArrangementRequest(
            AccountItems account,
            @Nullable ArrangementPolicy policy,
            @Nullable Money usual,
            int monthsSettled,
            @Nullable Integer months,
            boolean isRunning,
            LocalDate on) {
        this(account, policy, usual, monthsSettled, months, isRunning, on, Money.ZERO, null);
    }

    /// The same with something paid at once, or another first day.
    public ArrangementRequest with(Money down, @Nullable LocalDate first) {
        return new ArrangementRequest(account, policy, usual, monthsSettled, months, isRunning, on, down, first);
    }

    /// What is arranged: all that is open, issued and not disputed. What is disputed is nothing that its customer has
    /// agreed to owe, and is not asked for meanwhile.
    public List<OpenItem> items() {
        return issued().filter(item -> item.undisputed().signum() > 0)
                .map(OpenItem::withoutDisputed)
                .toList();
    }

    private Stream<OpenItem> issued() {
        return account.items().stream().filter(item -> !item.issuedOn().isAfter(on));
    }

    /// What is left out.
    public Money disputed() {
        return issued().map(OpenItem::disputed).reduce(Money.ZERO, Money::plus);
    }

    Money owed() {
        return items().stream().map(OpenItem::open).reduce(Money.ZERO, Money::plus);
    }
}
