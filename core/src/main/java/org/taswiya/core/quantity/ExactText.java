package org.taswiya.core.quantity;

import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Exact ratios as text that people can read and that is read back without loss: `12.5`, or `29 2701/9000` where no
/// decimals end.
public final class ExactText {
    private static final Pattern FORM = Pattern.compile(
            "(-?)([0-9]{1,15})(?:[.]([0-9]{1," + Decimal.SCALE_MAX + "}))?(?: ([0-9]{1,18})/([1-9][0-9]{0,17}))?");
    private static final BigInteger DECIMAL = BigInteger.TEN.pow(Decimal.SCALE_MAX);

    private ExactText() {}

    /// The text of a ratio; one of more than fifteen whole digits or a denominator of more than eighteen has a text
    /// too, which is not read back.
    public static String of(Fraction value) {
        if (DECIMAL.mod(value.reducedDenominator()).signum() == 0) {
            return value.toCanonicalText(Decimal.SCALE_MAX);
        }
        Fraction amount = value.signum() < 0 ? value.negated() : value;
        BigInteger whole = amount.floor();
        if (whole.bitLength() >= Long.SIZE) {
            return value.toString();
        }
        Fraction rest = amount.minus(Fraction.of(whole.longValueExact()));
        return (value.signum() < 0 ? "-" : "") + whole + " " + rest;
    }

    /// The ratio of a text; empty when it is none.
    public static Optional<Fraction> read(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches() || parts.group(3) != null && parts.group(4) != null) {
            return Optional.empty();
        }
        Fraction amount = Fraction.of(Long.parseLong(parts.group(2)));
        String decimals = parts.group(3);
        if (decimals != null) {
            amount = amount.plus(Fraction.of(Long.parseLong(decimals), Decimal.powerOfTen(decimals.length())));
        }
        if (parts.group(4) != null) {
            amount = amount.plus(Fraction.of(Long.parseLong(parts.group(4)), Long.parseLong(parts.group(5))));
        }
        return Optional.of((parts.group(1).isEmpty() ? amount : amount.negated()).reduced());
    }
}
