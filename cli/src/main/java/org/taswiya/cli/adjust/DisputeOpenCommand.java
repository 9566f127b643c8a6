package org.taswiya.cli.adjust;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.UtilityOption;
import org.taswiya.cli.command.WhyOption;
import org.taswiya.core.adjustment.AdjustmentRules;
import org.taswiya.core.receivables.ItemKey;
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

/// `taswiya dispute open`: a customer does not accept a bill.
@Command(
        name = "open",
        description = {
            "Opens a dispute on a bill or another open item. What is disputed is not dunned until it is resolved;"
                    + " the days allowed for the answer are the utility's.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:It is open.",
            "1:Taswiya or the machine under it failed; nothing was written.",
            "2:Wrong usage, or the rules have a fault; nothing was written.",
            "3:It is refused, with the reason; nothing was written."
        },
        footer = {
            "",
            "Examples:",
            "  ./taswiya dispute open 1204551837 --bill 0000000042BQ \\",
            "    --reason meter-fault --evidence \"letter 17\" --why \"doubts the reading\"",
            "  ./taswiya dispute open 1204551837 --bill 0000000042BQ --amount 80 \\",
            "    --reason leak --evidence \"plumber's bill\" --why \"leak behind the meter\""
        })
final class DisputeOpenCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Mixin
    private UtilityOption utility;

    @Parameters(paramLabel = "ACCOUNT", description = "Who disputes.")
    private String account = "";

    @Option(
            names = "--bill",
            required = true,
            paramLabel = "NUMBER",
            description = "A bill, an item of the old system, an adjustment.")
    private String bill = "";

    @Option(names = "--amount", paramLabel = "AMOUNT", description = "Default: all that is open of it.")
    private @Nullable String amount;

    @Option(
            names = "--reason",
            required = true,
            paramLabel = "CODE",
            description = "One of the utility's adjustments.yaml that lowers: for it the bill would be adjusted.")
    private String reason = "";

    @Option(names = "--evidence", required = true, paramLabel = "TEXT", description = "Where a person finds why.")
    private String evidence = "";

    @Mixin
    private DayOption day;

    @Mixin
    private WhyOption why;

    @Override
    public Integer call() throws IOException {
        if (evidence.isBlank()) {
            throw new ParameterException(spec.commandLine(), "--evidence needs some text");
        }
        Disputes.Opened opened = new Disputes.Opened(
                account.replaceAll("[ -]", ""),
                ItemKey.ofNumber(bill),
                amount == null ? null : AdjustText.money(spec, amount),
                reason,
                evidence);
        AdjustmentRules rules = utility.adjustments();
        Change change = why.now();
        try (Database database = home.open()) {
            return DisputeText.say(
                    spec, Disputes.open(database, rules, opened, day.days(), change), utility.currency(database));
        }
    }
}
