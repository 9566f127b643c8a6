package org.taswiya.cli.message;

import org.taswiya.cli.command.CommandGroup;
import picocli.CommandLine.Command;

/// `taswiya contact`: how customers are reached.
@Command(
        name = "contact",
        description =
                "Says by which channels the customer of an account is reached and what they want to be told; confirms"
                        + " addresses.",
        subcommands = {
            ContactSetCommand.class,
            ContactConfirmCommand.class,
            ContactPreferCommand.class,
            ContactShowCommand.class,
            ContactBouncedCommand.class,
            ContactCoverageCommand.class
        },
        footer = {
            "",
            "Each tells more about itself:",
            "  ./taswiya contact set --help",
            "  ./taswiya contact confirm --help",
            "  ./taswiya contact prefer --help",
            "  ./taswiya contact show --help",
            "  ./taswiya contact bounced --help",
            "  ./taswiya contact coverage --help"
        })
public final class ContactCommand extends CommandGroup {}
