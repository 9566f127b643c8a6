package org.taswiya.core.collector;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.collector.Verdict.Refused;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.receivables.AccountItems;
import org.taswiya.core.receivables.ItemKey;
import org.taswiya.core.receivables.OpenItem;
import org.taswiya.core.receivables.PaymentOutcome;
import org.taswiya.core.receivables.Receivables;

/// What is wrong with an order.
final class OrderCheck {
    private final Collector collector;
    private final String transaction;
    private final Order order;
    private final Surroundings around;

    private OrderCheck(Collector collector, String transaction, Order order, Surroundings around) {
        this.collector = collector;
        this.transaction = transaction;
        this.order = order;
        this.around = around;
    }

    /// Null when nothing is. The transaction is refused with it.
    static @Nullable Refused refusal(Collector collector, String transaction, Order order, Surroundings around) {
        return new OrderCheck(collector, transaction, order, around).first();
    }

    private @Nullable Refused first() {
        Refused refused = agreed();
        if (refused == null) {
            refused = limited();
        }
        if (refused == null) {
            refused = payable();
        }
        return refused == null ? amount() : refused;
    }

    private @Nullable Refused agreed() {
        if (!collector.may(Right.PAY)) {
            return no(CollectorReason.NO_RIGHT, "the right 'pay' is not given");
        }
        if (!order.utility().equals(around.utility())) {
            return no(
                    CollectorReason.OTHER_UTILITY,
                    "this is " + around.utility() + ", the bills are of '" + order.utility() + "'; pay them there");
        }
        if (order.amount().signum() <= 0) {
            return no(CollectorReason.AMOUNT_NOT_ABOVE_ZERO, "found " + order.amount() + "; a payment gives money");
        }
        if (order.items().isEmpty()) {
            return no(CollectorReason.NO_BILLS, "name the bills that are paid");
        }
        return null;
    }

    private @Nullable Refused limited() {
        if (order.items().size() > collector.billsMost()) {
            return no(
                    CollectorReason.TOO_MANY_BILLS,
                    "found " + order.items().size() + " bills, and a transaction has at most " + collector.billsMost()
                            + "; make several");
        }
        if (order.amount().compareTo(collector.mostOfTransaction()) > 0) {
            return no(
                    CollectorReason.TRANSACTION_LIMIT,
                    "found " + order.amount() + ", above " + collector.mostOfTransaction() + " of one transaction");
        }
        if (around.collected().plus(order.amount()).compareTo(collector.mostOfDay()) > 0) {
            return no(
                    CollectorReason.DAY_LIMIT,
                    "with " + around.collected() + " taken on " + order.day() + " already it would be above "
                            + collector.mostOfDay() + " of a day");
        }
        if (order.day().isAfter(around.today())
                || order.day().isBefore(around.today().minusDays(collector.lateMost()))) {
            return no(
                    CollectorReason.DAY_NOT_ACCEPTED,
                    "found " + order.day() + ", and today is " + around.today() + "; at most " + collector.lateMost()
                            + " days back are taken");
        }
        return null;
    }

    private @Nullable Refused payable() {
        Optional<PaymentOutcome.Refused> refused = around.trial().apply(order.payment(collector.name(), transaction));
        if (refused.isPresent()) {
            return no(CollectorReason.of(refused.get().reason()), refused.get().found());
        }
        List<ItemKey> held =
                order.items().stream().filter(around.held()::contains).toList();
        return held.isEmpty()
                ? null
                : no(
                        CollectorReason.RESERVED_BY_ANOTHER,
                        held.getFirst() + " is reserved by another transaction; try later under a new number");
    }

    /// Equal to what the customer is told that they owe: credits of the account are used before the payment.
    private @Nullable Refused amount() {
        AccountItems account = around.account();
        if (account == null) {
            throw new IllegalArgumentException("Account " + order.account() + " could be paid and is not there");
        }
        AccountItems owed = Receivables.useCredits(account, order.day()).after();
        Money due = order.items().stream()
                .map(owed::item)
                .flatMap(Optional::stream)
                .map(OpenItem::open)
                .reduce(Money.ZERO, Money::plus);
        int more = order.amount().compareTo(due);
        if (more == 0 || more < 0 && collector.may(Right.PAY_IN_PART)) {
            return null;
        }
        return no(
                CollectorReason.AMOUNT_DIFFERS,
                "the bills come to " + due + " now and " + order.amount() + " is paid; inquire again");
    }

    private Refused no(CollectorReason reason, String found) {
        return new Refused(reason, found, Known.ended(transaction, TransactionState.REFUSED));
    }
}
