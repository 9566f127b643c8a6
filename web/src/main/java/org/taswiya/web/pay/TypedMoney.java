package org.taswiya.web.pay;

import java.util.Optional;
import java.util.regex.Pattern;
import org.taswiya.core.quantity.Money;

/// An amount as people type it.
public final class TypedMoney {
    private static final Pattern SPACES = Pattern.compile("[\\s\u00a0\u202f]");
    private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,2})?");

    private TypedMoney() {}

    /// With a comma or a point before the hundredths, with spaces between thousands, in Western or Arabic digits.
    ///
    /// @return empty for what is none, and for nothing or less
    public static Optional<Money> parse(String typed) {
        StringBuilder plain = new StringBuilder();
        SPACES.matcher(typed).replaceAll("").codePoints().forEach(sign -> {
            int digit = Character.digit(sign, 10);
            if (digit >= 0) {
                plain.append(digit);
            } else {
                plain.appendCodePoint(sign == ',' || sign == '\u066b' ? '.' : sign);
            }
        });
        return AMOUNT.matcher(plain).matches()
                ? Optional.of(Money.parse(plain.toString())).filter(amount -> amount.signum() > 0)
                : Optional.empty();
    }
}
