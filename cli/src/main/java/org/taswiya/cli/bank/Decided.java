package org.taswiya.cli.bank;

import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.Refusals;
import org.taswiya.store.bank.DecisionAnswer;
import picocli.CommandLine.Model.CommandSpec;

/// Says what came of what a person wanted.
final class Decided {
    private Decided() {}

    /// @param what in front of what was done
    static int say(CommandSpec spec, String what, DecisionAnswer answer) {
        return switch (answer) {
            case DecisionAnswer.Done(var said) -> {
                spec.commandLine().getOut().println(what + said);
                spec.commandLine().getOut().flush();
                yield ExitCode.GOOD;
            }
            case DecisionAnswer.Refused(var reason, var found) -> Refusals.tell(spec, reason.code(), found);
        };
    }
}
