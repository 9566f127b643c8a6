package org.taswiya.cli.suspension;

import org.taswiya.cli.command.CommandGroup;
import picocli.CommandLine.Command;

/// `taswiya suspension`: what is stopped by order.
@Command(
        name = "suspension",
        description = "Stops reading, delivery, collection or disconnection by order, in an area or everywhere; ends"
                + " it; and invites those whose meter is not read to read it themselves.",
        subcommands = {
            SuspensionStartCommand.class,
            SuspensionEndCommand.class,
            SuspensionListCommand.class,
            SuspensionInviteCommand.class
        },
        footer = {
            "",
            "Each tells more about itself:",
            "  ./taswiya suspension start --help",
            "  ./taswiya suspension end --help",
            "  ./taswiya suspension list --help",
            "  ./taswiya suspension invite --help"
        })
public final class SuspensionCommand extends CommandGroup {}
