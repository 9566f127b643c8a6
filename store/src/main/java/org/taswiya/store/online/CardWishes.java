package org.taswiya.store.online;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.core.online.AttemptState;
import org.taswiya.core.online.CardAttempt;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.receivables.ItemKey;
import org.taswiya.core.receivables.OpenItem;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.SqlFault;
import org.taswiya.store.collector.Inquiries;
import org.taswiya.store.receivables.BooksTransaction;
import org.taswiya.store.receivables.BooksTransaction.Done;

/// What can be paid by card of an account, and who is sent away for it from a page that showed what is due.
public final class CardWishes {
    private CardWishes() {}

    /// What is due, the account's credits taken off.
    ///
    /// @param items on which, in the order in which they are settled; none where nothing is due
    public record Payable(List<OpenItem> items) {
        public Payable {
            items = List.copyOf(items);
        }

        /// What of it is not disputed.
        public Money undisputed() {
            return items.stream().map(OpenItem::undisputed).reduce(Money.ZERO, Money::plus);
        }

        public Money due() {
            return items.stream().map(OpenItem::open).reduce(Money.ZERO, Money::plus);
        }
    }

    /// Empty where there is no such account, or no such bill of it.
    ///
    /// @param bill null for all that the account owes
    public static Optional<Payable> payable(
            Database database, String account, @Nullable BillNumber bill, LocalDate today) {
        try (Connection connection = database.connect()) {
            return payable(connection, account, bill, today);
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    private static Optional<Payable> payable(
            Connection connection, String account, @Nullable BillNumber bill, LocalDate today) throws SQLException {
        if (bill != null && !Inquiries.accountOf(connection, bill).equals(Optional.of(account))) {
            return Optional.empty();
        }
        ItemKey named = bill == null ? null : ItemKey.bill(bill.toString());
        return Inquiries.owed(connection, account, today)
                .map(owed -> new Payable(owed.items().stream()
                        .filter(item -> !item.issuedOn().isAfter(today))
                        .filter(item -> named == null || item.key().equals(named))
                        .toList()));
    }

    /// Writes down what a customer is to be sent away for. Whoever asks at the same moment waits, so of two forms that
    /// are sent at once the second finds the attempt of the first.
    public static WishedCard ask(Database database, CardWish wish, LocalDate today, Change why) {
        return BooksTransaction.make(database, why, false, (connection, change) -> {
            WishedCard answer = ask(connection, wish, today, why.at(), change);
            return new Done<>(answer, answer instanceof WishedCard.Sent sent && sent.isNew());
        });
    }

    private static WishedCard ask(Connection connection, CardWish wish, LocalDate today, Instant now, long change)
            throws SQLException {
        Payable payable =
                payable(connection, wish.account(), wish.bill(), today).orElse(null);
        if (payable == null) {
            return new WishedCard.Unknown();
        }
        Money due = payable.due();
        if (due.signum() <= 0 || !due.equals(wish.seen())) {
            return new WishedCard.Changed(due);
        }
        Money amount = Objects.requireNonNullElse(wish.part(), due);
        if (amount.compareTo(due) > 0) {
            return new WishedCard.TooMuch(due);
        }
        List<ItemKey> items = payable.items().stream().map(OpenItem::key).toList();
        List<StandingAttempt> underway = underway(connection, wish.account(), now);
        for (StandingAttempt other : underway) {
            CardAttempt attempt = other.attempt();
            if (attempt.provider().equals(wish.provider())
                    && attempt.items().equals(items)
                    && attempt.amount().equals(amount)) {
                return new WishedCard.Sent(attempt, other.token(), false);
            }
        }
        if (!underway.isEmpty() && !wish.isBeside()) {
            return new WishedCard.Underway(underway.getFirst());
        }
        CardAttempt attempt =
                CardAttempts.next(connection, wish.provider(), wish.account(), items, amount, now.plus(wish.within()));
        return new WishedCard.Sent(attempt, CardAttempts.insert(connection, attempt, now, change), true);
    }

    /// What of an account is being paid: attempts of which nothing was heard and may still be; the last ones first.
    public static List<StandingAttempt> underway(Database database, String account, Instant now) {
        try (Connection connection = database.connect()) {
            return underway(connection, account, now);
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    private static List<StandingAttempt> underway(Connection connection, String account, Instant now)
            throws SQLException {
        return CardAttempts.notExpired(connection, account, now).stream()
                .filter(one -> one.state() == AttemptState.ASKED || one.state() == AttemptState.REDIRECTED)
                .toList();
    }
}
