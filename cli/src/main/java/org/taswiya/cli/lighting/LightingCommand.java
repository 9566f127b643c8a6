package org.taswiya.cli.lighting;

import org.taswiya.cli.command.CommandGroup;
import picocli.CommandLine.Command;

/// `taswiya lighting`: lamps that no meter counts.
@Command(
        name = "lighting",
        description = "Tells how long street lamps burn and what they use without a meter.",
        subcommands = {LightingHoursCommand.class, LightingUsageCommand.class},
        footer = {
            "",
            "Each tells more about itself:",
            "  ./taswiya lighting hours --help",
            "  ./taswiya lighting usage --help"
        })
public final class LightingCommand extends CommandGroup {}
