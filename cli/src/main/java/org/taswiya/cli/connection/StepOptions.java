package org.taswiya.cli.connection;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.Refusals;
import org.taswiya.cli.command.WhyOption;
import org.taswiya.cli.terminal.Currency;
import org.taswiya.deliver.json.JsonLine;
import org.taswiya.store.connection.ApplicationAnswer;
import org.taswiya.store.connection.ApplicationDecisions.Writing;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// When a step is taken, and who writes it down; and what is said of it.
final class StepOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(names = "--on", paramLabel = "DAY", description = "The day of the step. Default: today.")
    private @Nullable LocalDate on;

    @Mixin
    private WhyOption why;

    @Option(
            names = {"--dry-run", "--trial"},
            description = "Only say what would be; store nothing.")
    private boolean isTrial;

    @Option(names = "--json", description = "One JSON object.")
    private boolean json;

    Writing writing() {
        LocalDate today = LocalDate.now(ZoneId.systemDefault());
        return new Writing(on == null ? today : on, today, why.now(), isTrial);
    }

    boolean isJson() {
        return json;
    }

    /// @return the exit code
    int say(ApplicationAnswer answer, Currency currency) {
        return switch (answer) {
            case ApplicationAnswer.Done(var application) -> {
                PrintWriter out = spec.commandLine().getOut();
                if (json) {
                    out.println(JsonLine.object(object -> {
                        ConnectionText.application(object, application);
                        object.writeBooleanProperty("isStored", !isTrial);
                    }));
                } else {
                    out.println(ConnectionText.line(application, currency));
                    if (isTrial) {
                        out.println("Nothing was stored.");
                    }
                }
                out.flush();
                yield ExitCode.GOOD;
            }
            case ApplicationAnswer.Refused(var reason, var found) -> Refusals.tell(spec, reason.code(), found);
        };
    }
}
