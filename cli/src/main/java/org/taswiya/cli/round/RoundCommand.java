package org.taswiya.cli.round;

import org.taswiya.cli.command.CommandGroup;
import picocli.CommandLine.Command;

/// `taswiya round`: turns of routes.
@Command(
        name = "round",
        description = "Plans turns of routes, hands out their orders, and says what became of each.",
        subcommands = {
            RoundPlanCommand.class,
            RoundAssignCommand.class,
            RoundListCommand.class,
            RoundOrdersCommand.class,
            RoundEntriesCommand.class,
            RoundReportCommand.class,
            RoundUnreadCommand.class
        },
        footer = {
            "",
            "Each tells more about itself:",
            "  ./taswiya round plan --help",
            "  ./taswiya round assign --help",
            "  ./taswiya round list --help",
            "  ./taswiya round orders --help",
            "  ./taswiya round entries --help",
            "  ./taswiya round report --help",
            "  ./taswiya round unread --help"
        })
public final class RoundCommand extends CommandGroup {}
