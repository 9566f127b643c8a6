package org.taswiya.cli.workbench;

import org.taswiya.cli.command.CommandGroup;
import org.taswiya.cli.pricing.TariffCheckCommand;
import org.taswiya.cli.pricing.TariffCurveCommand;
import org.taswiya.cli.pricing.TariffExportCommand;
import org.taswiya.cli.pricing.TariffImportCommand;
import picocli.CommandLine.Command;

/// `taswiya tariff`: what can be done with price books.
@Command(
        name = "tariff",
        description = "Works on price books, and on tariffs that others have published.",
        subcommands = {
            TariffCheckCommand.class,
            TariffCurveCommand.class,
            TariffCompareCommand.class,
            TariffTryCommand.class,
            TariffProposeCommand.class,
            TariffApproveCommand.class,
            TariffRefuseCommand.class,
            TariffWithdrawCommand.class,
            TariffPublishCommand.class,
            TariffListCommand.class,
            TariffHistoryCommand.class,
            TariffShowCommand.class,
            TariffImportCommand.class,
            TariffExportCommand.class
        },
        footer = {
            "",
            "Each tells more about itself:",
            "  ./taswiya tariff check --help",
            "  ./taswiya tariff curve --help",
            "  ./taswiya tariff compare --help",
            "  ./taswiya tariff try --help",
            "  ./taswiya tariff propose --help",
            "  ./taswiya tariff import --help",
            "  ./taswiya tariff export --help"
        })
public final class TariffCommand extends CommandGroup {}
