package org.taswiya.web.api.read;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Money;
import org.taswiya.web.api.json.Says;

/// A part of a bill: a period, what was used in it, and what that costs.
public record BilledSegment(
        @Says("The first day.") LocalDate from,
        @Says("The day after the last.") LocalDate to,

        @Says("What the part is: usage that is billed now, or the difference to what was billed before.")
        String kind,

        @Says("What was used.") Decimal usage,
        @Says("What that costs, line by line.") List<BilledLine> lines,
        @Says("The taxes on it.") List<BilledTax> taxes,
        @Says("What of it this bill claims: less what earlier bills have claimed.") BilledAmounts claimed) {
    public BilledSegment {
        lines = List.copyOf(lines);
        taxes = List.copyOf(taxes);
    }

    /// One priced result.
    public record BilledLine(
            @Says("The component of the tariff.") String component,
            @Says("The block, from one on; absent for a charge without blocks.") @Nullable Integer block,
            @Says("The first day that it stands for.") LocalDate from,
            @Says("The day after the last.") LocalDate to,
            @Says("How much, exact to twelve decimals.") String quantity,
            @Says("Of what.") String unit,
            @Says("The price of one.") Decimal price,
            @Says("Days of the period that it stands for, such as 10/31; absent for all.") @Nullable String share,
            @Says("Quantity by price by share, rounded.") Money amount,
            @Says("Where the tariff states it.") String clause) {}

    /// A tax.
    public record BilledTax(
            @Says("Which tax.") String code,
            @Says("The share of the base; absent where it has blocks instead.") @Nullable Decimal rate,
            @Says("What is taxed: money, or a volume.") String base,
            @Says("The tax.") Money amount) {}

    /// What it comes to.
    public record BilledAmounts(
            @Says("Before taxes.") Money net,
            @Says("The taxes.") Money tax,
            @Says("Both.") Money total) {}
}
