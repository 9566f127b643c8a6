package org.taswiya.web.page;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import org.taswiya.core.customer.TypedText;
import org.taswiya.core.quantity.Money;

/// An amount as people type it: what can be meant in one way only is taken, all else is refused with a reason.
public sealed interface TypedMoney {
    /// @param amount above zero
    record Read(Money amount) implements TypedMoney {}

    /// @param found what it is about, as it was typed
    record Refused(Why why, String found) implements TypedMoney {}

    /// Why it is no amount.
    enum Why {
        /// Nothing like a number.
        NONE,
        /// Nothing, or less.
        ZERO,
        /// `1.000` and `1,000`: one thousand to some, one to others. What is found is the number without the sign.
        EITHER,
        /// More than two digits after the sign before them.
        HUNDREDTHS,
        /// What stands beside the number is not the name of the currency.
        BESIDE,
        /// Longer than any amount here.
        LARGE;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// With a comma or a point before the hundredths, with spaces, commas or points between thousands, in Western or
    /// Arabic digits, with the name of the currency before or after it.
    ///
    /// @param currency the ISO code of the money that is meant
    static TypedMoney parse(String typed, String currency) {
        Matcher parts = AmountDigits.PARTS.matcher(TypedText.plain(typed).replaceAll(" +", " "));
        if (!parts.matches()) {
            return new Refused(Why.NONE, typed.strip());
        }
        String before = parts.group("before").strip();
        String after = parts.group("after").strip();
        if (before.startsWith("-") || before.startsWith("\u2212")) {
            return new Refused(Why.ZERO, typed.strip());
        }
        if (!before.isEmpty() && !after.isEmpty() || !AmountDigits.isNamed(before + after, currency)) {
            return new Refused(Why.BESIDE, (before + " " + after).strip());
        }
        return AmountDigits.parse(parts.group("number"), typed.strip());
    }

    /// The amount alone, for who has said before why there is none.
    static Optional<Money> amount(String typed, String currency) {
        return parse(typed, currency) instanceof Read(var amount) ? Optional.of(amount) : Optional.empty();
    }

    /// Why an amount was not taken, in the words of a page.
    ///
    /// @param empty the text for where nothing was typed, and where what was typed is an amount
    static String fault(Frame frame, String typed, String empty) {
        if (typed.isBlank() || !(parse(typed, frame.figures().currencyCode()) instanceof Refused(var why, var found))) {
            return frame.text(empty);
        }
        return frame.text(
                "amount.fault." + why.code(),
                "found",
                frame.figures().foreign(found),
                "typed",
                frame.figures().foreign(typed.strip()),
                "currency",
                frame.figures().currency());
    }
}
