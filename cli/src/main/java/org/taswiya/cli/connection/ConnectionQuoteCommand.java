package org.taswiya.cli.connection;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.UtilityOption;
import org.taswiya.core.calendar.WorkingDays;
import org.taswiya.core.connection.ConnectionRules;
import org.taswiya.store.Database;
import org.taswiya.store.connection.ApplicationDecisions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `taswiya connection quote`: what it costs.
@Command(
        name = "quote",
        description = {
            "Quotes a new connection of which all documents are there: the items of its services by the utility's"
                    + " connections.yaml, with tax, and the last day on which they can be paid.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:It is quoted.",
            "1:Taswiya or the machine under it failed; nothing was written.",
            "2:Wrong usage, or the utility's rules have a fault; nothing was written.",
            "3:It is refused, with the reason; nothing was written."
        },
        footer = {
            "",
            "Examples:",
            "  ./taswiya connection quote NC0000000042 --why \"site seen\"",
            "  ./taswiya connection quote NC0000000042 --why \"what if\" --trial --json"
        })
final class ConnectionQuoteCommand implements Callable<Integer> {
    @Mixin
    private HomeOption home;

    @Mixin
    private UtilityOption utility;

    @Parameters(paramLabel = "NUMBER", description = "The application, as NC0000000042.")
    private String number = "";

    @Mixin
    private StepOptions step;

    @Override
    public Integer call() throws IOException {
        ConnectionRules rules = utility.connections();
        WorkingDays open = utility.workingDays();
        try (Database database = home.open()) {
            return step.say(
                    ApplicationDecisions.quote(database, number, rules, open, step.writing()),
                    utility.currency(database));
        }
    }
}
