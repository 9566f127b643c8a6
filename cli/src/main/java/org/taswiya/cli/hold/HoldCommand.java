package org.taswiya.cli.hold;

import org.taswiya.cli.command.CommandGroup;
import picocli.CommandLine.Command;

/// `taswiya hold`: bills that wait for a person.
@Command(
        name = "hold",
        description = "Shows the agreements whose bill waits for a person, and lets it leave: released, on a corrected"
                + " reading, or on another estimate. `bill --released` then bills them off the cycle.",
        subcommands = {
            HoldListCommand.class,
            HoldReleaseCommand.class,
            HoldCorrectCommand.class,
            HoldReEstimateCommand.class
        },
        footer = {
            "",
            "Each tells more about itself:",
            "  ./taswiya hold list --help",
            "  ./taswiya hold release --help",
            "  ./taswiya hold correct --help",
            "  ./taswiya hold re-estimate --help"
        })
public final class HoldCommand extends CommandGroup {}
