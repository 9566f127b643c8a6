package org.taswiya.cli.bank;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.WhyOption;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.bank.Refunds;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `taswiya refund refuse`: a refund may not go.
@Command(
        name = "refuse",
        description = {"Refuses a refund that waits for approval; nothing was taken for it.", ""},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:It is done.",
            "1:Taswiya or the machine under it failed; nothing was written.",
            "2:Wrong usage; nothing was written.",
            "3:It is refused, with the reason; nothing was written."
        },
        footer = {"", "Examples:", "  ./taswiya refund refuse RF0000000017 --why \"still owes\""})
final class RefundRefuseCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Parameters(paramLabel = "REFUND", description = "Its name, as refund list shows it.")
    private String number = "";

    @Mixin
    private WhyOption why;

    @Override
    public Integer call() {
        Change change = why.now();
        LocalDate today = LocalDate.now(ZoneId.systemDefault());
        try (Database database = home.open()) {
            return Decided.say(
                    spec, "Refund ", Refunds.refuse(database, RefundParameter.parse(spec, number), today, change));
        }
    }
}
