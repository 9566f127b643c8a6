package org.taswiya.cli.adjust;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.UtilityOption;
import org.taswiya.cli.command.WhyOption;
import org.taswiya.core.adjustment.AdjustmentRules;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.adjustment.Adjustments;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `taswiya adjust approve`: a correction is booked.
@Command(
        name = "approve",
        description = {"Approves an adjustment that waits, which books it. Never by who has asked for it.", ""},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:It is done.",
            "1:Taswiya or the machine under it failed; nothing was written.",
            "2:Wrong usage; nothing was written.",
            "3:It is refused, with the reason; nothing was written."
        },
        footer = {"", "Examples:", "  ./taswiya adjust approve AJ0000000017 --why \"checked\""})
final class AdjustApproveCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Mixin
    private UtilityOption utility;

    @Parameters(paramLabel = "ADJUSTMENT", description = "Its number, as adjust list shows it.")
    private String number = "";

    @Mixin
    private DayOption day;

    @Mixin
    private WhyOption why;

    @Override
    public Integer call() throws IOException {
        AdjustmentRules rules = utility.adjustments();
        Change change = why.now();
        try (Database database = home.open()) {
            return AdjustText.say(
                    spec,
                    Adjustments.approve(database, rules, NumberParameter.parse(spec, number), day.days(), change),
                    utility.currency(database));
        }
    }
}
