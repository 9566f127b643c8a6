package org.taswiya.core.collector;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.collector.Verdict.Done;
import org.taswiya.core.collector.Verdict.Effect;
import org.taswiya.core.collector.Verdict.Refused;
import org.taswiya.core.quantity.Money;

/// What a collector's message does, from what is known of its transaction. Not asked of a message that has its answer
/// already.
public final class CollectorRules {
    private CollectorRules() {}

    /// @param known null for a transaction of which nothing has come
    public static Verdict of(
            Collector collector, @Nullable Known known, CollectorMessage message, Surroundings around) {
        return switch (message) {
            case CollectorMessage.Reserve reserve -> reserve(collector, known, reserve, around);
            case CollectorMessage.Pay pay -> pay(collector, known, pay, around);
            case CollectorMessage.Confirm confirm -> confirm(collector, known, confirm);
            case CollectorMessage.Cancel cancel -> cancel(collector, known, cancel, around.now());
        };
    }

    /// A reservation that comes after its payment is late and does nothing.
    private static Verdict reserve(
            Collector collector, @Nullable Known known, CollectorMessage.Reserve message, Surroundings around) {
        if (known != null) {
            return known.state().isBooked() && message.order().equals(known.order())
                    ? new Done(Effect.NOTHING, known)
                    : overOr(known, "its number stands for another order");
        }
        Refused refused = OrderCheck.refusal(collector, message.transaction(), message.order(), around);
        if (refused != null) {
            return refused;
        }
        Instant until = around.now().plus(collector.reservedMinutes(), ChronoUnit.MINUTES);
        return new Done(
                Effect.NOTHING,
                new Known(
                        message.transaction(),
                        TransactionState.RESERVED,
                        message.order(),
                        until,
                        null,
                        null,
                        Money.ZERO,
                        false));
    }

    private static Verdict pay(
            Collector collector, @Nullable Known known, CollectorMessage.Pay message, Surroundings around) {
        Order order = message.order();
        if (known != null && (known.state() != TransactionState.RESERVED || !order.equals(known.order()))) {
            return overOr(known, "it was reserved with other contents");
        }
        Refused refused = OrderCheck.refusal(collector, message.transaction(), order, around);
        if (refused != null) {
            return refused;
        }
        return new Done(
                Effect.TAKE_PAYMENT,
                new Known(
                        message.transaction(),
                        TransactionState.PAID,
                        order,
                        known == null ? null : known.reservedUntil(),
                        null,
                        around.now(),
                        collector.fee(order.channel(), order.amount()),
                        false));
    }

    private static Verdict confirm(Collector collector, @Nullable Known known, CollectorMessage.Confirm message) {
        if (!collector.may(Right.PAY)) {
            return noRight(Right.PAY, known);
        }
        if (known == null || known.state() == TransactionState.RESERVED) {
            return new Refused(
                    CollectorReason.NOT_PAID,
                    "transaction " + message.transaction() + " is not paid; send its payment, then this again",
                    known);
        }
        return known.state().isBooked()
                ? new Done(Effect.NOTHING, known.in(TransactionState.CONFIRMED))
                : overOr(known, "it is not paid");
    }

    /// What has not come yet is cancelled before it comes.
    private static Verdict cancel(
            Collector collector, @Nullable Known known, CollectorMessage.Cancel message, Instant now) {
        if (known == null) {
            return new Done(Effect.NOTHING, Known.ended(message.transaction(), TransactionState.CANCELLED));
        }
        Done cancelled = new Done(
                known.state() == TransactionState.PAID ? Effect.REVERSE_PAYMENT : Effect.NOTHING,
                known.in(TransactionState.CANCELLED));
        return switch (known.state()) {
            case RESERVED, EXPIRED, CANCELLED, REFUSED -> cancelled;
            case PAID ->
                !collector.may(Right.CANCEL)
                        ? noRight(Right.CANCEL, known)
                        : isTooLate(collector, known, now) ? tooLate(collector, known) : cancelled;
            case CONFIRMED ->
                new Refused(
                        CollectorReason.ALREADY_CONFIRMED,
                        "it was confirmed; what the customer paid too much is for the utility to give back",
                        known);
        };
    }

    private static boolean isTooLate(Collector collector, Known known, Instant now) {
        Instant paid = known.paidAt();
        return known.isRemitted()
                || paid == null
                || now.isAfter(paid.plus(collector.cancelMinutes(), ChronoUnit.MINUTES));
    }

    private static Refused tooLate(Collector collector, Known known) {
        return new Refused(
                CollectorReason.TOO_LATE,
                "it was paid at " + known.paidAt() + " and can be cancelled for " + collector.cancelMinutes()
                        + " minutes, until its money is remitted; ask the utility",
                known);
    }

    /// Of a transaction that is over, or has been used for something else.
    private static Refused overOr(Known known, String otherwise) {
        return switch (known.state()) {
            case CANCELLED ->
                new Refused(CollectorReason.TRANSACTION_CANCELLED, "it was cancelled; pay under a new number", known);
            case REFUSED ->
                new Refused(CollectorReason.TRANSACTION_REFUSED, "it was refused; pay under a new number", known);
            case RESERVED, EXPIRED, PAID, CONFIRMED ->
                new Refused(CollectorReason.OTHER_CONTENTS, otherwise + "; use a new number", known);
        };
    }

    private static Refused noRight(Right right, @Nullable Known known) {
        return new Refused(CollectorReason.NO_RIGHT, "the right '" + right.code() + "' is not given", known);
    }
}
