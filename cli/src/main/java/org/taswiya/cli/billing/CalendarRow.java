package org.taswiya.cli.billing;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.calendar.PlannedCycle;
import org.taswiya.core.quantity.Money;
import org.taswiya.deliver.json.JsonLine;
import org.taswiya.store.run.RunReport;
import tools.jackson.core.JsonGenerator;

/// One turn of a cycle as `calendar` shows it.
///
/// @param run that billed it; null when none was begun
/// @param read how many meters were read in its window; null when nobody asked
record CalendarRow(
        PlannedCycle turn,
        CycleState state,
        @Nullable RunReport run,
        @Nullable Long read) {

    static String head(boolean withRead) {
        return line(withRead ? "read" : null, "cycle", "area", "to", "read", "billed", "state", "run", "bills", "held");
    }

    String text() {
        return line(
                read == null ? null : grouped(read),
                turn.rule().name(),
                turn.rule().area() == null ? "all" : turn.rule().area(),
                turn.end(),
                days(turn.reading()),
                days(turn.billing()),
                state.words(),
                run == null ? "" : run.id(),
                run == null ? "" : grouped(run.totals().bills()),
                run == null ? "" : grouped(run.totals().held()));
    }

    private static String line(@Nullable String read, Object... cells) {
        String line = String.format(Locale.ROOT, "%-12s  %-12s  %-10s  %-24s  %-24s  %-9s  %4s  %9s  %7s", cells);
        return (read == null ? line.stripTrailing() : line + String.format(Locale.ROOT, "  %9s", read)) + "\n";
    }

    /// The first day and the last, as people say it.
    private static String days(DateRange range) {
        return range.from() + " to " + range.to().minusDays(1);
    }

    private static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    String json() {
        return JsonLine.object(json -> {
            json.writeStringProperty("cycle", turn.rule().name());
            if (turn.rule().area() != null) {
                json.writeStringProperty("area", turn.rule().area());
            }
            json.writeStringProperty("to", turn.end().toString());
            days(json, "reading", turn.reading());
            days(json, "billing", turn.billing());
            if (turn.rule().dueDays() != null) {
                json.writeNumberProperty("dueDays", turn.rule().dueDays());
            }
            json.writeStringProperty("state", state.words());
            if (run != null) {
                json.writeNumberProperty("run", run.id());
                json.writeStringProperty("on", run.cycle().billedOn().toString());
                json.writeNumberProperty("bills", run.totals().bills());
                json.writeNumberProperty("held", run.totals().held());
                json.writeNumberProperty("failed", run.totals().failed());
                json.writeStringProperty(
                        "total", Money.ofMinor(run.totals().total()).toString());
            }
            if (read != null) {
                json.writeNumberProperty("read", read);
            }
        });
    }

    private static void days(JsonGenerator json, String name, DateRange range) {
        json.writeObjectPropertyStart(name);
        json.writeStringProperty("first", range.from().toString());
        json.writeStringProperty("last", range.to().minusDays(1).toString());
        json.writeEndObject();
    }
}
