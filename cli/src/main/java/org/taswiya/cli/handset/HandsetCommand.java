package org.taswiya.cli.handset;

import org.taswiya.cli.command.CommandGroup;
import picocli.CommandLine.Command;

/// `taswiya handset`: telephones of readers.
@Command(
        name = "handset",
        description = "Shows the telephones on which readers take rounds along, and locks out what is lost.",
        subcommands = {HandsetListCommand.class, HandsetLockCommand.class},
        footer = {
            "",
            "Each tells more about itself:",
            "  ./taswiya handset list --help",
            "  ./taswiya handset lock --help"
        })
public final class HandsetCommand extends CommandGroup {}
