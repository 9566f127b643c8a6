package org.taswiya.cli.customer;

import org.taswiya.cli.command.CommandGroup;
import picocli.CommandLine.Command;

/// `taswiya customer`: the rights of one customer.
@Command(
        name = "customer",
        description = "Hands out what the books have about one customer, forgets one, keeps identity numbers.",
        subcommands = {CustomerExportCommand.class, CustomerEraseCommand.class, IdentityCommand.class},
        footer = {
            "",
            "Each tells more about itself:",
            "  ./taswiya customer export --help",
            "  ./taswiya customer erase --help",
            "  ./taswiya customer identity --help"
        })
public final class CustomerCommand extends CommandGroup {}
