package org.taswiya.cli.privacy;

import org.taswiya.cli.command.CommandGroup;
import picocli.CommandLine.Command;

/// `taswiya privacy`: what is kept of people only for so long.
@Command(
        name = "privacy",
        description = "Erases what is known of people once its time is over.",
        subcommands = {PrivacySweepCommand.class},
        footer = {"", "Each tells more about itself:", "  ./taswiya privacy sweep --help"})
public final class PrivacyCommand extends CommandGroup {}
