package org.taswiya.store.dunning;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.dunning.Dunning;
import org.taswiya.core.dunning.DunningAnswer.Held;
import org.taswiya.core.dunning.DunningCase;
import org.taswiya.core.dunning.DunningRules;
import org.taswiya.core.dunning.DunningStep;
import org.taswiya.core.dunning.DunningStop;
import org.taswiya.core.dunning.SentStep;
import org.taswiya.core.receivables.OpenItem;
import org.taswiya.store.Change;
import org.taswiya.store.dunning.OrderAnswer.Refused;
import org.taswiya.store.dunning.ServiceOrder.Kind;

/// What a disconnection has to pass before a person's approval counts. Days go by between a proposal and the approval:
/// what stops it is looked for again.
final class OrderGuards {
    private OrderGuards() {}

    static Optional<Refused> refusal(
            @Nullable ServiceOrder order,
            long number,
            boolean isApproved,
            LocalDate on,
            LocalDate today,
            String author) {
        if (order == null || order.kind() != Kind.DISCONNECTION) {
            return refused(
                    OrderReason.UNKNOWN_ORDER,
                    number + " is no order that waits for a person; ./taswiya dun orders shows those that do");
        }
        if (order.decision() != null) {
            return refused(
                    OrderReason.ALREADY_DECIDED,
                    "order " + number + " was decided on " + order.decision().on());
        }
        if (on.isBefore(order.proposedOn()) || on.isAfter(today)) {
            return refused(
                    OrderReason.WRONG_DAY,
                    "it was proposed on " + order.proposedOn() + " and today is " + today + "; " + on
                            + " is not between them");
        }
        return isApproved && Change.isSamePerson(author, order.proposedBy())
                ? refused(OrderReason.OWN_APPROVAL, author + " cannot approve what a run of " + author + " proposed")
                : Optional.empty();
    }

    /// Nothing may stop one of the items for which it was proposed and that are overdue still.
    static Optional<Refused> stop(Connection connection, ServiceOrder order, DunningRules rules, LocalDate on)
            throws SQLException {
        DunningCase of = Objects.requireNonNull(
                DunningCases.of(connection, List.of(order.account()), rules, on).get(order.account()));
        DunningStep step = of.policy() == null
                ? null
                : of.policy().steps().stream()
                        .filter(DunningStep::isOrder)
                        .findFirst()
                        .orElse(null);
        if (step == null) {
            return refused(OrderReason.STOPPED, DunningStop.CLASS.code() + ": the rules cut off nobody of this class");
        }
        Held first = null;
        for (OpenItem item : of.account().items()) {
            if (item.dueOn().isBefore(on) && isOfOrder(of, item, step)) {
                Held held = Dunning.stop(of, item, step, on).orElse(null);
                if (held == null) {
                    return Optional.empty();
                }
                first = first == null ? held : first;
            }
        }
        return first == null
                ? refused(OrderReason.NOTHING_OVERDUE, "what it was proposed for is settled; refuse it")
                : refused(OrderReason.STOPPED, first.stop().code() + ": " + first.found());
    }

    private static boolean isOfOrder(DunningCase of, OpenItem item, DunningStep step) {
        for (SentStep sent : of.sent()) {
            if (sent.item().equals(item.key()) && sent.step().equals(step.name())) {
                return true;
            }
        }
        return false;
    }

    private static Optional<Refused> refused(OrderReason reason, String found) {
        return Optional.of(new Refused(reason, found));
    }
}
