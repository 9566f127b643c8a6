package org.taswiya.intake.tariff;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.tariff.BillDeterminants;
import org.taswiya.core.tariff.PaymentChannel;

/// A case with a known answer inside a book.
///
/// @param line where it begins, 1-based
/// @param use of the whole period, in the book's unit
/// @param households behind the meter, at least one
/// @param paidBy null when the way of paying does not matter
/// @param tolerance how far an amount may be from what is expected; blocks are exact
public record WorkedExample(
        String name,
        int line,
        DateRange period,
        BillDeterminants use,
        int households,
        @Nullable PaymentChannel paidBy,
        Decimal tolerance,
        List<Expectation> expectations) {

    public WorkedExample {
        expectations = List.copyOf(expectations);
    }

    /// How it is paid, when that matters.
    public Optional<PaymentChannel> paymentChannel() {
        return Optional.ofNullable(paidBy);
    }

    /// What an expectation is about.
    public enum Subject {
        NET,
        TAX,
        TOTAL,
        /// The net amount of one component.
        COMPONENT,
        /// The amount of one tax.
        TAX_CODE,
        /// The quantity in one block of the first component that has blocks.
        BLOCK
    }

    /// One expected figure with its place in the book.
    ///
    /// @param key the component, tax or block; empty for the sums
    public record Expectation(int line, int column, Subject subject, String key, Decimal value) {

        /// For a finding: `total`, `component energy`, `block 3`.
        String describe() {
            String word = switch (subject) {
                case NET -> "net";
                case TAX -> "tax";
                case TOTAL -> "total";
                case COMPONENT -> "component ";
                case TAX_CODE -> "tax ";
                case BLOCK -> "block ";
            };
            return word + key;
        }
    }
}
