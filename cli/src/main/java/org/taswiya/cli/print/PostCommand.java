package org.taswiya.cli.print;

import org.taswiya.cli.command.CommandGroup;
import picocli.CommandLine.Command;

/// `taswiya post`: what the post brings back.
@Command(
        name = "post",
        description = "Takes in bills that the post brings back, and shows which did.",
        subcommands = {PostReturnedCommand.class, PostListCommand.class},
        footer = {
            "",
            "Examples:",
            "  ./taswiya post returned 0000000042BQ --reason moved --why \"sack of 3 April\"",
            "  ./taswiya post list"
        })
public final class PostCommand extends CommandGroup {}
