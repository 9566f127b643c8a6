package org.taswiya.store.collector;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.collector.CollectorAnswer;
import org.taswiya.core.collector.CollectorMessage;
import org.taswiya.core.collector.CollectorReason;
import org.taswiya.core.collector.CollectorRules;
import org.taswiya.core.collector.Known;
import org.taswiya.core.collector.Order;
import org.taswiya.core.collector.Surroundings;
import org.taswiya.core.collector.TransactionState;
import org.taswiya.core.collector.Verdict;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.receivables.ItemKey;
import org.taswiya.core.receivables.Payment;
import org.taswiya.core.receivables.PaymentOutcome;
import org.taswiya.core.receivables.PaymentReason;
import org.taswiya.core.receivables.ReceiptNumber;
import org.taswiya.core.receivables.StampDuty;
import org.taswiya.store.Change;
import org.taswiya.store.Changes;
import org.taswiya.store.receivables.PaymentAnswer;
import org.taswiya.store.receivables.PaymentBatch;
import org.taswiya.store.receivables.ReversalAnswer;
import org.taswiya.store.receivables.Reversals;
import org.taswiya.store.run.BatchTransaction;

/// Messages of collectors, answered one after the other and written in one transaction: either all of them or none.
public final class CollectorBatch {
    private static final String AUTHOR = "collectors";

    private final Connection connection;
    private final When when;
    private final Function<CollectorAnswer, GivenAnswer> form;
    private final List<Payment> payments = new ArrayList<>();
    private final AnswerRows answers;
    private final TransactionRows transactions;
    private final HoldRows holds;
    private final DayRows days;
    private PaymentBatch books;
    private @Nullable Long change;

    /// When and where a batch is answered.
    ///
    /// @param utility that is served here
    public record When(String utility, Instant now, LocalDate today) {}

    private CollectorBatch(
            Connection connection, When when, Function<CollectorAnswer, GivenAnswer> form, List<ToldMessage> messages)
            throws SQLException {
        this.connection = connection;
        this.when = when;
        this.form = form;
        Changes.lock(connection); // what is read from here on nobody else changes
        Set<TransactionKey> keys = new HashSet<>();
        Set<String> accounts = new HashSet<>();
        for (ToldMessage told : messages) {
            keys.add(told.transaction());
            order(told.message()).ifPresent(order -> {
                accounts.add(order.account());
                payments.add(
                        order.payment(told.collector().name(), told.message().transaction()));
            });
        }
        answers = new AnswerRows(connection, keys);
        transactions = new TransactionRows(connection, keys);
        for (TransactionKey key : keys) {
            Known known = transactions.of(key);
            Order order = known == null ? null : known.order();
            if (order != null) {
                accounts.add(order.account());
            }
        }
        holds = new HoldRows(connection, accounts);
        days = new DayRows(connection);
        books = PaymentBatch.begin(connection, this::change, when.today(), payments);
    }

    /// Answers messages in their order, and commits.
    ///
    /// @param connection without automatic commit and with nothing in its transaction
    /// @param form what an answer looks like outside; asked within the transaction
    public static List<GivenAnswer> answer(
            Connection connection, List<ToldMessage> messages, When when, Function<CollectorAnswer, GivenAnswer> form)
            throws SQLException {
        try {
            BatchTransaction.readByIndex(connection);
            CollectorBatch batch = new CollectorBatch(connection, when, form, messages);
            List<GivenAnswer> given = new ArrayList<>();
            for (ToldMessage told : messages) {
                given.add(batch.answer(told));
            }
            batch.send();
            connection.commit();
            return given;
        } catch (SQLException | RuntimeException e) {
            takeBack(connection, e);
            throw e;
        }
    }

    /// A connection that is gone has nothing to take back; what it went of is what is told.
    private static void takeBack(Connection connection, Exception cause) {
        try {
            connection.rollback();
        } catch (SQLException gone) {
            cause.addSuppressed(gone);
        }
    }

    private static Optional<Order> order(CollectorMessage message) {
        return switch (message) {
            case CollectorMessage.Reserve reserve -> Optional.of(reserve.order());
            case CollectorMessage.Pay pay -> Optional.of(pay.order());
            case CollectorMessage.Confirm _, CollectorMessage.Cancel _ -> Optional.empty();
        };
    }

