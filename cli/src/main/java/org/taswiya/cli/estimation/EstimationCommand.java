package org.taswiya.cli.estimation;

import org.taswiya.cli.command.CommandGroup;
import picocli.CommandLine.Command;

/// `taswiya estimation`: how unread meters are estimated.
@Command(
        name = "estimation",
        description = "Tells how meters are estimated that nobody has read.",
        subcommands = EstimationMethodsCommand.class,
        footer = {"", "It tells more about itself:", "  ./taswiya estimation methods --help"})
public final class EstimationCommand extends CommandGroup {}
