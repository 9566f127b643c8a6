package org.taswiya.cli.request;

import org.taswiya.cli.command.CommandGroup;
import picocli.CommandLine.Command;

/// `taswiya request`: what customers ask for or complain of.
@Command(
        name = "request",
        description = "What customers ask for or complain of: recorded with its deadline, answered in their language.",
        subcommands = {
            RequestOpenCommand.class,
            RequestListCommand.class,
            RequestShowCommand.class,
            RequestAnswerCommand.class,
            RequestCloseCommand.class,
            RequestReopenCommand.class
        },
        footer = {
            "",
            "Each tells more about itself:",
            "  ./taswiya request open --help",
            "  ./taswiya request list --help",
            "  ./taswiya request show --help",
            "  ./taswiya request answer --help",
            "  ./taswiya request close --help",
            "  ./taswiya request reopen --help"
        })
public final class RequestCommand extends CommandGroup {}
