package org.taswiya.cli.collector;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.UtilityOption;
import org.taswiya.cli.terminal.Grouped;
import org.taswiya.core.collector.Collector;
import org.taswiya.core.quantity.Money;
import org.taswiya.deliver.json.JsonLine;
import org.taswiya.store.Database;
import org.taswiya.store.collector.CollectorKeys;
import org.taswiya.store.collector.Statements;
import org.taswiya.store.collector.Statements.Outstanding;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `taswiya collector list`: what is collected and not remitted.
@Command(
        name = "list",
        description = {
            "Lists collectors with what each has collected and not remitted: how many payments, their amount, the"
                    + " oldest day, whether it is late by the utility's remittance calendar, and the balance of its"
                    + " account, which differs where a remittance was short or over.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:The collectors are listed.",
            "1:Taswiya or the machine under it failed; the message says what.",
            "2:Wrong usage."
        },
        footer = {"", "Examples:", "  ./taswiya collector list", "  ./taswiya collector list --on 2020-06-30 --json"})
final class CollectorListCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Mixin
    private UtilityOption utility;

    @Option(names = "--on", paramLabel = "DAY", description = "The day on which lateness is told. Default: today.")
    private @Nullable LocalDate on;

    @Option(names = "--json", description = "One JSON object a collector.")
    private boolean json;

    private record Row(String name, long keys, Outstanding outstanding, boolean isLate) {}

    @Override
    public Integer call() throws IOException {
        LocalDate day = on == null ? LocalDate.now(ZoneId.systemDefault()) : on;
        Map<String, Collector> collectors = utility.collectors();
        Map<String, Outstanding> outstanding = new HashMap<>();
        Map<String, Long> keys = new HashMap<>();
        try (Database database = home.open()) {
            Statements.outstanding(database).forEach(one -> outstanding.put(one.collector(), one));
            CollectorKeys.all(database).stream()
                    .filter(key -> !key.isWithdrawn())
                    .forEach(key -> keys.merge(key.collector(), 1L, Long::sum));
        }
        TreeSet<String> names = new TreeSet<>(collectors.keySet());
        names.addAll(outstanding.keySet());
        print(names.stream()
                .map(name -> row(
                        name,
                        keys.getOrDefault(name, 0L),
                        outstanding.getOrDefault(name, new Outstanding(name, 0, Money.ZERO, null, Money.ZERO)),
                        collectors.get(name),
                        day))
                .toList());
        return ExitCode.GOOD;
    }

    private static Row row(
            String name, long keys, Outstanding outstanding, @Nullable Collector collector, LocalDate day) {
        LocalDate oldest = outstanding.oldest();
        boolean isLate = collector != null
                && oldest != null
                && collector.remittedBy(oldest).isBefore(day);
        return new Row(name, keys, outstanding, isLate);
    }

    private void print(List<Row> rows) {
        PrintWriter out = spec.commandLine().getOut();
        if (!json) {
            out.printf(
                    Locale.ROOT,
                    "%-20s%6s%10s%18s  %-12s%18s%n",
                    "collector",
                    "keys",
                    "payments",
                    "not remitted",
                    "oldest",
                    "balance");
        }
        for (Row row : rows) {
            Outstanding has = row.outstanding();
            if (json) {
                out.println(JsonLine.object(object -> {
                    object.writeStringProperty("collector", row.name());
                    object.writeNumberProperty("keys", row.keys());
                    object.writeNumberProperty("payments", has.payments());
                    object.writeStringProperty("notRemitted", has.amount().toString());
                    CollectorJson.text(object, "oldest", has.oldest());
                    object.writeBooleanProperty("isLate", row.isLate());
                    object.writeStringProperty("balance", has.balance().toString());
                }));
            } else {
                LocalDate oldest = has.oldest();
                out.printf(
                        Locale.ROOT,
                        "%-20s%6d%,10d%18s  %-12s%18s%s%n",
                        row.name(),
                        row.keys(),
                        has.payments(),
                        Grouped.of(has.amount()),
                        oldest == null ? "" : oldest,
                        Grouped.of(has.balance()),
                        row.isLate() ? "  late" : "");
            }
        }
        out.flush();
    }
}
