package org.taswiya.cli.bank;

import org.taswiya.cli.command.CommandGroup;
import picocli.CommandLine.Command;

/// `taswiya debit`: direct debits.
@Command(
        name = "debit",
        description = "Collects open items of accounts with mandates by direct debit.",
        subcommands = {DebitCollectCommand.class, DebitReturnedCommand.class, DebitListCommand.class},
        footer = {
            "",
            "Each tells more about itself:",
            "  ./taswiya debit collect --help",
            "  ./taswiya debit returned --help",
            "  ./taswiya debit list --help"
        })
public final class DebitCommand extends CommandGroup {}
