package org.taswiya.cli.bank;

import org.taswiya.cli.command.CommandGroup;
import picocli.CommandLine.Command;

/// `taswiya bank`: the utility's accounts at banks.
@Command(
        name = "bank",
        description = "States the accounts that the utility has at banks; takes what banks say of orders.",
        subcommands = {BankAddCommand.class, BankListCommand.class, BankStatusCommand.class},
        footer = {
            "",
            "Each tells more about itself:",
            "  ./taswiya bank add --help",
            "  ./taswiya bank list --help",
            "  ./taswiya bank status --help"
        })
public final class BankCommand extends CommandGroup {}
