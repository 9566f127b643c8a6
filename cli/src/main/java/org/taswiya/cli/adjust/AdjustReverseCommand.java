package org.taswiya.cli.adjust;

import java.util.concurrent.Callable;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.UtilitiesOption;
import org.taswiya.cli.command.WhyOption;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.adjustment.Adjustments;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `taswiya adjust reverse`: a correction was wrong.
@Command(
        name = "reverse",
        description = {"Takes a booked adjustment back by an entry that mirrors it. What it settled is open again.", ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:It is done.",
            "1:Taswiya or the machine under it failed; nothing was written.",
            "2:Wrong usage; nothing was written.",
            "3:It is refused, with the reason; nothing was written."
        },
        footer = {"", "Examples:", "  ./taswiya adjust reverse AJ0000000017 --why \"wrong account\""})
final class AdjustReverseCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Mixin
    private UtilitiesOption utilities;

    @Parameters(paramLabel = "ADJUSTMENT", description = "Its number, as adjust list shows it.")
    private String number = "";

    @Mixin
    private DayOption day;

    @Mixin
    private WhyOption why;

    @Override
    public Integer call() {
        Change change = why.now();
        try (Database database = home.open()) {
            return AdjustText.say(
                    spec,
                    Adjustments.reverse(database, NumberParameter.parse(spec, number), day.days(), change),
                    utilities.currency(database));
        }
    }
}
