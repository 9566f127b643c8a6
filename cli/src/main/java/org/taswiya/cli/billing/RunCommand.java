package org.taswiya.cli.billing;

import org.taswiya.cli.command.CommandGroup;
import picocli.CommandLine.Command;

/// `taswiya run`: what can be done with billing runs.
@Command(
        name = "run",
        description = "Shows billing runs, goes on with one or gives one up.",
        subcommands = {RunListCommand.class, RunShowCommand.class, RunResumeCommand.class, RunCancelCommand.class},
        footer = {
            "",
            "Each tells more about itself:",
            "  ./taswiya run list --help",
            "  ./taswiya run show --help",
            "  ./taswiya run resume --help",
            "  ./taswiya run cancel --help"
        })
public final class RunCommand extends CommandGroup {}
