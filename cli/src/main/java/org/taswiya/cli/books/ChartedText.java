package org.taswiya.cli.books;

import java.util.List;
import org.taswiya.cli.terminal.Grouped;
import org.taswiya.core.ledger.ChartOfAccounts.Charted;
import org.taswiya.core.quantity.Money;
import org.taswiya.deliver.json.JsonLine;

/// A trial balance by a country's chart: numbers, names, a column of debits and one of credits.
public final class ChartedText {
    private static final String ROW = "%-8s %-34s %18s %18s%n";
    private static final int WIDTH = 81;

    private ChartedText() {}

    /// @param language the code of one in which accounts have names
    public static String of(Charted charted, String language) {
        StringBuilder text = new StringBuilder();
        charted.sums()
                .forEach((account, sum) ->
                        text.append(ROW.formatted(account.number(), account.name(language), debit(sum), credit(sum))));
        text.append("-".repeat(WIDTH)).append(System.lineSeparator());
        return text.append(ROW.formatted("", "", Grouped.of(charted.debits()), Grouped.of(charted.credits())))
                .toString();
    }

    private static String debit(Money sum) {
        return sum.signum() > 0 ? Grouped.of(sum) : "";
    }

    private static String credit(Money sum) {
        return sum.signum() < 0 ? Grouped.of(sum.negated()) : "";
    }

    static String json(Charted charted) {
        return JsonLine.object(json -> {
            json.writeArrayPropertyStart("accounts");
            charted.sums().forEach((account, sum) -> {
                json.writeStartObject();
                json.writeStringProperty("number", account.number());
                json.writeStringProperty("kind", account.kind().code());
                json.writeObjectPropertyStart("names");
                account.names().keySet().stream()
                        .sorted()
                        .forEach(language -> json.writeStringProperty(language, account.name(language)));
                json.writeEndObject();
                json.writeStringProperty("balance", sum.toString());
                json.writeEndObject();
            });
            json.writeEndArray();
            json.writeStringProperty("debits", charted.debits().toString());
            json.writeStringProperty("credits", charted.credits().toString());
        });
    }

    /// Accounts of ours that a chart forgets, in words.
    static List<String> forgotten(Charted charted) {
        return charted.forgotten().entrySet().stream()
                .map(entry -> entry.getKey() + " (" + entry.getValue() + ")")
                .toList();
    }
}
