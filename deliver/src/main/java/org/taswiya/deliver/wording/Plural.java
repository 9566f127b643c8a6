package org.taswiya.deliver.wording;

import java.math.BigInteger;
import org.taswiya.core.customer.Language;
import org.taswiya.core.quantity.Decimal;

/// Which form of a word goes with a number, by the rules and names of Unicode's CLDR.
final class Plural {

    private static final BigInteger HUNDRED = BigInteger.valueOf(100);

    private Plural() {}

    static String of(Language language, Decimal value) {
        Decimal size = value.signum() < 0 ? value.negated() : value;
        return switch (language) {
            case EN -> size.equals(Decimal.ONE) ? "one" : "other";
            case FR -> size.compareTo(Decimal.of(2)) < 0 ? "one" : "other";
            case AR -> arabic(size);
        };
    }

    private static String arabic(Decimal size) {
        if (size.scale() > 0) {
            return "other";
        }
        if (size.unscaled() <= 2) {
            return size.unscaled() == 0 ? "zero" : size.unscaled() == 1 ? "one" : "two";
        }
        int last = BigInteger.valueOf(size.unscaled()).mod(HUNDRED).intValue();
        return last < 3 ? "other" : last <= 10 ? "few" : "many";
    }
}
