package org.taswiya.cli.arrange;

import org.taswiya.cli.command.CommandGroup;
import picocli.CommandLine.Command;

/// `taswiya arrange`: payment facilities.
@Command(
        name = "arrange",
        description = "Payment facilities: what would be offered to an account, granting and refusing it, the schedule"
                + " that is printed and how it is kept, renegotiating and ending it.",
        subcommands = {
            ArrangeOfferCommand.class,
            ArrangeGrantCommand.class,
            ArrangeRefuseCommand.class,
            ArrangeListCommand.class,
            ArrangeShowCommand.class,
            ArrangeRenegotiateCommand.class,
            ArrangeEndCommand.class,
            ArrangeAtOnceCommand.class,
            ArrangeRebatesCommand.class,
            ArrangeRequestsCommand.class
        },
        footer = {
            "",
            "Each tells more about itself:",
            "  ./taswiya arrange offer --help",
            "  ./taswiya arrange grant --help",
            "  ./taswiya arrange list --help",
            "  ./taswiya arrange show --help",
            "  ./taswiya arrange renegotiate --help",
            "  ./taswiya arrange end --help",
            "  ./taswiya arrange at-once --help",
            "  ./taswiya arrange rebates --help",
            "  ./taswiya arrange requests --help"
        })
public final class ArrangeCommand extends CommandGroup {}
