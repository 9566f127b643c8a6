package org.taswiya.cli.outage;

import org.taswiya.cli.command.CommandGroup;
import picocli.CommandLine.Command;

/// `taswiya outage`: planned interruptions.
@Command(
        name = "outage",
        description = "Plans interruptions of a service, changes and ends them, and tells everybody who is served"
                + " there, and nobody else.",
        subcommands = {
            OutagePlanCommand.class,
            OutageChangeCommand.class,
            OutageEndCommand.class,
            OutageCancelCommand.class,
            OutageNotifyCommand.class,
            OutageListCommand.class,
            OutageShowCommand.class
        },
        footer = {
            "",
            "Each tells more about itself:",
            "  ./taswiya outage plan --help",
            "  ./taswiya outage notify --help",
            "  ./taswiya outage end --help"
        })
public final class OutageCommand extends CommandGroup {}
