package org.taswiya.cli.message;

import org.taswiya.cli.command.CommandGroup;
import picocli.CommandLine.Command;

/// `taswiya deliver`: messages to customers.
@Command(
        name = "deliver",
        description = "Queues messages for customers and hands them over, each once for its cause and channel.",
        subcommands = {
            DeliverQueueCommand.class,
            DeliverNotifyCommand.class,
            DeliverPreviewCommand.class,
            DeliverSendCommand.class,
            DeliverReceiptsCommand.class,
            DeliverBouncesCommand.class,
            DeliverPushKeyCommand.class,
            DeliverListCommand.class,
            DeliverUntoldCommand.class,
            DeliverShowCommand.class,
            DeliverPauseCommand.class,
            DeliverResumeCommand.class
        },
        footer = {
            "",
            "Each tells more about itself:",
            "  ./taswiya deliver queue --help",
            "  ./taswiya deliver notify --help",
            "  ./taswiya deliver send --help",
            "  ./taswiya deliver list --help"
        })
public final class DeliverCommand extends CommandGroup {}
