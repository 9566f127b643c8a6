package org.taswiya.cli.online;

import java.util.concurrent.Callable;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.WhyOption;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.online.CardRefunds;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `taswiya online refuse`: a refund does not go.
@Command(
        name = "refuse",
        description = {"Refuses a refund to a card that was asked for. The payment stays as it is.", ""},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:It is done.",
            "1:Taswiya or the machine under it failed; nothing was written.",
            "2:Wrong usage; nothing was written.",
            "3:It is refused, with the reason; nothing was written."
        },
        footer = {"", "Examples:", "  ./taswiya online refuse CR0000000017 --why \"paid once\""})
final class OnlineRefuseCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Parameters(paramLabel = "REFUND", description = "Its name, as online refunds shows it.")
    private String number = "";

    @Mixin
    private WhyOption why;

    @Override
    public Integer call() {
        Change change = why.now();
        long id = RefundText.id(spec, number);
        try (Database database = home.open()) {
            return RefundText.say(spec, CardRefunds.refuse(database, id, change));
        }
    }
}
