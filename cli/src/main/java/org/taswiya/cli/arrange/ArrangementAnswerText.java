package org.taswiya.cli.arrange;

import java.io.PrintWriter;
import java.time.LocalDate;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.Refusals;
import org.taswiya.cli.terminal.Currency;
import org.taswiya.deliver.json.JsonLine;
import org.taswiya.store.arrangement.ArrangementAnswer;
import picocli.CommandLine.Model.CommandSpec;

/// Says what became of a decision.
final class ArrangementAnswerText {
    private ArrangementAnswerText() {}

    /// @param on the day as of which it is told how the arrangement stands
    /// @return the exit code
    static int say(
            CommandSpec spec,
            ArrangementAnswer answer,
            LocalDate on,
            boolean isTrial,
            boolean json,
            Currency currency) {
        return switch (answer) {
            case ArrangementAnswer.Done(var stored) -> {
                PrintWriter out = spec.commandLine().getOut();
                if (json) {
                    out.println(JsonLine.object(object -> {
                        ArrangeText.arrangement(object, stored, on);
                        object.writeBooleanProperty("isStored", !isTrial);
                    }));
                } else {
                    out.println(
                            (isTrial ? "Nothing stored; it would be " : "") + ArrangeText.line(stored, on, currency));
                    ArrangeText.schedule(stored.arrangement().schedule(), currency)
                            .forEach(out::println);
                }
                out.flush();
                yield ExitCode.GOOD;
            }
            case ArrangementAnswer.Refused(var reason, var found) -> Refusals.tell(spec, reason.code(), found);
        };
    }
}