    private GivenAnswer answer(ToldMessage told) throws SQLException {
        CollectorMessage message = told.message();
        TransactionKey key = told.transaction();
        Optional<AnswerRows.Answered> before = answers.of(key, message.kind());
        if (before.isPresent()) {
            return before.get().said().equals(message.said())
                    ? before.get().answer()
                    : form.apply(new CollectorAnswer.Refused(
                            CollectorReason.OTHER_CONTENTS,
                            "a " + message.kind().code() + " of transaction " + key.number()
                                    + " was answered that says something else; use a new number",
                            key.number()));
        }
        Known known = transactions.of(key);
        return switch (CollectorRules.of(told.collector(), known, message, around(told))) {
            case Verdict.Done(var effect, var after) -> {
                Known now = effect(effect, key, after);
                put(key, now);
                yield keep(told, new CollectorAnswer.Accepted(now));
            }
            case Verdict.Refused(var reason, var found, var after) -> {
                if (after != null && !after.equals(known)) {
                    put(key, after);
                }
                CollectorAnswer refused = new CollectorAnswer.Refused(reason, found, key.number());
                yield reason.isFinal() ? keep(told, refused) : form.apply(refused);
            }
        };
    }

    private GivenAnswer keep(ToldMessage told, CollectorAnswer answer) {
        GivenAnswer given = form.apply(answer);
        CollectorMessage message = told.message();
        answers.add(told.transaction(), message.kind(), message.said(), when.now(), given);
        return given;
    }

    private Surroundings around(ToldMessage told) throws SQLException {
        Order order = order(told.message()).orElse(null);
        String collector = told.collector().name();
        return new Surroundings(
                when.utility(),
                when.now(),
                when.today(),
                order == null ? null : books.account(order.account()).orElse(null),
                order == null ? Set.of() : holds.heldFrom(told.transaction(), order.account(), when.now()),
                order == null ? Money.ZERO : days.of(collector, order.day()),
                this::refusal);
    }

    private Optional<PaymentOutcome.Refused> refusal(Payment payment) {
        try {
            return books.refusal(payment);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot tell whether " + payment + " can be taken", e);
        }
    }

    private Known effect(Verdict.Effect effect, TransactionKey key, Known after) throws SQLException {
        return switch (effect) {
            case NOTHING -> after;
            case TAKE_PAYMENT -> {
                Order order = requireOrder(after);
                days.add(key.collector(), order.day(), order.amount());
                yield after.withReceipt(taken(order.payment(key.collector(), key.number())));
            }
            case REVERSE_PAYMENT -> {
                Order order = requireOrder(after);
                if (reverse(after)) {
                    days.add(key.collector(), order.day(), order.amount().negated());
                }
                yield after;
            }
        };
    }

    private ReceiptNumber taken(Payment payment) throws SQLException {
        return switch (books.take(payment, StampDuty.NONE)) {
            case PaymentAnswer.Taken taken -> taken.receipt().number();
            case PaymentAnswer.Refused(var reason, var found) ->
                throw new IllegalStateException(payment + " is refused after all, " + reason + ": " + found);
        };
    }

    /// What is taken so far is written first: a reversal reads the books.
    ///
    /// @return false where it was reversed before, and is the day's no more
    private boolean reverse(Known paid) throws SQLException {
        books.send();
        ReceiptNumber receipt = paid.receipt();
        if (receipt == null) {
            throw new IllegalStateException(paid + " was paid without a receipt");
        }
        ReversalAnswer answer = Reversals.reverse(
                connection, change(), receipt, when.today(), when.today(), "cancelled by the collector");
        if (answer instanceof ReversalAnswer.Refused refused && refused.reason() != PaymentReason.ALREADY_REVERSED) {
            throw new IllegalStateException("cannot reverse " + receipt + ": " + refused);
        }
        books = PaymentBatch.begin(connection, this::change, when.today(), payments);
        return answer instanceof ReversalAnswer.Reversed;
    }

    private void put(TransactionKey key, Known now) {
        transactions.put(key, now);
        holds.free(key);
        Order order = now.order();
        Instant until = now.reservedUntil();
        if (now.state() == TransactionState.RESERVED && order != null && until != null) {
            List<ItemKey> items = order.items();
            holds.hold(key, order.account(), items, until);
        }
    }

    private static Order requireOrder(Known known) {
        Order order = known.order();
        if (order == null) {
            throw new IllegalStateException(known + " moves money without an order");
        }
        return order;
    }

    private long change() throws SQLException {
        Long known = change;
        if (known == null) {
            known = Changes.record(connection, new Change(when.now(), AUTHOR, "messages of collectors"));
            change = known;
        }
        return known;
    }

    private void send() throws SQLException {
        books.send();
        transactions.send(connection);
        answers.send(connection);
        holds.send(connection);
        days.send();
    }
}
