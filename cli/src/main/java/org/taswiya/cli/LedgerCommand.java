package org.taswiya.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `taswiya ledger`: what can be done with the ledger.
@Command(
        name = "ledger",
        description = "Shows the ledger.",
        subcommands = {LedgerExportCommand.class, LedgerBalanceCommand.class})
final class LedgerCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return Taswiya.WRONG_USAGE;
    }
}
