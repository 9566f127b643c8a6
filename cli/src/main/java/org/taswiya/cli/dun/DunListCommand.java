package org.taswiya.cli.dun;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.UtilitiesOption;
import org.taswiya.cli.terminal.Currency;
import org.taswiya.deliver.json.JsonLine;
import org.taswiya.store.Database;
import org.taswiya.store.dunning.DunningNotices;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `taswiya dun list`: what was sent.
@Command(
        name = "list",
        description = {"Lists the steps that were sent: of an account or of all, on a day or on all days.", ""},
        footer = {
            "",
            "Examples:",
            "  ./taswiya dun list --on 2020-07-01",
            "  ./taswiya dun list --account 1204551837 --json | jq .step"
        })
final class DunListCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Mixin
    private UtilitiesOption utilities;

    @Option(names = "--account", paramLabel = "ACCOUNT", description = "Only those of this account.")
    private @Nullable String account;

    @Option(names = "--on", paramLabel = "DAY", description = "Only those of the run of this day.")
    private @Nullable LocalDate on;

    @Option(names = "--json", description = "One JSON object a line.")
    private boolean json;

    @Override
    public Integer call() {
        List<DunningNotices.Notice> found;
        Currency currency;
        try (Database database = home.open()) {
            found = DunningNotices.list(database, account, on);
            currency = utilities.currency(database);
        }
        PrintWriter out = spec.commandLine().getOut();
        for (DunningNotices.Notice notice : found) {
            out.println(
                    json
                            ? JsonLine.object(object -> DunText.notice(object, notice))
                            : DunText.notice(notice, currency));
        }
        if (found.isEmpty() && !json) {
            out.println("Nothing was sent.");
        }
        out.flush();
        return ExitCode.GOOD;
    }
}
