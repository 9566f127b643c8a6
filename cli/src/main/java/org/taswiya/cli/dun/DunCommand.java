package org.taswiya.cli.dun;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.UtilityOption;
import org.taswiya.cli.terminal.Currency;
import org.taswiya.core.dunning.DunningRules;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.dunning.DunningBatch;
import org.taswiya.store.dunning.DunningRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `taswiya dun`: who is reminded of what is due.
@Command(
        name = "dun",
        description = {
            "Sends each overdue item its next step by the utility's dunning.yaml, unless something keeps it back: an"
                    + " order of suspension, a season, a dispute, a vulnerable customer, a payment facility that is"
                    + " kept, an amount too small, a credit. A disconnection is only proposed; a person approves it.",
            "",
            "With --dry-run it says who would get what, and who would not and why. Killed at any moment and begun"
                    + " again, nothing is sent twice.",
            ""
        },
        subcommands = {
            DunListCommand.class,
            DunShowCommand.class,
            DunStopCommand.class,
            DunResumeCommand.class,
            DunOrdersCommand.class,
            DunApproveCommand.class,
            DunRefuseCommand.class
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:All who were to be dunned are.",
            "1:Taswiya or the machine under it failed; what was sent stands, begin again.",
            "2:Wrong usage, or the rules have a fault; it is named with its place."
        },
        footer = {
            "",
            "Examples:",
            "  ./taswiya dun --on 2020-07-01 --dry-run",
            "  ./taswiya dun --on 2020-07-01 --dry-run --json | jq 'select(.held)'",
            "  ./taswiya dun --on 2020-07-01",
            "  ./taswiya dun stop 1204551837 --for dispute --why \"doubts the reading\"",
            "  ./taswiya dun orders",
            "  ./taswiya dun approve 12 --why \"visited, nobody there\""
        })
public final class DunCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Mixin
    private UtilityOption utility;

    @Option(names = "--on", paramLabel = "DAY", description = "The day of the run. Default: today.")
    private @Nullable LocalDate on;

    @Option(names = "--author", paramLabel = "NAME", description = "Who runs it. Default: the user of this machine.")
    private String author = System.getProperty("user.name");

    @Option(
            names = {"--dry-run", "--trial"},
            description = "Only say who would get what, and what keeps it back; store nothing.")
    private boolean isTrial;

    @Option(names = "--json", description = "One JSON object a line for each item.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        LocalDate today = LocalDate.now(ZoneId.systemDefault());
        LocalDate day = on == null ? today : on;
        if (!isTrial && day.isAfter(today)) {
            throw new ParameterException(
                    spec.commandLine(), "--on is " + day + ", and today is " + today + "; look at it with --dry-run");
        }
        if (author.isBlank()) {
            throw new ParameterException(spec.commandLine(), "--author needs some text");
        }
        DunningRules rules = utility.dunning();
        PrintWriter out = spec.commandLine().getOut();
        DunTally tally = new DunTally();
        try (Database database = home.open()) {
            Currency currency = utility.currency(database);
            DunningRun.Listener listener = batch -> tell(out, batch, tally, currency);
            if (isTrial) {
                DunningRun.look(database, rules, day, listener);
            } else {
                DunningRun.send(database, rules, day, new Change(Instant.now(), author, "dunning of " + day), listener);
            }
        }
        if (!json) {
            out.println(tally.text(day, isTrial));
        }
        out.flush();
        return ExitCode.GOOD;
    }

    private void tell(PrintWriter out, DunningBatch batch, DunTally tally, Currency currency) {
        for (DunningBatch.Decided account : batch.accounts()) {
            tally.add(account);
            if (json) {
                DunText.json(account).forEach(out::println);
            } else if (isTrial) {
                DunText.lines(account, currency).forEach(out::println);
            }
        }
    }
}
