package org.taswiya.cli.adjust;

import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.UtilitiesOption;
import org.taswiya.cli.command.WhyOption;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.adjustment.AdjustmentAnswer;
import org.taswiya.store.adjustment.Adjustments.Days;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// About which adjustment somebody decides, when and why.
final class AdjustmentDecision {
    @Spec(Spec.Target.MIXEE)
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

    /// What is done with it.
    interface Deed {
        AdjustmentAnswer on(Database database, long adjustment, Days days, Change why);
    }

    /// @return the exit code
    int make(Deed deed) {
        Change change = why.now();
        try (Database database = home.open()) {
            return AdjustText.say(
                    spec,
                    deed.on(database, NumberParameter.parse(spec, number), day.days(), change),
                    utilities.currency(database));
        }
    }
}
