package org.taswiya.cli.workbench;

import java.util.concurrent.Callable;
import org.taswiya.run.desk.PriceBookDesk;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `taswiya tariff withdraw`: a book does not come to be after all.
@Command(
        name = "withdraw",
        description = {"Withdraws a price book that was proposed or approved, before it is published.", ""},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:It is done.",
            "1:Taswiya or the machine under it failed; nothing was written.",
            "2:Wrong usage; nothing was written.",
            "3:It is refused, with the reason; nothing was written."
        },
        footer = {"", "Examples:", "  ./taswiya tariff withdraw 3 --why \"not as decreed\""})
final class TariffWithdrawCommand implements Callable<Integer> {
    @Mixin
    private BookDecision decision;

    @Override
    public Integer call() {
        return decision.make(PriceBookDesk::withdraw);
    }
}
