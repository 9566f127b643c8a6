package org.taswiya.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `taswiya run`: what can be done with billing runs.
@Command(
        name = "run",
        description = "Shows billing runs, goes on with one or gives one up.",
        subcommands = {RunListCommand.class, RunShowCommand.class, RunResumeCommand.class, RunCancelCommand.class})
final class RunCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return Taswiya.WRONG_USAGE;
    }
}
