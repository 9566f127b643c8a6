package org.taswiya.cli.command;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.taswiya.cli.terminal.Currency;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Which currency a command writes into what leaves the utility: what it is told, else what the price books name.
public final class CurrencyOption {
    private static final Pattern CODE = Pattern.compile("[A-Z]{3}");

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    private @Nullable String code;

    @Option(
            names = "--currency",
            paramLabel = "CODE",
            description = "The ISO code of the money. Default: that of the price books.")
    void set(String named) {
        if (!CODE.matcher(named).matches()) {
            throw new ParameterException(
                    spec.commandLine(), "--currency is '" + named + "'; expected three capital letters such as MAD");
        }
        code = named;
    }

    /// @throws ParameterException when neither an option nor a price book names one
    public String code(Currency ofBooks) {
        if (code == null && ofBooks.code().isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "no price book at hand names one currency; name it with --currency CODE, or the folder of the"
                            + " price books with --utilities FOLDER");
        }
        return code == null ? ofBooks.code() : code;
    }
}
