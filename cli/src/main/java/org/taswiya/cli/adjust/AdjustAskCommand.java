package org.taswiya.cli.adjust;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.UtilityOption;
import org.taswiya.cli.command.WhyOption;
import org.taswiya.core.adjustment.Adjustment;
import org.taswiya.core.adjustment.AdjustmentRules;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.receivables.ItemKey;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.adjustment.Adjustments;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `taswiya adjust ask`: something is to be taken off or put on.
@Command(
        name = "ask",
        description = {
            "Asks that an account owe less, or more. What the author decides alone is booked at once: as much as their"
                    + " limit leaves on the account. Above it somebody else approves it. What is taken off settles what"
                    + " it adjusts; the rest is a credit.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:It is booked, or waits for approval.",
            "1:Taswiya or the machine under it failed; nothing was written.",
            "2:Wrong usage, or the rules have a fault; nothing was written.",
            "3:It is refused, with the reason; nothing was written."
        },
        footer = {
            "",
            "Examples:",
            "  ./taswiya adjust ask 1204551837 --amount=-35.20 --bill 0000000042BQ \\",
            "    --reason billing-error --evidence \"letter of 3 July\" --why \"read twice\"",
            "  ./taswiya adjust ask 1204551837 --amount 120 --reason damage \\",
            "    --evidence \"photograph 17\" --reference D-17 --why \"broken seal\""
        })
final class AdjustAskCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Mixin
    private UtilityOption utility;

    @Parameters(paramLabel = "ACCOUNT", description = "Whose debt it is.")
    private String account = "";

    @Option(
            names = "--amount",
            required = true,
            paramLabel = "AMOUNT",
            description = "Tax included; below zero the account owes less, as --amount=-35.20.")
    private String amount = "";

    @Option(
            names = "--bill",
            paramLabel = "NUMBER",
            description = "What it adjusts: a bill, an item of the old system, an adjustment.")
    private @Nullable String bill;

    @Option(
            names = "--reason",
            required = true,
            paramLabel = "CODE",
            description = "One of the utility's adjustments.yaml.")
    private String reason = "";

    @Option(names = "--evidence", required = true, paramLabel = "TEXT", description = "Where a person finds why.")
    private String evidence = "";

    @Option(
            names = "--reference",
            paramLabel = "NAME",
            description = "What it is called where it comes from; the same name again counts once.")
    private @Nullable String reference;

    @Mixin
    private DayOption day;

    @Mixin
    private WhyOption why;

    @Override
    public Integer call() throws IOException {
        Money money = AdjustText.money(spec, amount);
        if (evidence.isBlank() || reference != null && reference.isBlank()) {
            throw new ParameterException(spec.commandLine(), "--evidence and --reference need some text");
        }
        Adjustment adjustment = new Adjustment(
                account.replaceAll("[ -]", ""),
                reference,
                bill == null ? null : ItemKey.ofNumber(bill),
                money,
                reason,
                evidence);
        AdjustmentRules rules = utility.adjustments();
        Change change = why.now();
        try (Database database = home.open()) {
            return AdjustText.say(
                    spec, Adjustments.ask(database, rules, adjustment, day.days(), change), utility.currency(database));
        }
    }
}
