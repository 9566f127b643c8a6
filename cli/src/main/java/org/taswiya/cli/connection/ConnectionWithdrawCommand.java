package org.taswiya.cli.connection;

import java.util.concurrent.Callable;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.UtilitiesOption;
import org.taswiya.store.Database;
import org.taswiya.store.connection.ApplicationDecisions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `taswiya connection withdraw`: the applicant does not want it any more.
@Command(
        name = "withdraw",
        description = {
            "Withdraws an application. What was agreed to is owed no more, and what was paid of it is the"
                    + " customer's credit, refunded as credits are. Once the works are ordered it stays owed and paid;"
                    + " what is given back of it then is adjusted, with adjust ask.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:It is withdrawn.",
            "1:Taswiya or the machine under it failed; nothing was written.",
            "2:Wrong usage; nothing was written.",
            "3:It is refused, with the reason; nothing was written."
        },
        footer = {"", "Examples:", "  ./taswiya connection withdraw NC0000000042 --why \"letter of 3 June\""})
final class ConnectionWithdrawCommand implements Callable<Integer> {
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
                    ApplicationDecisions.withdraw(database, number, step.writing()), utilities.currency(database));
        }
    }
}
