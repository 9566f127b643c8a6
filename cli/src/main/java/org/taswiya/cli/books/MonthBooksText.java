package org.taswiya.cli.books;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.taswiya.cli.terminal.Currency;
import org.taswiya.cli.terminal.Look;
import org.taswiya.cli.terminal.TextTable;
import org.taswiya.core.quantity.Money;
import org.taswiya.deliver.json.JsonLine;
import org.taswiya.store.books.MonthBooks;
import org.taswiya.store.books.MonthBooks.Booked;
import org.taswiya.store.books.MonthBooks.Revenue;
import org.taswiya.store.books.MonthBooks.TaxAtRate;
import tools.jackson.core.JsonGenerator;

/// The revenue and the taxes of a month in two tables, each down to what the ledger has.
///
/// @param valueAdded the codes of the taxes that are reckoned on lines
record MonthBooksText(MonthBooks books, Set<String> valueAdded, Currency currency) {
    private static final String TOGETHER = "together";

    MonthBooksText {
        valueAdded = new TreeSet<>(valueAdded);
    }

    List<String> lines(Look look) {
        List<String> lines = new ArrayList<>();
        lines.add("Revenue of " + books.month() + " before tax, " + currency.word());
        lines.addAll(revenue(look));
        lines.add("");
        lines.add("Taxes of " + books.month() + ", " + currency.word());
        lines.addAll(taxes(look));
        return lines;
    }

    private List<String> revenue(Look look) {
        List<String> classes = books.revenue().stream()
                .map(Revenue::customerClass)
                .distinct()
                .sorted()
                .toList();
        List<String> head = new ArrayList<>(List.of(""));
        head.addAll(classes);
        head.add(TOGETHER);
        TextTable table = new TextTable(look, "  ", head.toArray(String[]::new));
        byName().forEach((name, nets) -> {
            List<String> cells = new ArrayList<>(List.of(name));
            classes.forEach(of -> cells.add(nets.containsKey(of) ? currency.amount(nets.get(of)) : ""));
            cells.add(currency.amount(sum(nets.values().stream().toList())));
            table.row(cells.toArray(String[]::new));
        });
        add(table, "not told apart", books.revenueNotToldApart(), head.size(), true);
        Money closing = sum(books.booked().stream()
                .filter(Booked::isRevenue)
                .map(Booked::closing)
                .toList());
        add(table, "closing: supplied and not billed, less taken back", closing, head.size(), true);
        Money adjusted = sum(books.booked().stream()
                .filter(Booked::isRevenue)
                .map(Booked::adjusted)
                .toList());
        add(table, "adjusted", adjusted, head.size(), true);
        Money others = sum(books.booked().stream()
                .filter(Booked::isRevenue)
                .map(Booked::others)
                .toList());
        add(table, "booked otherwise", others, head.size(), true);
        add(table, "in the ledger", books.revenueBooked(), head.size(), false);
        return table.lines();
    }

    /// By service, component and block, then by class.
    private Map<String, Map<String, Money>> byName() {
        Map<String, Map<String, Money>> byName = new TreeMap<>();
        for (Revenue one : books.revenue()) {
            String name = one.service() + " " + one.component() + (one.block() == 0 ? "" : ", block " + one.block());
            byName.computeIfAbsent(name, _ -> new TreeMap<>()).merge(one.customerClass(), one.net(), Money::plus);
        }
        return byName;
    }

    private void add(TextTable table, String name, Money amount, int columns, boolean isOptional) {
        if (isOptional && amount.isZero()) {
            return;
        }
        List<String> cells = new ArrayList<>(List.of(name));
        while (cells.size() < columns - 1) {
            cells.add("");
        }
        cells.add(currency.amount(amount));
        table.row(cells.toArray(String[]::new));
    }

    private List<String> taxes(Look look) {
        TextTable table = new TextTable(look, "  ", "", "base", "tax");
        for (TaxAtRate one : books.valueAdded()) {
            table.row(
                    String.join(", ", valueAdded) + " at " + percent(one) + " %",
                    currency.amount(one.base()),
                    currency.amount(one.tax()));
        }
        if (!books.taxNotToldApart(valueAdded).isZero()) {
            table.row("not told apart", "", currency.amount(books.taxNotToldApart(valueAdded)));
        }
        for (Booked one : books.booked()) {
            if (!one.isRevenue()) {
                table.row(one.tax() + " in the ledger", "", currency.amount(one.all()));
            }
        }
        return table.lines();
    }

    private static String percent(TaxAtRate one) {
        return new BigDecimal(one.rate().toString())
                .movePointRight(2)
                .stripTrailingZeros()
                .toPlainString();
    }

    private static Money sum(List<Money> amounts) {
        return amounts.stream().reduce(Money.ZERO, Money::plus);
    }

    String json() {
        return JsonLine.object(json -> {
            json.writeStringProperty("month", books.month().toString());
            writeRevenue(json);
            writeTaxes(json);
            writeBooked(json);
        });
    }

    private void writeRevenue(JsonGenerator json) {
        json.writeArrayPropertyStart("revenue");
        for (Revenue one : books.revenue()) {
            json.writeStartObject();
            json.writeStringProperty("service", one.service());
            json.writeStringProperty("class", one.customerClass());
            json.writeStringProperty("component", one.component());
            if (one.block() > 0) {
                json.writeNumberProperty("block", one.block());
            }
            json.writeStringProperty("net", one.net().toString());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeStringProperty(
                "revenueNotToldApart", books.revenueNotToldApart().toString());
    }

    private void writeTaxes(JsonGenerator json) {
        json.writeArrayPropertyStart("taxes");
        for (TaxAtRate one : books.valueAdded()) {
            json.writeStartObject();
            json.writeStringProperty("rate", one.rate().toString());
            json.writeStringProperty("base", one.base().toString());
            json.writeStringProperty("tax", one.tax().toString());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeStringProperty(
                "taxNotToldApart", books.taxNotToldApart(valueAdded).toString());
    }

    private void writeBooked(JsonGenerator json) {
        json.writeArrayPropertyStart("booked");
        for (Booked one : books.booked()) {
            json.writeStartObject();
            json.writeStringProperty("account", one.account().name());
            json.writeStringProperty("bills", one.bills().toString());
            json.writeStringProperty("closing", one.closing().toString());
            json.writeStringProperty("adjusted", one.adjusted().toString());
            json.writeStringProperty("others", one.others().toString());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
