package org.taswiya.cli.budget;

import org.taswiya.core.quantity.Money;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// An amount on the command line.
final class MoneyOption implements ITypeConverter<Money> {
    @Override
    public Money convert(String text) {
        try {
            return Money.parse(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(
                    "'" + text + "' is no amount of money; expected one such as 215 or 215.50");
        }
    }
}
