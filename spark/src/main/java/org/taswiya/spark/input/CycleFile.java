package org.taswiya.spark.input;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.taswiya.spark.parquet.TextFile;
import org.taswiya.store.run.Cycle;
import org.taswiya.store.run.Cycle.Plan;

/// What a folder of exported accounts says of itself, when all of them are there.
///
/// @param lastNumber of the last bill in the books when they were exported
public record CycleFile(Cycle cycle, long lastNumber) {
    private static final String TO = "to";
    private static final String ON = "on";
    private static final String NAME = "cycle";
    private static final String READ_TO = "readTo";
    private static final String DUE_ON = "dueOn";
    private static final String OUTSIDE_WINDOW = "outsideWindow";
    private static final String LAST_NUMBER = "lastNumber";

    private static TextFile file(Configuration configuration, String folder) {
        return new TextFile(configuration, new Path(folder, "_work"), new Path(folder, "_cycle.txt"));
    }

    public void write(Configuration configuration, String folder) throws IOException {
        List<String> lines = new ArrayList<>(List.of(TO + " " + cycle.billTo(), ON + " " + cycle.billedOn()));
        Plan plan = cycle.plan();
        if (plan != null) {
            lines.add(NAME + " " + plan.name());
            lines.add(READ_TO + " " + plan.readTo());
            if (plan.dueOn() != null) {
                lines.add(DUE_ON + " " + plan.dueOn());
            }
            if (plan.outsideWindow() != null) {
                lines.add(OUTSIDE_WINDOW + " " + plan.outsideWindow().lines().collect(Collectors.joining(" ")));
            }
        }
        lines.add(LAST_NUMBER + " " + lastNumber);
        file(configuration, folder).write(lines);
    }

    /// What the folder says; empty when it was not exported, or not to the end.
    public static Optional<CycleFile> read(Configuration configuration, String folder) throws IOException {
        Optional<List<String>> lines = file(configuration, folder).read();
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        Map<String, String> values = new HashMap<>();
        for (String line : lines.get()) {
            int space = line.indexOf(' ');
            values.put(line.substring(0, Math.max(0, space)), line.substring(space + 1));
        }
        LocalDate billTo = LocalDate.parse(value(values, TO, folder));
        LocalDate billedOn = LocalDate.parse(value(values, ON, folder));
        Cycle cycle = values.containsKey(NAME)
                ? Cycle.planned(billTo, billedOn, null, plan(values, folder))
                : new Cycle(billTo, billedOn);
        return Optional.of(new CycleFile(cycle, Long.parseLong(value(values, LAST_NUMBER, folder))));
    }

    private static Plan plan(Map<String, String> values, String folder) throws IOException {
        String dueOn = values.get(DUE_ON);
        return new Plan(
                value(values, NAME, folder),
                LocalDate.parse(value(values, READ_TO, folder)),
                dueOn == null ? null : LocalDate.parse(dueOn),
                values.get(OUTSIDE_WINDOW));
    }

    private static String value(Map<String, String> values, String name, String folder) throws IOException {
        String value = values.get(name);
        if (value == null) {
            throw new IOException(folder + "/_cycle.txt does not say '" + name + "'");
        }
        return value;
    }
}
