package org.taswiya.cli.suspect;

import org.taswiya.cli.command.CommandGroup;
import picocli.CommandLine.Command;

/// `taswiya suspect`: readings that wait for a person.
@Command(
        name = "suspect",
        description =
                "Shows readings that came in and were not believed, most money at risk first, with what was found;"
                        + " accepts them, corrects them, has them read again, or leaves them to an estimate.",
        subcommands = {
            SuspectListCommand.class,
            SuspectShowCommand.class,
            SuspectAcceptCommand.class,
            SuspectCorrectCommand.class,
            SuspectRereadCommand.class,
            SuspectEstimateCommand.class
        },
        footer = {
            "",
            "Each tells more about itself:",
            "  ./taswiya suspect list --help",
            "  ./taswiya suspect show --help",
            "  ./taswiya suspect accept --help",
            "  ./taswiya suspect correct --help",
            "  ./taswiya suspect reread --help",
            "  ./taswiya suspect estimate --help"
        })
public final class SuspectCommand extends CommandGroup {}
