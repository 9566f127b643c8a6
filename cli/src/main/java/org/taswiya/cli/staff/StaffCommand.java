package org.taswiya.cli.staff;

import org.taswiya.cli.command.CommandGroup;
import picocli.CommandLine.Command;

/// `taswiya staff`: who signs in to the agents' console.
@Command(
        name = "staff",
        description = "Says who of the utility signs in to the agents' console, and what they may do there.",
        subcommands = {
            StaffAddCommand.class,
            StaffListCommand.class,
            StaffDisableCommand.class,
            StaffResetCommand.class,
            StaffKnownAsCommand.class,
            StaffTrailCommand.class
        },
        footer = {
            "",
            "Each tells more about itself:",
            "  ./taswiya staff add --help",
            "  ./taswiya staff trail check --help"
        })
public final class StaffCommand extends CommandGroup {}
