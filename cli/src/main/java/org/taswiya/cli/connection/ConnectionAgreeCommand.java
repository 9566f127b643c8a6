package org.taswiya.cli.connection;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.UtilitiesOption;
import org.taswiya.store.Database;
import org.taswiya.store.connection.ApplicationDecisions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `taswiya connection agree`: the customer agrees to the quote.
@Command(
        name = "agree",
        description = {
            "The customer agrees to the quote and owes it: it is an open item with the number of the application,"
                    + " due on the last day of the quote, and is paid as bills are.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:It is owed.",
            "1:Taswiya or the machine under it failed; nothing was written.",
            "2:Wrong usage; nothing was written.",
            "3:It is refused, with the reason; nothing was written."
        },
        footer = {
            "",
            "Examples:",
            "  ./taswiya connection agree NC0000000042 --why \"signed\"",
            "  ./taswiya connection agree NC0000000042 --account 1204551837 --why \"signed\"",
            "  ./taswiya pay 1204551837 2280 --by transfer --bill NC0000000042"
        })
final class ConnectionAgreeCommand implements Callable<Integer> {
    @Mixin
    private HomeOption home;

    @Parameters(paramLabel = "NUMBER", description = "The application, as NC0000000042.")
    private String number = "";

    @Option(
            names = "--account",
            paramLabel = "ACCOUNT",
            description = "Who owes it and is billed later, where whoever applied had no account.")
    private @Nullable String account;

    @Mixin
    private UtilitiesOption utilities;

    @Mixin
    private StepOptions step;

    @Override
    public Integer call() {
        try (Database database = home.open()) {
            return step.say(
                    ApplicationDecisions.agree(database, number, account, step.writing()),
                    utilities.currency(database));
        }
    }
}
