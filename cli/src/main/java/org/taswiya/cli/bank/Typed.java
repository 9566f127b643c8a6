package org.taswiya.cli.bank;

import org.taswiya.core.bank.BankAccountNumber;
import org.taswiya.core.quantity.Money;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/// Amounts and numbers of accounts as they are typed.
final class Typed {
    private Typed() {}

    static Money money(CommandSpec spec, String text) {
        try {
            return Money.parse(text);
        } catch (NumberFormatException | ArithmeticException e) {
            throw new ParameterException(spec.commandLine(), "'" + text + "' is no amount; expected one as 350.50", e);
        }
    }

    static BankAccountNumber number(CommandSpec spec, String text) {
        return BankAccountNumber.parse(text)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "'" + text + "' is no IBAN and no RIB of 24 digits, or its check digits do not fit"));
    }
}
