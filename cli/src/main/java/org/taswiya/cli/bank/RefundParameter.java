package org.taswiya.cli.bank;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/// A refund's name as it is typed.
final class RefundParameter {
    private RefundParameter() {}

    static long parse(CommandSpec spec, String text) {
        if (!text.matches("(RF)?[0-9]{1,10}")) {
            throw new ParameterException(
                    spec.commandLine(), "'" + text + "' is no refund; expected its name as RF0000000017");
        }
        return Long.parseLong(text.replace("RF", ""));
    }
}
