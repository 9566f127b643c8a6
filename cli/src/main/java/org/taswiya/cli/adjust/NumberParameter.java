package org.taswiya.cli.adjust;

import java.util.Optional;
import org.taswiya.store.adjustment.StoredAdjustment;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/// The number of an adjustment as it is typed: AJ0000000017, or 17.
final class NumberParameter {
    private NumberParameter() {}

    static long parse(CommandSpec spec, String text) {
        Optional<Long> number = StoredAdjustment.parse(text);
        if (number.isPresent()) {
            return number.get();
        }
        if (text.matches("[0-9]{1,10}")) {
            return Long.parseLong(text);
        }
        throw new ParameterException(
                spec.commandLine(), "'" + text + "' is no adjustment; expected one as AJ0000000017");
    }
}
