package org.taswiya.cli.adjust;

import org.taswiya.cli.command.CommandGroup;
import picocli.CommandLine.Command;

/// `taswiya adjust`: corrections of what is owed.
@Command(
        name = "adjust",
        description = "Takes something off what an account owes, or puts it on: asked for, approved above a limit.",
        subcommands = {
            AdjustAskCommand.class,
            AdjustApproveCommand.class,
            AdjustRefuseCommand.class,
            AdjustReverseCommand.class,
            AdjustListCommand.class,
            AdjustShowCommand.class
        },
        footer = {
            "",
            "Each tells more about itself:",
            "  ./taswiya adjust ask --help",
            "  ./taswiya adjust approve --help",
            "  ./taswiya adjust refuse --help",
            "  ./taswiya adjust reverse --help",
            "  ./taswiya adjust list --help",
            "  ./taswiya adjust show --help"
        })
public final class AdjustCommand extends CommandGroup {}
