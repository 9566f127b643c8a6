package org.taswiya.cli.workbench;

import java.util.concurrent.Callable;
import org.taswiya.run.desk.PriceBookDesk;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `taswiya tariff refuse`: a book does not come to be.
@Command(
        name = "refuse",
        description = {"Refuses a price book that waits for approval.", ""},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:It is done.",
            "1:Taswiya or the machine under it failed; nothing was written.",
            "2:Wrong usage; nothing was written.",
            "3:It is refused, with the reason; nothing was written."
        },
        footer = {"", "Examples:", "  ./taswiya tariff refuse 3 --why \"not as decreed\""})
final class TariffRefuseCommand implements Callable<Integer> {
    @Mixin
    private BookDecision decision;

    @Override
    public Integer call() {
        return decision.make(PriceBookDesk::refuse);
    }
}
