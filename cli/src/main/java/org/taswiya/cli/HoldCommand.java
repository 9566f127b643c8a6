package org.taswiya.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `taswiya hold`: bills that wait for a person.
@Command(
        name = "hold",
        description = "Shows the agreements whose bill waits for a person, and releases them.",
        subcommands = {HoldListCommand.class, HoldReleaseCommand.class})
final class HoldCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return Taswiya.WRONG_USAGE;
    }
}
