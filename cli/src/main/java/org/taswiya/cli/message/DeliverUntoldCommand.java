package org.taswiya.cli.message;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.store.Database;
import org.taswiya.store.message.LeftUntold;
import org.taswiya.store.run.RunReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `taswiya deliver untold`: whom the agency has to tell.
@Command(
        name = "untold",
        description = {
            "Lists what has reached nobody: all messages of it have failed, or the customer is reached by no channel."
                    + " The agency tells them. What was switched off by its customer, or withdrawn, is not listed.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:Nobody is left.",
            "1:Taswiya or the machine under it failed.",
            "2:Wrong usage, or there is no such run.",
            "3:Somebody is; each is named."
        },
        footer = {
            "",
            "Examples:",
            "  ./taswiya deliver untold --run 3",
            "  ./taswiya deliver untold --since 2020-06-01 --json"
        })
final class DeliverUntoldCommand implements Callable<Integer> {
    private static final int MONTHS = 3;

    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Option(
            names = "--since",
            paramLabel = "DAY",
            description = "Messages queued from this day on. Default: " + MONTHS + " months ago.")
    private @Nullable LocalDate since;

    @Option(
            names = "--run",
            paramLabel = "RUN",
            split = ",",
            description = "Also the bills of these runs that never had a message.")
    private List<Long> runs = List.of();

    @Option(names = "--json", description = "One JSON object a line.")
    private boolean json;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        LocalDate today = LocalDate.now(ZoneId.systemDefault());
        LocalDate first = since == null ? today.minusMonths(MONTHS) : since;
        long[] count = {0};
        try (Database database = home.open()) {
            runs.stream()
                    .filter(run -> RunReport.of(database, run).isEmpty())
                    .findFirst()
                    .ifPresent(run -> {
                        throw new ParameterException(
                                spec.commandLine(), "there is no run " + run + "; ./taswiya run list shows them");
                    });
            LeftUntold.each(
                    database,
                    first.atStartOfDay(ZoneId.systemDefault()).toInstant(),
                    today,
                    runs,
                    (cause, account, messages) -> {
                        count[0]++;
                        String why = messages == 0 ? "no-channel" : "all-failed";
                        out.println(
                                json
                                        ? MessageJson.left(cause, account, why)
                                        : cause.kind().code() + " " + cause.key() + "  " + account + "  "
                                                + (messages == 0
                                                        ? "no channel"
                                                        : messages + (messages == 1 ? " message" : " messages")
                                                                + " failed"));
                    });
        }
        if (!json) {
            out.println(count[0] == 0 ? "nobody is left untold" : count[0] + " for the agency");
        }
        out.flush();
        return count[0] == 0 ? ExitCode.GOOD : ExitCode.SOME_REFUSED;
    }
}
