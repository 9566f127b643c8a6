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
            return PriceBookText.say(spec, desk.refuse(number, change, Beside.NOTHING));
        }
    }
}
