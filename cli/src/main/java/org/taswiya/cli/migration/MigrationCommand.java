package org.taswiya.cli.migration;

import org.taswiya.cli.command.CommandGroup;
import picocli.CommandLine.Command;

/// `taswiya migration`: whether what came from an old system is all there, and bills alike.
@Command(
        name = "migration",
        description = "Compares the books with the system that they came from, and takes back what was wrong.",
        subcommands = {MigrationCheckCommand.class, MigrationCompareCommand.class, MigrationTakeBackCommand.class},
        footer = {
            "",
            "Each tells more about itself:",
            "  ./taswiya migration check --help",
            "  ./taswiya migration compare --help",
            "  ./taswiya migration take-back --help"
        })
public final class MigrationCommand extends CommandGroup {}
