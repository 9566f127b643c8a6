package org.taswiya.cli.adjust;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.UtilityOption;
import org.taswiya.cli.command.WhyOption;
import org.taswiya.core.adjustment.AdjustmentRules;
import org.taswiya.core.quantity.Money;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.adjustment.Disputes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `taswiya dispute resolve`: the answer to a customer.
@Command(
        name = "resolve",
        description = {
            "Answers a dispute. Upheld, an adjustment is asked for, which is booked or waits for somebody else as"
                    + " any other; rejected, dunning goes on where it was.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:It is done.",
            "1:Taswiya or the machine under it failed; nothing was written.",
            "2:Wrong usage, or the rules have a fault; nothing was written.",
            "3:It is refused, with the reason; nothing was written."
        },
        footer = {
            "",
            "Examples:",
            "  ./taswiya dispute resolve 17 --rejected --why \"meter tested, it is right\"",
            "  ./taswiya dispute resolve 17 --upheld --why \"meter tested, 8 %% too fast\"",
            "  ./taswiya dispute resolve 17 --upheld --amount 40 --why \"half of it\""
        })
final class DisputeResolveCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Mixin
    private UtilityOption utility;

    @Parameters(paramLabel = "DISPUTE", description = "Its number, as dispute list shows it.")
    private long number;

    @Option(names = "--upheld", description = "The customer is right.")
    private boolean isUpheld;

    @Option(names = "--rejected", description = "The bill is right.")
    private boolean isRejected;

    @Option(names = "--amount", paramLabel = "AMOUNT", description = "What is granted. Default: all that is disputed.")
    private @Nullable String amount;

    @Mixin
    private DayOption day;

    @Mixin
    private WhyOption why;

    @Override
    public Integer call() throws IOException {
        if (isUpheld == isRejected || isRejected && amount != null) {
            throw new ParameterException(
                    spec.commandLine(), "expected either --upheld, with or without --amount, or --rejected");
        }
        Money granted = amount == null ? null : AdjustText.money(spec, amount);
        AdjustmentRules rules = utility.adjustments();
        Change change = why.now();
        try (Database database = home.open()) {
            return DisputeText.say(
                    spec,
                    isRejected
                            ? Disputes.reject(database, number, day.days(), change)
                            : Disputes.uphold(database, rules, number, granted, day.days(), change),
                    utility.currency(database));
        }
    }
}
