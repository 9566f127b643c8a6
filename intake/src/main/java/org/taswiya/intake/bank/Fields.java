package org.taswiya.intake.bank;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.quantity.Money;
import org.taswiya.intake.json.Quoted;
import org.taswiya.intake.xml.XmlNode;

/// Values as the schemas write them.
final class Fields {
    private static final Pattern AMOUNT = Pattern.compile("[+-]?(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)");
    private static final int DIGITS_MAX = 18;
    private static final int DECIMALS_MAX = 5;
    private static final int DECIMALS = 2;
    private static final int DATE_LENGTH = 10;

    private Fields() {}

    /// An amount with its sign. The schema allows five decimals whatever the currency: `18.150` is 18.15 and exact,
    /// while `18.155` is not there to be had in a currency of two decimals.
    ///
    /// @param in which has the amount as `Amt` and its direction as `CdtDbtInd`
    static Money signed(XmlNode in, String currency) {
        Money amount = amount(required(in, "Amt"), currency);
        return switch (required(in, "CdtDbtInd").text()) {
            case "CRDT" -> amount;
            case "DBIT" -> amount.negated();
            case String other ->
                throw new BankRefused(
                        in.line(), BankFault.BAD_VALUE, "found " + Quoted.of(other) + ", expected CRDT or DBIT");
        };
    }

    static Money amount(XmlNode node, String currency) {
        if (!currency.equals(node.currency())) {
            throw new BankRefused(
                    node.line(),
                    BankFault.OTHER_CURRENCY,
                    "found " + Quoted.of(String.valueOf(node.currency())) + ", expected " + currency
                            + ", the currency of the account");
        }
        String text = node.text();
        if (!AMOUNT.matcher(text).matches()) {
            throw new BankRefused(
                    node.line(), BankFault.BAD_VALUE, "found " + Quoted.of(text) + ", expected an amount as 350.50");
        }
        return exact(node, new BigDecimal(text));
    }

    private static Money exact(XmlNode node, BigDecimal value) {
        String found = "found " + Quoted.of(node.text());
        if (value.signum() < 0) {
            throw new BankRefused(
                    node.line(),
                    BankFault.NEGATIVE_AMOUNT,
                    found + "; an amount is zero or more, and CdtDbtInd says which way it goes");
        }
        if (value.scale() > DECIMALS_MAX || value.precision() > DIGITS_MAX) {
            throw new BankRefused(
                    node.line(), BankFault.BAD_VALUE, found + ", expected 18 digits and five decimals at most");
        }
        try {
            return Money.ofMinor(value.movePointRight(DECIMALS).longValueExact());
        } catch (ArithmeticException _) {
            throw new BankRefused(
                    node.line(),
                    BankFault.FINER_THAN_CURRENCY,
                    found + ", expected no more than two decimals that are not zero");
        }
    }

    /// The day of a date, or of a moment as the bank's own clock has it.
    static LocalDate day(XmlNode node) {
        String text = node.text("Dt", "DtTm");
        try {
            return LocalDate.parse(text.substring(0, Math.min(DATE_LENGTH, text.length())));
        } catch (DateTimeException _) {
            throw new BankRefused(
                    node.line(), BankFault.BAD_VALUE, "found " + Quoted.of(text) + ", expected a day as 2020-06-20");
        }
    }

    static boolean isTrue(@Nullable XmlNode node) {
        if (node == null) {
            return false;
        }
        return switch (node.text().toLowerCase(Locale.ROOT)) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default ->
                throw new BankRefused(
                        node.line(),
                        BankFault.BAD_VALUE,
                        "found " + Quoted.of(node.text()) + ", expected true or false");
        };
    }

    static XmlNode required(XmlNode in, String path) {
        XmlNode found = in.find(path);
        if (found == null) {
            throw BankRefused.missing(in, path);
        }
        return found;
    }
}
