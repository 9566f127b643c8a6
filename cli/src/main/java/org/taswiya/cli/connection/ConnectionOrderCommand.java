package org.taswiya.cli.connection;

import java.util.concurrent.Callable;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.UtilitiesOption;
import org.taswiya.store.Database;
import org.taswiya.store.connection.ApplicationDecisions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `taswiya connection order`: somebody is told to build it.
@Command(
        name = "order",
        description = {"Orders the works of a new connection whose quote is paid.", ""},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:The works are ordered.",
            "1:Taswiya or the machine under it failed; nothing was written.",
            "2:Wrong usage; nothing was written.",
            "3:It is refused, with the reason; nothing was written."
        },
        footer = {
            "",
            "Examples:",
            "  ./taswiya connection order NC0000000042 --why \"to the works of Anfa\"",
            "  ./taswiya connection order NC0000000042 --why \"works\" --trial"
        })
final class ConnectionOrderCommand implements Callable<Integer> {
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
            return step.say(ApplicationDecisions.order(database, number, step.writing()), utilities.currency(database));
        }
    }
}
