package org.taswiya.cli.agreement;

import org.taswiya.cli.command.CommandGroup;
import picocli.CommandLine.Command;

/// `taswiya deposit`: what customers leave with the utility.
@Command(
        name = "deposit",
        description = "Deposits of customers: claimed when they move in, paid as bills are, given back with interest"
                + " when they have left and their final bill is there.",
        subcommands = {DepositAskCommand.class, DepositListCommand.class, DepositReturnCommand.class},
        footer = {
            "",
            "Each tells more about itself:",
            "  ./taswiya deposit ask --help",
            "  ./taswiya deposit list --help",
            "  ./taswiya deposit return --help"
        })
public final class DepositCommand extends CommandGroup {}
