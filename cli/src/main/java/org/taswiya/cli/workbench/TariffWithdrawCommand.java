package org.taswiya.cli.workbench;

import java.util.concurrent.Callable;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.UtilitiesOption;
import org.taswiya.cli.command.WhyOption;
import org.taswiya.run.desk.PriceBookDesk;
import org.taswiya.run.desk.PriceBookDesk.Beside;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

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
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Mixin
    private UtilitiesOption utilities;

    @Parameters(paramLabel = "NUMBER", description = "Its number, as tariff list shows it.")
    private long number;

    @Mixin
    private WhyOption why;

    @Override
    public Integer call() {
        Change change = why.now();
        try (Database database = home.openBeside()) {
            PriceBookDesk desk = new PriceBookDesk(database, utilities.folderLibrary());
            return PriceBookText.say(spec, desk.withdraw(number, change, Beside.NOTHING));
        }
    }
}
