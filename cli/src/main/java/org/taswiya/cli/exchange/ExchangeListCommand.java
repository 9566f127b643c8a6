package org.taswiya.cli.exchange;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.core.metering.MeterExchange;
import org.taswiya.store.Database;
import org.taswiya.store.decision.ExchangeCorrections;
import org.taswiya.store.decision.ExchangeCorrections.RecordedExchange;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `taswiya exchange list`: the exchanges of a usage point.
@Command(
        name = "list",
        description = {
            "Shows the exchanges and resets of a usage point, with every correction: of one day the last line counts.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:All of them are shown; there may be none.",
            "1:Taswiya or the machine under it failed.",
            "2:Wrong usage."
        },
        footer = {"", "Examples:", "  ./taswiya exchange list E12"})
final class ExchangeListCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Parameters(paramLabel = "POINT", description = "The usage point.")
    private String usagePoint = "";

    @Override
    public Integer call() {
        List<RecordedExchange> exchanges;
        try (Database database = home.open()) {
            exchanges = ExchangeCorrections.list(database, usagePoint);
        }
        PrintWriter out = spec.commandLine().getOut();
        for (RecordedExchange recorded : exchanges) {
            MeterExchange exchange = recorded.exchange();
            out.println(exchange.at() + "  removed at " + exchange.removed() + ", installed at " + exchange.installed()
                    + "  (" + recorded.author() + ": " + recorded.reason() + ")");
        }
        if (exchanges.isEmpty()) {
            out.println("no exchange at " + usagePoint);
        }
        out.flush();
        return ExitCode.GOOD;
    }
}
