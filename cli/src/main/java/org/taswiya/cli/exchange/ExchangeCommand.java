package org.taswiya.cli.exchange;

import org.taswiya.cli.command.CommandGroup;
import picocli.CommandLine.Command;

/// `taswiya exchange`: meters that were exchanged or set back.
@Command(
        name = "exchange",
        description = "Shows what was written down when meters were exchanged or set back, and puts it right. New"
                + " exchanges come in by files, see `import`.",
        subcommands = {ExchangeListCommand.class, ExchangeCorrectCommand.class},
        footer = {
            "",
            "Each tells more about itself:",
            "  ./taswiya exchange list --help",
            "  ./taswiya exchange correct --help"
        })
public final class ExchangeCommand extends CommandGroup {}
