package org.taswiya.cli.round;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.terminal.Grouped;
import org.taswiya.core.metering.Remark;
import org.taswiya.deliver.json.JsonLine;
import org.taswiya.store.Database;
import org.taswiya.store.rounds.UnreadMeters;
import org.taswiya.store.rounds.UnreadMeters.UnreadMeter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `taswiya round unread`: meters that nobody reads.
@Command(
        name = "unread",
        description = {
            "Shows the meters that were in some rounds in a row and that nobody of the utility read in any of them,"
                    + " the longest unread first, with what readers found.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  ./taswiya round unread --rounds 3",
            "  ./taswiya round unread --rounds 2 --on 2020-06-30 --json | jq -r .usagePoint"
        })
final class RoundUnreadCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Option(names = "--rounds", paramLabel = "N", required = true, description = "How many rounds in a row.")
    private int rounds;

    @Option(names = "--on", paramLabel = "DAY", description = "The day that counts as today. Default: today.")
    private @Nullable LocalDate on;

    @Option(names = "--json", description = "One JSON object a line for each meter.")
    private boolean json;

    @Override
    public Integer call() {
        if (rounds < 1) {
            throw new ParameterException(spec.commandLine(), "--rounds is " + rounds + "; expected 1 or more");
        }
        ZoneId zone = ZoneId.systemDefault();
        List<UnreadMeter> unread;
        try (Database database = home.open()) {
            unread = UnreadMeters.list(database, rounds, on == null ? LocalDate.now(zone) : on, zone);
        }
        PrintWriter out = spec.commandLine().getOut();
        for (UnreadMeter meter : unread) {
            if (json) {
                out.println(json(meter));
            } else {
                out.printf(
                        "%-12s  %-10s  %-20s  %-24s  %s%n",
                        meter.usagePoint(),
                        meter.lastDay() == null ? "never" : meter.lastDay(),
                        meter.area(),
                        meter.remarks().stream().map(Remark::code).collect(Collectors.joining("+")),
                        meter.address());
            }
        }
        if (!json) {
            out.println(Grouped.of(unread.size()) + " unread for " + Grouped.count(rounds, "round") + ".");
        }
        return ExitCode.GOOD;
    }

    private static String json(UnreadMeter meter) {
        return JsonLine.object(json -> {
            json.writeStringProperty("usagePoint", meter.usagePoint());
            json.writeStringProperty("address", meter.address());
            json.writeStringProperty("area", meter.area());
            json.writeStringProperty(
                    "lastDay", meter.lastDay() == null ? null : meter.lastDay().toString());
            json.writeArrayPropertyStart("remarks");
            meter.remarks().forEach(remark -> json.writeString(remark.code()));
            json.writeEndArray();
        });
    }
}
