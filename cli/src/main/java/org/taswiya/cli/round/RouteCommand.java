package org.taswiya.cli.round;

import org.taswiya.cli.command.CommandGroup;
import picocli.CommandLine.Command;

/// `taswiya route`: in which order meters are walked past.
@Command(
        name = "route",
        description = "Lays the routes that readers walk and shows them.",
        subcommands = {RouteLayCommand.class, RouteListCommand.class},
        footer = {"", "Each tells more about itself:", "  ./taswiya route lay --help", "  ./taswiya route list --help"})
public final class RouteCommand extends CommandGroup {}
