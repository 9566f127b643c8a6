package org.taswiya.cli.workbench;

import java.time.LocalDate;
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
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `taswiya tariff approve`: a second person lets a book through.
@Command(
        name = "approve",
        description = {
            "Approves a price book that waits, for a day: on it, it is published. Never by who proposed" + " it.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:It is done.",
            "1:Taswiya or the machine under it failed; nothing was written.",
            "2:Wrong usage; nothing was written.",
            "3:It is refused, with the reason; nothing was written."
        },
        footer = {"", "Examples:", "  ./taswiya tariff approve 3 --for 2025-01-01 --why \"as decreed\""})
final class TariffApproveCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Mixin
    private UtilitiesOption utilities;

    @Parameters(paramLabel = "NUMBER", description = "Its number, as tariff list shows it.")
    private long number;

    @Option(names = "--for", paramLabel = "DAY", required = true, description = "The day on which it is published.")
    private LocalDate day = LocalDate.EPOCH;

    @Mixin
    private TodayOption today;

    @Mixin
    private WhyOption why;

    @Override
    public Integer call() {
        Change change = why.now();
        try (Database database = home.openBeside()) {
            PriceBookDesk desk = new PriceBookDesk(database, utilities.folderLibrary());
            return PriceBookText.say(spec, desk.approve(number, day, today.day(), change, Beside.NOTHING));
        }
    }
}
