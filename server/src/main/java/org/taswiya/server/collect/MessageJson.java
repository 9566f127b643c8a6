package org.taswiya.server.collect;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.taswiya.core.collector.Channel;
import org.taswiya.core.collector.Collector;
import org.taswiya.core.collector.CollectorMessage;
import org.taswiya.core.collector.Order;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.receivables.ItemKey;
import org.taswiya.intake.json.JsonFields;
import org.taswiya.intake.json.JsonReader;
import org.taswiya.intake.json.Refusal;

/// Messages of collectors, read from JSON. Whatever is wrong turns the message away, with the place.
final class MessageJson {
    private static final Pattern TRANSACTION = Pattern.compile("(?=.*[A-Za-z0-9])[A-Za-z0-9._-]{1,40}");
    private static final Pattern NUMBER = Pattern.compile("[!-~]{1,40}");
    private static final Pattern AMOUNT = Pattern.compile("-?[0-9]{1,13}\\.[0-9]{2}");
    private static final Set<String> ORDER = Set.of("utility", "account", "bills", "amount", "day", "channel");
    private static final int BILLS_READ = 100;

    private MessageJson() {}

    /// @param kind the last part of the path: `reserve`, `pay`, `confirm`, `cancel`
    static Optional<CollectorMessage> message(Collector collector, String transaction, String kind, byte[] body) {
        return switch (kind) {
            case "reserve" -> Optional.of(new CollectorMessage.Reserve(number(transaction), order(collector, body)));
            case "pay" -> Optional.of(new CollectorMessage.Pay(number(transaction), order(collector, body)));
            case "confirm" -> Optional.of(new CollectorMessage.Confirm(empty(transaction, body)));
            case "cancel" -> Optional.of(new CollectorMessage.Cancel(empty(transaction, body)));
            default -> Optional.empty();
        };
    }

    static String number(String transaction) {
        if (!TRANSACTION.matcher(transaction).matches()) {
            throw bad("'" + transaction
                    + "' names no transaction; 1 to 40 letters, digits, dots, dashes, underscores, and not only"
                    + " signs");
        }
        return transaction;
    }

    private static String empty(String transaction, byte[] body) {
        if (body.length > 0) {
            fields(body, Set.of());
        }
        return number(transaction);
    }

    private static Order order(Collector collector, byte[] body) {
        try {
            JsonFields fields = fields(body, ORDER);
            List<String> bills = fields.texts("bills");
            if (bills.size() > BILLS_READ) {
                throw bad("bills has " + bills.size() + " entries; expected " + collector.billsMost() + " at most");
            }
            return new Order(
                    matching(fields, "utility", NUMBER),
                    matching(fields, "account", NUMBER),
                    bills.stream().map(MessageJson::item).toList(),
                    amount(fields, "amount"),
                    fields.date("day"),
                    fields.optionalChoice("channel", channels(collector)).orElse(collector.channel()));
        } catch (Refusal refusal) {
            throw bad(refusal.explanation());
        }
    }

    static JsonFields fields(byte[] body, Set<String> known) {
        try {
            JsonFields fields = JsonFields.of(new JsonReader().readObject(body));
            for (String name : fields.names()) {
                if (!known.contains(name)) {
                    throw bad("found the unknown field '" + name + "'; expected of "
                            + known.stream().sorted().toList());
                }
            }
            return fields;
        } catch (Refusal refusal) {
            throw bad(refusal.explanation());
        }
    }

    static Money amount(JsonFields fields, String name) {
        String text;
        try {
            text = fields.text(name);
        } catch (Refusal refusal) {
            throw new TurnedAway(DoorReason.BAD_AMOUNT, refusal.explanation());
        }
        if (!AMOUNT.matcher(text).matches()) {
            throw new TurnedAway(
                    DoorReason.BAD_AMOUNT, "found '" + text + "' in " + name + "; expected a text such as \"350.50\"");
        }
        return Money.parse(text);
    }

    private static String matching(JsonFields fields, String name, Pattern form) {
        String text = fields.text(name);
        if (!form.matcher(text).matches()) {
            throw bad("found '" + text + "' in " + name + "; expected 1 to 40 characters without spaces");
        }
        return text;
    }

    /// A bill's number, or the reference of an open item of the old system.
    private static ItemKey item(String number) {
        if (!NUMBER.matcher(number).matches()) {
            throw bad("'" + number + "' names no bill; expected 1 to 40 characters without spaces");
        }
        return ItemKey.ofNumber(number);
    }

    private static Map<String, Channel> channels(Collector collector) {
        Map<String, Channel> channels = new TreeMap<>();
        collector.channels().forEach(channel -> channels.put(channel.code(), channel));
        return channels;
    }

    static TurnedAway bad(String found) {
        return new TurnedAway(DoorReason.BAD_MESSAGE, found);
    }
}
