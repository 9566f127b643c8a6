package org.taswiya.cli.books;

import org.taswiya.cli.command.CommandGroup;
import org.taswiya.cli.payment.LedgerAgeCommand;
import org.taswiya.cli.payment.LedgerCheckCommand;
import picocli.CommandLine.Command;

/// `taswiya ledger`: what can be done with the ledger.
@Command(
        name = "ledger",
        description = "Shows the ledger.",
        subcommands = {
            LedgerExportCommand.class,
            LedgerBalanceCommand.class,
            LedgerMonthCommand.class,
            LedgerAgeCommand.class,
            LedgerCheckCommand.class
        },
        footer = {
            "",
            "Each tells more about itself:",
            "  ./taswiya ledger export --help",
            "  ./taswiya ledger balance --help",
            "  ./taswiya ledger month --help",
            "  ./taswiya ledger age --help",
            "  ./taswiya ledger check --help"
        })
public final class LedgerCommand extends CommandGroup {}
