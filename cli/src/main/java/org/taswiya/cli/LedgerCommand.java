package org.taswiya.cli;

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
final class LedgerCommand extends CommandGroup {}
