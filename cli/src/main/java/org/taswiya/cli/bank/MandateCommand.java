package org.taswiya.cli.bank;

import org.taswiya.cli.command.CommandGroup;
import picocli.CommandLine.Command;

/// `taswiya mandate`: mandates of customers.
@Command(
        name = "mandate",
        description = "Keeps the mandates by which customers let the utility collect.",
        subcommands = {MandateAddCommand.class, MandateEndCommand.class, MandateListCommand.class},
        footer = {
            "",
            "Each tells more about itself:",
            "  ./taswiya mandate add --help",
            "  ./taswiya mandate end --help",
            "  ./taswiya mandate list --help"
        })
public final class MandateCommand extends CommandGroup {}
