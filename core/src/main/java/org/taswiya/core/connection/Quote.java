package org.taswiya.core.connection;

import java.util.ArrayList;
import java.util.List;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Money;

/// What a new connection costs.
///
/// @param lines in the order of the services and their items, at least one
public record Quote(List<Line> lines) {

    /// One item of one service.
    ///
    /// @param item by its code in the rules
    /// @param net before tax
    /// @param taxRate as a share of one: 0.20 for 20 in 100
    /// @param tax rounded half up to the centime
    public record Line(String service, String item, Money net, Decimal taxRate, Money tax) {}

    public Quote {
        lines = List.copyOf(lines);
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("A quote of nothing");
        }
    }

    /// The items of one service.
    public static List<Line> lines(String service, ConnectionRules.Terms terms, Decimal taxRate) {
        List<Line> lines = new ArrayList<>();
        for (ConnectionRules.Item item : terms.items()) {
            Money tax = item.amount().toFraction().times(taxRate).toMoneyHalfUp();
            lines.add(new Line(service, item.code(), item.amount(), taxRate, tax));
        }
        return lines;
    }

    public Money net() {
        return lines.stream().map(Line::net).reduce(Money.ZERO, Money::plus);
    }

    public Money tax() {
        return lines.stream().map(Line::tax).reduce(Money.ZERO, Money::plus);
    }

    public Money total() {
        return net().plus(tax());
    }
}
