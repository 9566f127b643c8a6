package org.taswiya.cli.round;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.core.metering.Remark;
import org.taswiya.deliver.json.JsonLine;
import org.taswiya.store.Database;
import org.taswiya.store.rounds.OrderOutcome;
import org.taswiya.store.rounds.OrderResult;
import org.taswiya.store.rounds.OrderedReread;
import org.taswiya.store.rounds.RoundReport;
import org.taswiya.store.rounds.Stop;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `taswiya round report`: what became of a round.
@Command(
        name = "report",
        description = {
            "Shows how far a round is, and each order that did not come to a reading of the utility's own: with what"
                    + " the reader found, the customer's reading, or the suspension that skipped it.",
            "",
            "A meter that was to be read again is marked; only what came in after that was ordered answers it.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:Shown, however far the round is.",
            "1:Taswiya or the machine under it failed.",
            "2:Wrong usage, or there is no such round."
        },
        footer = {
            "",
            "Examples:",
            "  ./taswiya round report 12",
            "  ./taswiya round report 12 --json | jq 'select(.remark == \"no-access\")'"
        })
final class RoundReportCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Parameters(paramLabel = "ROUND", description = "The round's number.")
    private long round;

    @Option(names = "--json", description = "One JSON object a line for each order, those that were read too.")
    private boolean json;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try (Database database = home.open()) {
            RoundReport report = RoundReport.of(database, round, ZoneId.systemDefault(), result -> print(out, result));
            if (!json) {
                print(out, report);
            }
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
        return ExitCode.GOOD;
    }

    private void print(PrintWriter out, OrderResult result) {
        if (json) {
            out.println(json(result));
        } else if (result.outcome() != OrderOutcome.READ) {
            Remark remark = result.remark();
            String why = remark != null
                    ? remark.code()
                    : String.join(" ", result.stop().suspensions());
            out.printf(
                    "%6s  %-12s  %-16s  %-10s  %-20s  %s%s%s%n",
                    result.position(),
                    result.usagePoint(),
                    result.outcome().code(),
                    why,
                    result.area(),
                    result.address(),
                    notOn(result),
                    reread(result.reread()));
        }
    }

    /// The days of the round on which nobody is to read there, where some are left.
    private static String notOn(OrderResult result) {
        return result.outcome() == OrderOutcome.OPEN && result.stop().isPart()
                ? "  not on " + days(result.stop()).collect(Collectors.joining(", "))
                : "";
    }

    private static Stream<String> days(Stop stop) {
        return stop.days().stream().map(LocalDate::toString);
    }

    private static String reread(@Nullable OrderedReread reread) {
        return reread == null
                ? ""
                : "  re-read of " + reread.day() + ", " + reread.found() + ": " + reread.why()
                        + (reread.answered() == null ? "" : "; read on " + reread.answered());
    }

    private static void print(PrintWriter out, RoundReport report) {
        out.printf(
                Locale.ROOT,
                "Round %d of route %s: %,d of %,d orders are done: %s.%n",
                report.round().number(),
                report.round().route(),
                report.done(),
                report.round().orders(),
                Stream.of(OrderOutcome.values())
                        .map(outcome -> String.format(Locale.ROOT, "%,d %s", report.count(outcome), outcome.code()))
                        .collect(Collectors.joining(", ")));
        report.suspended()
                .forEach((reason, orders) -> out.printf(Locale.ROOT, "Suspended by %s: %,d.%n", reason, orders));
        if (report.round().rereads() > 0) {
            out.printf(
                    Locale.ROOT,
                    "Of these to be read again: %,d, still open: %,d.%n",
                    report.round().rereads(),
                    report.openRereads());
        }
        report.remarks().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(found -> out.printf(
                        Locale.ROOT, "  %-10s  %,9d%n", found.getKey().code(), found.getValue()));
    }

    private static String json(OrderResult result) {
        return JsonLine.object(json -> {
            json.writeNumberProperty("position", result.position());
            json.writeStringProperty("usagePoint", result.usagePoint());
            json.writeStringProperty("address", result.address());
            json.writeStringProperty("area", result.area());
            json.writeStringProperty("outcome", result.outcome().code());
            json.writeStringProperty(
                    "at", result.at() == null ? null : result.at().toString());
            json.writeStringProperty(
                    "value", result.value() == null ? null : result.value().toString());
            json.writeStringProperty(
                    "remark", result.remark() == null ? null : result.remark().code());
            json.writeArrayPropertyStart("suspensions");
            result.stop().suspensions().forEach(json::writeString);
            json.writeEndArray();
            json.writeArrayPropertyStart("laws");
            result.stop().laws().forEach(json::writeString);
            json.writeEndArray();
            json.writeArrayPropertyStart("notOn");
            days(result.stop()).forEach(json::writeString);
            json.writeEndArray();
            OrderedReread reread = result.reread();
            json.writeStringProperty(
                    "reread", reread == null ? null : reread.day().toString());
            json.writeStringProperty("found", reread == null ? null : reread.found());
            json.writeStringProperty("why", reread == null ? null : reread.why());
            json.writeStringProperty(
                    "answered",
                    reread == null || reread.answered() == null
                            ? null
                            : reread.answered().toString());
        });
    }
}
