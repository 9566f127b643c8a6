package org.taswiya.cli.collector;

import org.taswiya.cli.command.CommandGroup;
import picocli.CommandLine.Command;

/// `taswiya collector`: networks that take money for the utility.
@Command(
        name = "collector",
        description =
                "Networks that take money for the utility: keys, the door they ask at, statements, reconciliation,"
                        + " remittances.",
        subcommands = {
            CollectorAddCommand.class,
            CollectorWithdrawCommand.class,
            CollectorListCommand.class,
            CollectorServeCommand.class,
            CollectorStatementCommand.class,
            CollectorReconcileCommand.class,
            CollectorRemitCommand.class,
            CollectorSimulateCommand.class
        },
        footer = {
            "",
            "Each tells more about itself:",
            "  ./taswiya collector add --help",
            "  ./taswiya collector withdraw --help",
            "  ./taswiya collector list --help",
            "  ./taswiya collector serve --help",
            "  ./taswiya collector statement --help",
            "  ./taswiya collector reconcile --help",
            "  ./taswiya collector remit --help",
            "  ./taswiya collector simulate --help"
        })
public final class CollectorCommand extends CommandGroup {}
