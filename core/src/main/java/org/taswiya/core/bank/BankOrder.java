package org.taswiya.core.bank;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.quantity.Money;

/// What a bank is asked to do: to send money, or to collect it.
///
/// @param name what the message and its one batch are called; no other order is called so
/// @param lines one or more, each with a name of its own
public record BankOrder(
        String name, LocalDateTime madeAt, Holder holder, String currency, LocalDate dueOn, List<Line> lines) {

    /// The utility at its bank.
    ///
    /// @param creditor under which it collects; null where it sends
    public record Holder(
            String name,
            BankAccountNumber number,
            String bic,
            @Nullable String creditor) {}

    /// One transfer or direct debit.
    ///
    /// @param endToEnd what it is called on all its way
    /// @param amount above zero
    /// @param text for the other side to read
    /// @param mandate null for a transfer
    public record Line(
            String endToEnd,
            Money amount,
            BankAccountNumber number,
            String party,
            String text,
            @Nullable MandateTerms mandate) {}

    /// @param isFirst whether nothing was collected with it before
    public record MandateTerms(String reference, LocalDate signedOn, boolean isFirst) {}

    public BankOrder {
        lines = List.copyOf(lines);
        Set<String> names = new HashSet<>();
        for (Line line : lines) {
            if (line.amount().signum() <= 0 || !names.add(line.endToEnd())) {
                throw new IllegalArgumentException(line + " is below zero, or called as another");
            }
        }
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("Order " + name + " asks for nothing");
        }
    }

    public Money total() {
        return lines.stream().map(Line::amount).reduce(Money.ZERO, Money::plus);
    }
}
