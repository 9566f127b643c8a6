package org.taswiya.cli.terminal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.taswiya.core.quantity.Money;

/// Numbers as a screen writes them: thousands set apart, so that a column can be read at a glance.
public final class Grouped {
    private static final int DIGITS_OF_A_GROUP = 3;

    private Grouped() {}

    /// How many of something: `1 bill`, `2,000 bills`.
    ///
    /// @param one the noun for one of them; `s` makes more
    public static String count(long count, String one) {
        return of(count) + " " + one + (count == 1 ? "" : "s");
    }

    public static String of(long whole) {
        return of(Long.toString(whole));
    }

    public static String of(Money money) {
        return of(money.toString());
    }

    static String of(BigDecimal amount) {
        return of(amount.toPlainString());
    }

    /// With a sign even above zero, where the direction matters: `+1,234.50`.
    public static String signed(Money money) {
        return (money.signum() > 0 ? "+" : "") + of(money);
    }

    /// What part is of a whole, with one decimal: `12.3`; a dash where there is no whole.
    public static String percent(BigDecimal part, BigDecimal whole) {
        return whole.signum() == 0
                ? "-"
                : part.movePointRight(2).divide(whole, 1, RoundingMode.HALF_UP).toPlainString();
    }

    public static String percent(long part, long whole) {
        return percent(BigDecimal.valueOf(part), BigDecimal.valueOf(whole));
    }

    /// What a difference is of an amount, with a sign even above zero.
    public static String signedPercent(Money difference, Money of) {
        String percent = percent(BigDecimal.valueOf(difference.minorUnits()), BigDecimal.valueOf(of.minorUnits()));
        return (difference.signum() > 0 && of.signum() > 0 ? "+" : "") + percent;
    }

    private static String of(String plain) {
        int point = plain.indexOf('.');
        StringBuilder text = new StringBuilder(plain);
        int least = plain.startsWith("-") ? 1 : 0;
        for (int at = (point < 0 ? plain.length() : point) - DIGITS_OF_A_GROUP; at > least; at -= DIGITS_OF_A_GROUP) {
            text.insert(at, ',');
        }
        return text.toString();
    }
}
