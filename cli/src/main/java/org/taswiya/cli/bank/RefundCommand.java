package org.taswiya.cli.bank;

import org.taswiya.cli.command.CommandGroup;
import picocli.CommandLine.Command;

/// `taswiya refund`: credits that go back to customers.
@Command(
        name = "refund",
        description = "Sends credits back to customers: asked for, approved, sent with a file.",
        subcommands = {
            RefundAskCommand.class,
            RefundApproveCommand.class,
            RefundRefuseCommand.class,
            RefundSendCommand.class,
            RefundFailedCommand.class,
            RefundListCommand.class
        },
        footer = {
            "",
            "Each tells more about itself:",
            "  ./taswiya refund ask --help",
            "  ./taswiya refund approve --help",
            "  ./taswiya refund refuse --help",
            "  ./taswiya refund send --help",
            "  ./taswiya refund failed --help",
            "  ./taswiya refund list --help"
        })
public final class RefundCommand extends CommandGroup {}
