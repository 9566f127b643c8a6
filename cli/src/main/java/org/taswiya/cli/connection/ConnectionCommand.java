package org.taswiya.cli.connection;

import org.taswiya.cli.command.CommandGroup;
import picocli.CommandLine.Command;

/// `taswiya connection`: new connections.
@Command(
        name = "connection",
        description =
                "New connections: somebody applies, brings documents, agrees to a quote and pays it; the works are"
                        + " ordered, and the agreement begins.",
        subcommands = {
            ConnectionApplyCommand.class,
            ConnectionDocumentCommand.class,
            ConnectionQuoteCommand.class,
            ConnectionAgreeCommand.class,
            ConnectionOrderCommand.class,
            ConnectionConnectCommand.class,
            ConnectionRefuseCommand.class,
            ConnectionWithdrawCommand.class,
            ConnectionLapseCommand.class,
            ConnectionListCommand.class,
            ConnectionShowCommand.class
        },
        footer = {
            "",
            "Each tells more about itself:",
            "  ./taswiya connection apply --help",
            "  ./taswiya connection document --help",
            "  ./taswiya connection list --help"
        })
public final class ConnectionCommand extends CommandGroup {}
