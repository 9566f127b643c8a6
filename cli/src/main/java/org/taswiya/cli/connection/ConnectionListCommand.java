package org.taswiya.cli.connection;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.UtilityOption;
import org.taswiya.cli.terminal.Currency;
import org.taswiya.core.calendar.WorkingDays;
import org.taswiya.core.connection.ConnectionRules;
import org.taswiya.deliver.json.JsonLine;
import org.taswiya.store.Database;
import org.taswiya.store.connection.Applications;
import org.taswiya.store.connection.StoredApplication;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `taswiya connection list`: what waits, and for how long.
@Command(
        name = "list",
        description = {
            "Lists applications for new connections: how each stands since when, and by which working day the"
                    + " utility is to take the next step. Those that are over are left out, unless --all.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  ./taswiya connection list",
            "  ./taswiya connection list --overdue --on 2020-06-20",
            "  ./taswiya connection list --all --json | jq 'select(.isOverdue)'"
        })
final class ConnectionListCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Mixin
    private UtilityOption utility;

    @Option(names = "--account", paramLabel = "ACCOUNT", description = "Only those of this account.")
    private @Nullable String account;

    @Option(names = "--overdue", description = "Only those whose target day is over.")
    private boolean isOverdue;

    @Option(names = "--all", description = "Also those that are connected, refused, withdrawn or lapsed.")
    private boolean isAll;

    @Option(names = "--on", paramLabel = "DAY", description = "The day to compare with targets. Default: today.")
    private @Nullable LocalDate on;

    @Option(names = "--json", description = "One JSON object a line.")
    private boolean json;

    /// @param target null where none is set
    private record Listed(
            StoredApplication application, @Nullable LocalDate target, boolean isOverdue) {}

    @Override
    public Integer call() throws IOException {
        ConnectionRules rules = utility.connections();
        WorkingDays open = utility.workingDays();
        LocalDate day = on == null ? LocalDate.now(ZoneId.systemDefault()) : on;
        List<StoredApplication> found;
        Currency currency;
        try (Database database = home.open()) {
            found = Applications.list(database, account);
            currency = utility.currency(database);
        }
        List<Listed> listed = found.stream()
                .filter(one -> isAll || !one.state().isOver())
                .map(one -> listed(one, rules, open, day))
                .filter(one -> !isOverdue || one.isOverdue())
                .toList();
        PrintWriter out = spec.commandLine().getOut();
        listed.forEach(one -> out.println(json ? json(one) : line(one, currency)));
        if (listed.isEmpty() && !json) {
            out.println("No applications.");
        }
        out.flush();
        return ExitCode.GOOD;
    }

    private static Listed listed(StoredApplication one, ConnectionRules rules, WorkingDays open, LocalDate day) {
        LocalDate target = rules.target(one.state(), one.since(), open).orElse(null);
        return new Listed(one, target, target != null && day.isAfter(target));
    }

    private static String line(Listed one, Currency currency) {
        return ConnectionText.line(one.application(), currency) + ConnectionText.target(one.target(), one.isOverdue());
    }

    private static String json(Listed one) {
        return JsonLine.object(object -> {
            ConnectionText.application(object, one.application());
            ConnectionText.text(object, "target", one.target());
            object.writeBooleanProperty("isOverdue", one.isOverdue());
        });
    }
}
