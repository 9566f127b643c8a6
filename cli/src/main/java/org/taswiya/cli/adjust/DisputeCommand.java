package org.taswiya.cli.adjust;

import org.taswiya.cli.command.CommandGroup;
import picocli.CommandLine.Command;

/// `taswiya dispute`: what customers do not accept.
@Command(
        name = "dispute",
        description = "What a customer disputes of a bill: not dunned while it is open, adjusted when it is upheld.",
        subcommands = {
            DisputeOpenCommand.class,
            DisputeResolveCommand.class,
            DisputeListCommand.class,
            DisputeShowCommand.class
        },
        footer = {
            "",
            "Each tells more about itself:",
            "  ./taswiya dispute open --help",
            "  ./taswiya dispute resolve --help",
            "  ./taswiya dispute list --help",
            "  ./taswiya dispute show --help"
        })
public final class DisputeCommand extends CommandGroup {}
