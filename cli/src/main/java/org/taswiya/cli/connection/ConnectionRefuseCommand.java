package org.taswiya.cli.connection;

import java.util.concurrent.Callable;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.UtilitiesOption;
import org.taswiya.store.Database;
import org.taswiya.store.connection.ApplicationDecisions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `taswiya connection refuse`: the utility does not connect.
@Command(
        name = "refuse",
        description = {
            "Refuses an application, before its works are ordered. The reason is kept with it. What was agreed to"
                    + " is owed no more, and what was paid of it is the customer's credit, refunded as credits are.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:It is refused.",
            "1:Taswiya or the machine under it failed; nothing was written.",
            "2:Wrong usage; nothing was written.",
            "3:It is refused, with the reason; nothing was written."
        },
        footer = {"", "Examples:", "  ./taswiya connection refuse NC0000000042 --why \"no main in that street\""})
final class ConnectionRefuseCommand implements Callable<Integer> {
    @Mixin
    private HomeOption home;

    @Parameters(paramLabel = "NUMBER", description = "The application, as NC0000000042.")
    private String number = "";

    @Mixin
    private UtilitiesOption utilities;

    @Mixin
    private StepOptions step;

    @Override
    public Integer call() {
        try (Database database = home.open()) {
            return step.say(
                    ApplicationDecisions.refuse(database, number, step.writing()), utilities.currency(database));
        }
    }
}
