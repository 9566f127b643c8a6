package org.taswiya.cli.workbench;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.UtilitiesOption;
import org.taswiya.cli.command.WhyOption;
import org.taswiya.run.desk.PriceBookDesk;
import org.taswiya.run.desk.PriceBookDesk.Beside;
import org.taswiya.run.desk.PriceBookDesk.Due;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `taswiya tariff publish`: new bills are made by a book.
@Command(
        name = "publish",
        description = {
            "Publishes a price book on its day, or all whose day has come: new bills are made by it, and"
                    + " the past stays as it was. `bill` does the same before it bills.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:It is done.",
            "1:Taswiya or the machine under it failed; nothing was written.",
            "2:Wrong usage; nothing was written.",
            "3:It is refused, with the reason; nothing was written."
        },
        footer = {
            "",
            "Examples:",
            "  ./taswiya tariff publish 3 --why \"in force\"",
            "  ./taswiya tariff publish --due --why \"every morning\""
        })
final class TariffPublishCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Mixin
    private UtilitiesOption utilities;

    @Parameters(paramLabel = "NUMBER", arity = "0..1", description = "Its number, as tariff list shows it.")
    private @Nullable Long number;

    @Option(names = "--due", description = "All that were approved for today or an earlier day.")
    private boolean isDue;

    @Mixin
    private TodayOption today;

    @Mixin
    private WhyOption why;

    @Override
    public Integer call() {
        if ((number == null) != isDue) {
            throw new ParameterException(spec.commandLine(), "expected a number or --due");
        }
        Change change = why.now();
        try (Database database = home.openBeside()) {
            PriceBookDesk desk = new PriceBookDesk(database, utilities.folderLibrary());
            if (number != null) {
                return PriceBookText.say(spec, desk.publish(number, today.day(), change, Beside.NOTHING));
            }
            int worst = ExitCode.GOOD;
            for (Due due : desk.publishDue(today.day(), change)) {
                worst = Math.max(worst, PriceBookText.say(spec, due));
            }
            return worst;
        }
    }
}
