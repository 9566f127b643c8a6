package org.taswiya.cli.outage;

import java.time.LocalDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.WhyOption;
import org.taswiya.core.customer.Language;
import org.taswiya.core.message.OutageState;
import org.taswiya.store.Database;
import org.taswiya.store.outage.Outages;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Says something new of an outage that was planned: which one, and who says so.
final class OutageStep {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Parameters(paramLabel = "OUTAGE", description = "Its number.")
    private long number;

    @Mixin
    private WhyOption why;

    @Option(names = "--dry-run", description = "Only say what would be; store nothing.")
    private boolean isTrial;

    /// Writes its next version down.
    ///
    /// @param from null where it begins as it was said
    /// @param to null where it is over as it was said
    /// @return the exit code
    int make(
            OutageState state,
            @Nullable LocalDateTime from,
            @Nullable LocalDateTime to,
            Map<Language, String> reasons) {
        try (Database database = home.open()) {
            Outages.Said said = Outages.change(
                            database, number, state, from, to, reasons, OutageText.now(), why.now(), isTrial)
                    .orElseThrow(() -> new ParameterException(spec.commandLine(), "there is no outage " + number));
            OutageText.said(spec.commandLine(), said, isTrial);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
        return ExitCode.GOOD;
    }
}
