package org.taswiya.cli.books;

import org.taswiya.cli.command.CommandGroup;
import picocli.CommandLine.Command;

/// `taswiya ledger`: what can be done with the ledger.
@Command(
        name = "ledger",
        description = "Shows the ledger.",
        subcommands = {LedgerExportCommand.class, LedgerBalanceCommand.class},
        footer = {
            "",
            "Each tells more about itself:",
            "  ./taswiya ledger export --help",
            "  ./taswiya ledger balance --help"
        })
public final class LedgerCommand extends CommandGroup {}
