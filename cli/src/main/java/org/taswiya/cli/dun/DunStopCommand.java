package org.taswiya.cli.dun;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.WhyOption;
import org.taswiya.core.dunning.DunningStop;
import org.taswiya.core.receivables.ItemKey;
import org.taswiya.store.Database;
import org.taswiya.store.dunning.DunningStops;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `taswiya dun stop`: a person keeps dunning back.
@Command(
        name = "stop",
        description = {
            "Keeps the dunning of an account back, or of one bill of it: for a dispute, because the customer is"
                    + " vulnerable, or for another reason.",
            "",
            "For one bill or item that a customer does not accept, dispute open is better: it has an amount, an answer"
                    + " by a day, and keeps dunning back by itself. A stop for a dispute stays until dun resume.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:It is stopped.",
            "1:Taswiya or the machine under it failed; nothing was written.",
            "2:Wrong usage, or there is no such account; nothing was written."
        },
        footer = {
            "",
            "Examples:",
            "  ./taswiya dun stop 1204551837 --for dispute --why \"letter not read yet\"",
            "  ./taswiya dun stop 1204551837 --for vulnerable --why \"dialysis at home\"",
            "  ./taswiya dun stop 1204551837 --for other --to 2020-09-01 --why \"in hospital\""
        })
final class DunStopCommand implements Callable<Integer> {
    private static final Map<String, DunningStop> KINDS =
            Map.of("dispute", DunningStop.DISPUTE, "vulnerable", DunningStop.VULNERABLE, "other", DunningStop.PERSON);

    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Parameters(paramLabel = "ACCOUNT", description = "Whose dunning it is.")
    private String account = "";

    @Option(
            names = "--for",
            paramLabel = "KIND",
            required = true,
            description = "What for: dispute, vulnerable or other.")
    private String kind = "";

    @Option(
            names = "--bill",
            paramLabel = "NUMBER",
            description = "Only this bill, or this open item of the old system.")
    private @Nullable String bill;

    @Option(names = "--from", paramLabel = "DAY", description = "From this day on. Default: today.")
    private @Nullable LocalDate from;

    @Option(
            names = "--to",
            paramLabel = "DAY",
            description = "The first day on which it counts no more. Default: until dun resume says it.")
    private @Nullable LocalDate to;

    @Mixin
    private WhyOption why;

    @Override
    public Integer call() {
        DunningStop stop = KINDS.get(kind);
        if (stop == null) {
            throw wrong("--for is '" + kind + "'; expected dispute, vulnerable or other");
        }
        LocalDate first = from == null ? LocalDate.now(ZoneId.systemDefault()) : from;
        if (to != null && to.isBefore(first)) {
            throw wrong("--to is " + to + ", before the first day " + first);
        }
        try (Database database = home.open()) {
            DunningStops.Stored stored = DunningStops.begin(database, account, stop, item(), first, to, why.now())
                    .orElseThrow(() -> wrong("there is no customer account " + account + "; check the number"));
            spec.commandLine().getOut().println(DunText.stop(stored));
        }
        return ExitCode.GOOD;
    }

    private @Nullable ItemKey item() {
        String number = bill;
        if (number == null) {
            return null;
        }
        return ItemKey.ofNumber(number);
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
