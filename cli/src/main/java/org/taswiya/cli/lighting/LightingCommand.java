package org.taswiya.cli.lighting;

import org.taswiya.cli.command.CommandGroup;
import picocli.CommandLine.Command;

/// `taswiya lighting`: lamps that no meter counts.
@Command(
        name = "lighting",
        description = "Tells how long street lamps burn, what they use without a meter, and by what they are billed.",
        subcommands = {
            LightingHoursCommand.class,
            LightingUsageCommand.class,
            LightingTakeCommand.class,
            LightingLampsCommand.class
        },
        footer = {
            "",
            "Each tells more about itself:",
            "  ./taswiya lighting hours --help",
            "  ./taswiya lighting usage --help",
            "  ./taswiya lighting take --help",
            "  ./taswiya lighting lamps --help"
        })
public final class LightingCommand extends CommandGroup {}
