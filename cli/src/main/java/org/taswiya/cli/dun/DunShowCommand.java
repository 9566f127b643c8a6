package org.taswiya.cli.dun;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.UtilityOption;
import org.taswiya.cli.terminal.Currency;
import org.taswiya.store.Database;
import org.taswiya.store.dunning.DunningBatch;
import org.taswiya.store.dunning.DunningNotices;
import org.taswiya.store.dunning.DunningStops;
import org.taswiya.store.dunning.ServiceOrders;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `taswiya dun show`: all of one account.
@Command(
        name = "show",
        description = {
            "Shows the dunning of an account: what it would get on a day or what keeps it back, what was sent, what"
                    + " people have stopped, and the orders to cut its supply.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:It is shown.",
            "1:Taswiya or the machine under it failed; the message says what.",
            "2:Wrong usage, there is no such account, or the rules have a fault."
        },
        footer = {"", "Examples:", "  ./taswiya dun show 1204551837 --on 2020-07-01"})
final class DunShowCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Mixin
    private UtilityOption utility;

    @Parameters(paramLabel = "ACCOUNT", description = "Whose dunning it is.")
    private String account = "";

    @Option(names = "--on", paramLabel = "DAY", description = "What it would get on this day. Default: today.")
    private @Nullable LocalDate on;

    @Override
    public Integer call() throws IOException {
        LocalDate day = on == null ? LocalDate.now(ZoneId.systemDefault()) : on;
        PrintWriter out = spec.commandLine().getOut();
        try (Database database = home.open()) {
            DunningBatch.Decided decided = DunningBatch.of(database, utility.dunning(), day, account)
                    .orElseThrow(() -> new ParameterException(
                            spec.commandLine(), "there is no customer account " + account + "; check the number"));
            Currency currency = utility.currency(database);
            if (decided.answers().isEmpty()) {
                out.println("Nothing of account " + account + " is overdue on " + day + ".");
            }
            DunText.all(decided, currency).forEach(out::println);
            for (DunningNotices.Notice notice : DunningNotices.list(database, account, null)) {
                out.println(DunText.notice(notice, currency));
            }
            DunningStops.list(database, account).forEach(stop -> out.println(DunText.stop(stop)));
            ServiceOrders.list(database, account).forEach(order -> out.println(DunText.order(order, currency)));
        }
        out.flush();
        return ExitCode.GOOD;
    }
}
