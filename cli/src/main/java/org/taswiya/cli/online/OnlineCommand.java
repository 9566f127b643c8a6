package org.taswiya.cli.online;

import org.taswiya.cli.command.CommandGroup;
import picocli.CommandLine.Command;

/// `taswiya online`: card payments on a provider's page.
@Command(
        name = "online",
        description = "Card payments on a provider's page: our pages, the sandbox, attempts, refunds.",
        subcommands = {
            OnlineServeCommand.class,
            OnlineSandboxCommand.class,
            OnlineListCommand.class,
            OnlineCheckCommand.class,
            OnlineRefundCommand.class,
            OnlineApproveCommand.class,
            OnlineRefuseCommand.class,
            OnlineRefundsCommand.class
        },
        footer = {
            "",
            "Each tells more about itself:",
            "  ./taswiya online serve --help",
            "  ./taswiya online sandbox --help",
            "  ./taswiya online list --help",
            "  ./taswiya online check --help",
            "  ./taswiya online refund --help",
            "  ./taswiya online approve --help",
            "  ./taswiya online refuse --help",
            "  ./taswiya online refunds --help"
        })
public final class OnlineCommand extends CommandGroup {}
