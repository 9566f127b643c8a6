package org.taswiya.cli.collective;

import org.taswiya.cli.command.CommandGroup;
import picocli.CommandLine.Command;

/// `taswiya sub-meter`: the meters behind a main meter.
@Command(
        name = "sub-meter",
        description = "Says which meters stand behind a main meter, and shares its bills out among them. The bill stays"
                + " one, owed by the account of the main meter.",
        subcommands = {
            SubMeterAddCommand.class,
            SubMeterEndCommand.class,
            SubMeterListCommand.class,
            SubMeterShareCommand.class
        },
        footer = {
            "",
            "Each tells more about itself:",
            "  ./taswiya sub-meter add --help",
            "  ./taswiya sub-meter share --help"
        })
public final class SubMeterCommand extends CommandGroup {}
