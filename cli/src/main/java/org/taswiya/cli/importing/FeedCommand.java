package org.taswiya.cli.importing;

import org.taswiya.cli.command.CommandGroup;
import picocli.CommandLine.Command;

/// `taswiya feed`: what can be done with feeds of intervals.
@Command(
        name = "feed",
        description = "Looks into feeds of intervals: Green Button and NEM12.",
        subcommands = {FeedShowCommand.class},
        footer = {"", "Each tells more about itself:", "  ./taswiya feed show --help"})
public final class FeedCommand extends CommandGroup {}
