package org.taswiya.cli.interval;

import org.taswiya.cli.command.CommandGroup;
import picocli.CommandLine.Command;

/// `taswiya intervals`: what registers counted from quarter to quarter of an hour.
@Command(
        name = "intervals",
        description = "Keeps what registers counted interval by interval, and sums it by time bands and peaks.",
        subcommands = {IntervalsLoadCommand.class, IntervalsSumCommand.class, IntervalsPackCommand.class},
        footer = {
            "",
            "Each tells more about itself:",
            "  ./taswiya intervals load --help",
            "  ./taswiya intervals sum --help"
        })
public final class IntervalsCommand extends CommandGroup {}
