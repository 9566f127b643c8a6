package org.taswiya.cli;

import picocli.CommandLine.Command;

/// `taswiya tariff`: what can be done with price books.
@Command(
        name = "tariff",
        description = "Works on price books.",
        subcommands = {TariffCheckCommand.class})
final class TariffCommand extends CommandGroup {}
