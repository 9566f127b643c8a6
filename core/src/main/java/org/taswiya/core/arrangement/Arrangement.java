package org.taswiya.core.arrangement;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.receivables.AccountItems;
import org.taswiya.core.receivables.ItemKey;

/// An arrangement that was granted.
///
/// @param number from one on
/// @param items what is arranged: of each, what was open when it was signed; together what the instalments come to
/// @param graceDays days after its due day in which a late instalment may be made up
/// @param ending null while nobody has ended it
public record Arrangement(
        long number,
        String account,
        LocalDate signedOn,
        List<ArrangedItem> items,
        Schedule schedule,
        int graceDays,
        @Nullable Ending ending) {

    /// What is arranged of one item.
    public record ArrangedItem(ItemKey key, Money amount) {
        public ArrangedItem {
            if (amount.signum() <= 0) {
                throw new IllegalArgumentException(key + " is arranged with " + amount);
            }
        }

        /// What of it was disputed since it was arranged, and is not decided.
        private Money disputed(AccountItems account) {
            return account.item(key)
                    .filter(item -> !item.isLast())
                    .map(item -> item.disputed().compareTo(amount) < 0 ? item.disputed() : amount)
                    .orElse(Money.ZERO);
        }
    }

    /// That a person has ended it.
    ///
    /// @param isRenegotiated whether another one took its place
    public record Ending(LocalDate on, boolean isRenegotiated) {}

    public Arrangement {
        items = List.copyOf(items);
        Money arranged = items.stream().map(ArrangedItem::amount).reduce(Money.ZERO, Money::plus);
        if (!arranged.equals(schedule.total())) {
            throw new IllegalArgumentException(
                    "Arrangement " + number + " of " + arranged + " has instalments of " + schedule.total());
        }
    }

    /// How it stands on a day.
    ///
    /// @param settled of its items since it was signed, in any order; what is settled later does not count
    public Standing standingOn(LocalDate day, List<SettledAmount> settled) {
        return Standing.of(this, day, settled);
    }

    /// What its account has to pay beside the instalments: what is open and not disputed, less the credits, of what was
    /// not arranged. What was disputed after it had been arranged is in the instalments, and in nothing that is due
    /// beside them.
    ///
    /// @param standing how it stands now
    public Money beside(AccountItems account, Standing standing) {
        Money disputed = items.stream().map(item -> item.disputed(account)).reduce(Money.ZERO, Money::plus);
        Money arranged = standing.rest().minus(disputed).max(Money.ZERO);
        return account.open()
                .minus(account.disputed())
                .minus(account.credit())
                .minus(arranged)
                .max(Money.ZERO);
    }
}
