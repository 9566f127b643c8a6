package org.taswiya.server.collect;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.collector.CollectorAnswer;
import org.taswiya.core.collector.CollectorReason;
import org.taswiya.core.collector.Known;
import org.taswiya.core.collector.Order;
import org.taswiya.core.collector.TransactionState;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.receivables.AccountItems;
import org.taswiya.core.receivables.ItemKey;
import org.taswiya.core.receivables.OpenItem;
import org.taswiya.deliver.json.JsonLine;
import org.taswiya.store.collector.GivenAnswer;
import tools.jackson.core.JsonGenerator;

/// Answers as JSON; money as texts with two decimals.
final class AnswerJson {
    private AnswerJson() {}

    /// What is kept with the message and told again.
    static GivenAnswer form(CollectorAnswer answer) {
        return switch (answer) {
            case CollectorAnswer.Accepted(var known) -> new GivenAnswer(200, transaction(known, known.state()));
            case CollectorAnswer.Refused(var reason, var found, var transaction) -> {
                int status = status(reason);
                yield new GivenAnswer(status, problem(status, reason.code(), found, transaction));
            }
        };
    }

    private static int status(CollectorReason reason) {
        return switch (reason) {
            case NO_RIGHT -> 403;
            case UNKNOWN_ACCOUNT, UNKNOWN_ITEM -> 404;
            case OTHER_UTILITY,
                    AMOUNT_NOT_ABOVE_ZERO,
                    NO_BILLS,
                    TOO_MANY_BILLS,
                    TRANSACTION_LIMIT,
                    DAY_LIMIT,
                    DAY_NOT_ACCEPTED,
                    AMOUNT_DIFFERS,
                    RESERVED_BY_ANOTHER,
                    NAMED_TWICE,
                    OTHER_ACCOUNTS_ITEM,
                    ALREADY_CLOSED,
                    CANCELLED_ITEM,
                    DAY_BEFORE_ITEM,
                    OTHER_CONTENTS,
                    TRANSACTION_CANCELLED,
                    TRANSACTION_REFUSED,
                    NOT_PAID,
                    ALREADY_CONFIRMED,
                    TOO_LATE -> 409;
        };
    }

    static String problem(int status, String reason, String found, @Nullable String transaction) {
        return JsonLine.object(json -> {
            json.writeStringProperty("type", "urn:taswiya:collect:" + reason);
            json.writeStringProperty("title", reason);
            json.writeNumberProperty("status", status);
            json.writeStringProperty("reason", reason);
            json.writeStringProperty("detail", found);
            if (transaction != null) {
                json.writeStringProperty("transaction", transaction);
            }
        });
    }

    static String transaction(Known known, TransactionState state) {
        return JsonLine.object(json -> {
            json.writeStringProperty("transaction", known.transaction());
            json.writeStringProperty("state", state.code());
            Order order = known.order();
            if (order != null) {
                json.writeStringProperty("account", order.account());
                json.writeArrayPropertyStart("bills");
                order.items().forEach(item -> json.writeString(item.number()));
                json.writeEndArray();
                json.writeStringProperty("amount", order.amount().toString());
                json.writeStringProperty("day", order.day().toString());
            }
            text(json, "receipt", known.receipt());
            text(json, "paidAt", known.paidAt());
            if (state == TransactionState.RESERVED) {
                text(json, "reservedUntil", known.reservedUntil());
            }
            if (state.isBooked()) {
                json.writeStringProperty("fee", known.fee().toString());
            }
        });
    }

    private static void text(JsonGenerator json, String name, @Nullable Object value) {
        if (value != null) {
            json.writeStringProperty(name, value.toString());
        }
    }

    /// @param asked the bill that was asked for; null for the whole account
    static String owed(AccountItems account, @Nullable ItemKey asked) {
        List<OpenItem> items = account.items().stream()
                .filter(item -> asked == null || item.key().equals(asked))
                .toList();
        return JsonLine.object(json -> {
            json.writeStringProperty("account", account.account());
            json.writeArrayPropertyStart("bills");
            for (OpenItem item : items) {
                json.writeStartObject();
                json.writeStringProperty("bill", item.key().number());
                json.writeStringProperty("service", item.service());
                json.writeStringProperty("issuedOn", item.issuedOn().toString());
                json.writeStringProperty("dueOn", item.dueOn().toString());
                json.writeStringProperty("amount", item.amount().toString());
                json.writeStringProperty("due", item.open().toString());
                json.writeEndObject();
            }
            json.writeEndArray();
            Money due = items.stream().map(OpenItem::open).reduce(Money.ZERO, Money::plus);
            json.writeStringProperty("due", due.toString());
        });
    }
}
