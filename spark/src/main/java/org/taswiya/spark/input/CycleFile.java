package org.taswiya.spark.input;

import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.taswiya.spark.parquet.TextFile;
import org.taswiya.store.billing.Cycle;

/// What a folder of exported accounts says of itself, when all of them are there.
///
/// @param lastNumber of the last bill in the books when they were exported
public record CycleFile(LocalDate billTo, LocalDate billedOn, long lastNumber) {
    private static final String TO = "to";
    private static final String ON = "on";
    private static final String LAST_NUMBER = "lastNumber";

    public Cycle cycle() {
        return new Cycle(billTo, billedOn);
    }

    private static TextFile file(Configuration configuration, String folder) {
        return new TextFile(configuration, new Path(folder, "_work"), new Path(folder, "_cycle.txt"));
    }

    public void write(Configuration configuration, String folder) throws IOException {
        file(configuration, folder)
                .write(List.of(TO + " " + billTo, ON + " " + billedOn, LAST_NUMBER + " " + lastNumber));
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
        return Optional.of(new CycleFile(
                LocalDate.parse(value(values, TO, folder)),
                LocalDate.parse(value(values, ON, folder)),
                Long.parseLong(value(values, LAST_NUMBER, folder))));
    }

    private static String value(Map<String, String> values, String name, String folder) throws IOException {
        String value = values.get(name);
        if (value == null) {
            throw new IOException(folder + "/_cycle.txt does not say '" + name + "'");
        }
        return value;
    }
}
