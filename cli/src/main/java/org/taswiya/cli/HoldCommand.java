package org.taswiya.cli;

import picocli.CommandLine.Command;

/// `taswiya hold`: bills that wait for a person.
@Command(
        name = "hold",
        description = "Shows the agreements whose bill waits for a person, and releases them.",
        subcommands = {HoldListCommand.class, HoldReleaseCommand.class},
        footer = {"", "Each tells more about itself:", "  ./taswiya hold list --help", "  ./taswiya hold release --help"
        })
final class HoldCommand extends CommandGroup {}
