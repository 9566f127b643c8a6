package org.taswiya.web.page;

import java.util.Optional;
import java.util.regex.Pattern;
import org.taswiya.core.customer.TypedText;
import org.taswiya.core.quantity.Money;

/// An amount as people type it.
public final class TypedMoney {
    private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,2})?");

    private static final Pattern BETWEEN_THOUSANDS = Pattern.compile("(?<=[0-9])\u066c(?=[0-9]{3}(?![0-9]))");

    private TypedMoney() {}

    /// With a comma or a point before the hundredths, with spaces between thousands, in Western or Arabic digits. The
    /// Arabic sign between thousands is nothing else; a comma or a point there might be meant for hundredths.
    ///
    /// @return empty for what is none, and for nothing or less
    public static Optional<Money> parse(String typed) {
        String plain = BETWEEN_THOUSANDS
                .matcher(TypedText.plain(typed))
                .replaceAll("")
                .replace(" ", "")
                .replace(',', '.')
                .replace('\u066b', '.');
        return AMOUNT.matcher(plain).matches()
                ? Optional.of(Money.parse(plain)).filter(amount -> amount.signum() > 0)
                : Optional.empty();
    }
}
