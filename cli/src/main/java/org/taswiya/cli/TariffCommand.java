package org.taswiya.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `taswiya tariff`: what can be done with price books.
@Command(
        name = "tariff",
        description = "Works on price books.",
        subcommands = {TariffCheckCommand.class})
final class TariffCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return Taswiya.WRONG_USAGE;
    }
}
