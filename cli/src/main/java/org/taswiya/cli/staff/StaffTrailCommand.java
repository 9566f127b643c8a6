package org.taswiya.cli.staff;

import org.taswiya.cli.command.CommandGroup;
import picocli.CommandLine.Command;

/// `taswiya staff trail`: what staff did.
@Command(
        name = "trail",
        description = "Looks after the trail of what staff did at the console.",
        subcommands = StaffTrailCheckCommand.class,
        footer = {"", "It tells more about itself:", "  ./taswiya staff trail check --help"})
final class StaffTrailCommand extends CommandGroup {}
