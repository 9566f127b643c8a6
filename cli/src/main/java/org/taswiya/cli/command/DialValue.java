package org.taswiya.cli.command;

import org.taswiya.core.quantity.Decimal;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/// What somebody says that a dial shows.
public final class DialValue {
    private DialValue() {}

    /// @param option that it was given by, such as `--reading`
    public static Decimal of(CommandSpec spec, String option, String text) {
        try {
            Decimal shown = Decimal.parse(text);
            if (shown.signum() >= 0) {
                return shown;
            }
        } catch (NumberFormatException _) {
            // said below, with what is below zero
        }
        throw new ParameterException(
                spec.commandLine(),
                option + " is " + text + "; expected what the dial shows, as 4711, never below zero");
    }
}
