package org.taswiya.cli.arrange;

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
import org.taswiya.store.arrangement.Arrangements;
import org.taswiya.store.arrangement.StoredArrangement;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `taswiya arrange list`: what was granted, and how it stands.
@Command(
        name = "list",
        description = {"Lists arrangements and how they stand on a day: of an account, or of all.", ""},
        footer = {
            "",
            "Examples:",
            "  ./taswiya arrange list",
            "  ./taswiya arrange list --account 1204551837 --on 2020-09-01",
            "  ./taswiya arrange list --json | jq 'select(.state == \"broken\").account'"
        })
final class ArrangeListCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Mixin
    private UtilitiesOption utilities;

    @Option(names = "--account", paramLabel = "ACCOUNT", description = "Only those of this account.")
    private @Nullable String account;

    @Option(names = "--on", paramLabel = "DAY", description = "How they stand on this day. Default: today.")
    private @Nullable LocalDate on;

    @Option(names = "--json", description = "One JSON object a line.")
    private boolean json;

    @Override
    public Integer call() {
        LocalDate day = on == null ? AskedOptions.today() : on;
        List<StoredArrangement> found;
        Currency currency;
        try (Database database = home.open()) {
            found = Arrangements.list(database, account);
            currency = utilities.currency(database);
        }
        PrintWriter out = spec.commandLine().getOut();
        for (StoredArrangement one : found) {
            out.println(
                    json
                            ? JsonLine.object(object -> ArrangeText.arrangement(object, one, day))
                            : ArrangeText.line(one, day, currency));
        }
        if (found.isEmpty() && !json) {
            out.println("No arrangements.");
        }
        out.flush();
        return ExitCode.GOOD;
    }
}
