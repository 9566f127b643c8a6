package org.taswiya.cli.payment;

import org.taswiya.core.receivables.ReceiptNumber;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/// A receipt's number as it is typed.
final class ReceiptParameter {
    private ReceiptParameter() {}

    static ReceiptNumber parse(CommandSpec spec, String text) {
        return ReceiptNumber.parse(text)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "'" + text + "' is no receipt number: an R, ten digits and the two letters that go with them"));
    }

    static ParameterException unknown(CommandSpec spec, String text) {
        return new ParameterException(spec.commandLine(), "there is no receipt " + text);
    }
}
