package org.taswiya.cli.customer;

import org.taswiya.cli.command.CommandGroup;
import picocli.CommandLine.Command;

/// `taswiya customer identity`: numbers of identity cards.
@Command(
        name = "identity",
        description = {
            "Keeps the number of a customer's identity card, encrypted by a key that is in no database. A key is made by"
                    + " openssl rand -hex 32 and kept in a file that only its owner reads. Who did something with a"
                    + " number is written down.",
            ""
        },
        subcommands = {
            IdentitySetCommand.class,
            IdentityShowCommand.class,
            IdentityRemoveCommand.class,
            IdentityRekeyCommand.class
        },
        footer = {
            "",
            "Each tells more about itself:",
            "  ./taswiya customer identity set --help",
            "  ./taswiya customer identity show --help",
            "  ./taswiya customer identity remove --help",
            "  ./taswiya customer identity rekey --help"
        })
final class IdentityCommand extends CommandGroup {}
