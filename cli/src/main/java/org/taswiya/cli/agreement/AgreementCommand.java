package org.taswiya.cli.agreement;

import org.taswiya.cli.command.CommandGroup;
import picocli.CommandLine.Command;

/// `taswiya agreement`: who takes a service, from when to when.
@Command(
        name = "agreement",
        description = "The life of agreements: moving in and out, handing a service on to another account, who was at a"
                + " place and when nobody was.",
        subcommands = {
            MoveInCommand.class,
            MoveOutCommand.class,
            TransferCommand.class,
            AgreementShowCommand.class,
            AgreementListCommand.class,
            AgreementFactCommand.class,
            AgreementCheckCommand.class,
            AgreementRequestsCommand.class
        },
        footer = {
            "",
            "Each tells more about itself:",
            "  ./taswiya agreement move-in --help",
            "  ./taswiya agreement move-out --help",
            "  ./taswiya agreement transfer --help",
            "  ./taswiya agreement show --help",
            "  ./taswiya agreement list --help",
            "  ./taswiya agreement fact --help",
            "  ./taswiya agreement check --help",
            "  ./taswiya agreement requests --help"
        })
public final class AgreementCommand extends CommandGroup {}
