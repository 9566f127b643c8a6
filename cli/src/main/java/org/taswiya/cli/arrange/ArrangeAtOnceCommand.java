package org.taswiya.cli.arrange;

import java.io.IOException;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.Refusals;
import org.taswiya.cli.command.UtilityOption;
import org.taswiya.cli.command.WhyOption;
import org.taswiya.cli.terminal.Currency;
import org.taswiya.store.Database;
import org.taswiya.store.arrangement.RebateOffers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `taswiya arrange at-once`: an account is offered a rebate for paying all.
@Command(
        name = "at-once",
        description = {
            "Offers an account what the rules leave off when all else is paid by a day, and writes the offer down."
                    + " Nothing is booked before it is earned: arrange rebates.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:It is offered.",
            "1:Taswiya or the machine under it failed; nothing was written.",
            "2:Wrong usage, or the rules have a fault; nothing was written.",
            "3:Nothing is offered, with the reason; nothing was written."
        },
        footer = {
            "",
            "Examples:",
            "  ./taswiya arrange at-once 1204551837 --why \"catch-up of spring\"",
            "  ./taswiya arrange at-once 1204551837 --months 3 --why \"asked at the counter\""
        })
final class ArrangeAtOnceCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Mixin
    private UtilityOption utility;

    @Parameters(paramLabel = "ACCOUNT", description = "Whose debt it is.")
    private String account = "";

    @Option(
            names = "--months",
            paramLabel = "NUMBER",
            description = "How many instalments it could have instead. Default: as many as the rules offer.")
    private @Nullable Integer months;

    @Option(names = "--on", paramLabel = "DAY", description = "The day of the offer. Default: today.")
    private @Nullable LocalDate on;

    @Mixin
    private WhyOption why;

    @Override
    public Integer call() throws IOException {
        LocalDate day = on == null ? AskedOptions.today() : on;
        RebateOffers.Answer answer;
        Currency currency;
        try (Database database = home.open()) {
            answer = RebateOffers.offer(
                    database, account, utility.arrangements(), utility.workingDays(), months, day, why.now());
            currency = utility.currency(database);
        }
        return switch (answer) {
            case RebateOffers.Answer.Offered(var number, var atOnce) -> {
                spec.commandLine()
                        .getOut()
                        .println("Offer " + number + " to account " + account + ": "
                                + currency.money(atOnce.left()) + " by " + atOnce.until() + ", "
                                + currency.money(atOnce.rebate()) + " left off.");
                yield ExitCode.GOOD;
            }
            case RebateOffers.Answer.NotOffered(var reason, var found) -> Refusals.tell(spec, reason.code(), found);
        };
    }
}
