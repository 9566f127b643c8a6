package org.taswiya.web.console.act;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.customer.TypedText;
import org.taswiya.core.quantity.Money;
import org.taswiya.store.arrangement.RequestChannel;
import org.taswiya.web.page.TypedDay;
import org.taswiya.web.page.TypedMoney;

/// Instalments as they were typed.
///
/// @param down empty for nothing at once
/// @param first empty for the rules' own day
public record TypedArrangement(String months, String down, String first, String channel, String why) {
    private static final int LONGEST = 500;

    static TypedArrangement of(HttpServletRequest request) {
        return new TypedArrangement(
                Desk.typed(request, "months"),
                Desk.typed(request, "down"),
                Desk.typed(request, "first"),
                Desk.typed(request, "channel"),
                Desk.typed(request, "why"));
    }

    /// By telephone where nothing was said.
    TypedArrangement orUsual() {
        return channel.isEmpty() ? new TypedArrangement(months, down, first, RequestChannel.PHONE.code(), why) : this;
    }

    /// What it says; absent where a field is at fault.
    ///
    /// @param first null for the rules' own day
    record Said(int months, Money down, @Nullable LocalDate first, RequestChannel channel) {}

    /// The first field that nobody can make anything of; empty for none.
    ///
    /// @param currency of all amounts
    String fault(String currency) {
        if (!TypedText.plain(months).matches("[0-9]{1,3}")) {
            return "months";
        }
        if (downSaid(currency).isEmpty()) {
            return "down";
        }
        if (!first.isBlank() && firstSaid().isEmpty()) {
            return "first";
        }
        if (RequestChannel.ofCode(channel).isEmpty()) {
            return "channel";
        }
        return why.isBlank() || why.length() > LONGEST ? "why" : "";
    }

    /// Only where no field is at fault.
    Said said(String currency) {
        return new Said(
                Integer.parseInt(TypedText.plain(months)),
                downSaid(currency).orElseThrow(),
                firstSaid().orElse(null),
                RequestChannel.ofCode(channel).orElseThrow());
    }

    private Optional<Money> downSaid(String currency) {
        String plain = TypedText.plain(down);
        return plain.isEmpty() || plain.matches("0+([.,]0*)?")
                ? Optional.of(Money.ZERO)
                : TypedMoney.amount(down, currency);
    }

    private Optional<LocalDate> firstSaid() {
        return TypedDay.parse(first);
    }
}
