package org.taswiya.web.page;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import org.taswiya.core.customer.Language;
import org.taswiya.core.quantity.Money;
import org.taswiya.web.page.TypedMoney.Read;
import org.taswiya.web.page.TypedMoney.Refused;
import org.taswiya.web.page.TypedMoney.Why;

/// How the number of an amount is read, and what may stand beside it.
final class AmountDigits {
    static final Pattern PARTS =
            Pattern.compile("(?<before>[^0-9]*)(?<number>[0-9]([0-9 .,\u066b\u066c]*[0-9])?)(?<after>[^0-9]*)");

    /// The sign between thousands is one and the same.
    private static final Pattern GROUPED = Pattern.compile("[0-9]{1,3}(?:([ .,\u066c])[0-9]{3})(?:\\1[0-9]{3})*");

    private static final Pattern DIGITS = Pattern.compile("[0-9]+");
    private static final int WHOLE_MOST = 9;
    private static final int HUNDREDTHS = 2;
    private static final int GROUP = 3;

    private AmountDigits() {}

    static TypedMoney parse(String number, String typed) {
        int last = Math.max(number.lastIndexOf('.'), Math.max(number.lastIndexOf(','), number.lastIndexOf('\u066b')));
        if (last < 0 || isBetweenThousands(number, last)) {
            return whole(number, "", typed);
        }
        String whole = number.substring(0, last);
        String rest = number.substring(last + 1);
        if (rest.length() == GROUP && number.charAt(last) != '\u066b' && whole.matches("[1-9][0-9]{0,2}")) {
            return new Refused(Why.EITHER, whole + rest);
        }
        if (rest.length() > HUNDREDTHS && DIGITS.matcher(rest).matches()) {
            return new Refused(Why.HUNDREDTHS, typed);
        }
        return whole.indexOf(number.charAt(last)) < 0 ? whole(whole, rest, typed) : new Refused(Why.NONE, typed);
    }

    /// One that stands there twice stands between thousands: `1.000.000`.
    private static boolean isBetweenThousands(String number, int last) {
        return number.indexOf(number.charAt(last)) < last
                && GROUPED.matcher(number).matches();
    }

    private static TypedMoney whole(String whole, String hundredths, String typed) {
        if (!DIGITS.matcher(whole).matches() && !GROUPED.matcher(whole).matches()
                || !hundredths.isEmpty() && !DIGITS.matcher(hundredths).matches()) {
            return new Refused(Why.NONE, typed);
        }
        String digits = whole.replaceAll("[^0-9]", "");
        if (digits.length() > WHOLE_MOST) {
            return new Refused(Why.LARGE, typed);
        }
        Money amount = Money.parse(hundredths.isEmpty() ? digits : digits + "." + hundredths);
        return amount.signum() > 0 ? new Read(amount) : new Refused(Why.ZERO, typed);
    }

    /// Whether it is how the currency is called in one of the languages, or nothing.
    static boolean isNamed(String name, String currency) {
        String plain = name.replaceAll("[ .,\\p{M}]", "").toLowerCase(Locale.ROOT);
        return plain.isEmpty()
                || plain.equals(currency.toLowerCase(Locale.ROOT))
                || Arrays.stream(Language.values())
                        .map(language -> PageTexts.of(language).text("amount.names"))
                        .flatMap(names -> Arrays.stream(names.split(" ")))
                        .anyMatch(one -> one.equals(currency + ":" + plain));
    }
}
