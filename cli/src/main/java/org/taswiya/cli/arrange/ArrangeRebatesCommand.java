package org.taswiya.cli.arrange;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.UtilitiesOption;
import org.taswiya.cli.terminal.Currency;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.arrangement.RebateOffers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `taswiya arrange rebates`: what was earned by paying at once is booked.
@Command(
        name = "rebates",
        description = {
            "Books the rebate of every offer to pay at once whose rest was settled in time, once for each offer.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:All that were earned are booked.",
            "1:Taswiya or the machine under it failed; nothing was written.",
            "2:Wrong usage; nothing was written."
        },
        footer = {"", "Examples:", "  ./taswiya arrange rebates", "  ./taswiya arrange rebates --on 2020-07-10"})
final class ArrangeRebatesCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Mixin
    private UtilitiesOption utilities;

    @Option(names = "--on", paramLabel = "DAY", description = "The day of the books. Default: today.")
    private @Nullable LocalDate on;

    @Option(names = "--author", paramLabel = "NAME", description = "Who runs it. Default: the user of this machine.")
    private String author = System.getProperty("user.name");

    @Override
    public Integer call() {
        LocalDate today = AskedOptions.today();
        LocalDate day = on == null ? today : on;
        if (day.isAfter(today) || author.isBlank()) {
            throw new ParameterException(
                    spec.commandLine(), "--on is " + day + ", and today is " + today + "; --author needs some text");
        }
        List<RebateOffers.Earned> earned;
        Currency currency;
        try (Database database = home.open()) {
            earned = RebateOffers.book(database, day, new Change(Instant.now(), author, "rebates of " + day));
            currency = utilities.currency(database);
        }
        PrintWriter out = spec.commandLine().getOut();
        for (RebateOffers.Earned one : earned) {
            out.println("Offer " + one.offer() + ", account " + one.account() + ": " + currency.money(one.rebate())
                    + " left off.");
        }
        out.println("Rebates booked: " + earned.size() + ".");
        return ExitCode.GOOD;
    }
}
