package org.taswiya.run.receiving;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.taswiya.run.TestDatabases;
import org.taswiya.store.Database;

/// Whatever the order in which plain sources bring things, however often, in whichever files: the same readings count.
final class ImportLaws {
    private static final Database DATABASE = TestDatabases.fresh();
    private static final String HEAD = "POINT;COMPTEUR;DATE_RELEVE;INDEX;NATURE;UNITE\n";
    private static final int FILES = 4;

    private static int count;

    /// Of two sources the same facts, in other orders. Among them are readings of one day that contradict each other,
    /// readings of a meter that an exchange brings, and points that come last.
    @Property(tries = 8, shrinking = ShrinkingMode.OFF)
    void orderRepetitionAndSplitsDoNotMatter(@ForAll Random random) throws IOException {
        Path folder = TestDatabases.folder("laws");
        String first = "a" + ++count + "x";
        String second = "b" + count + "x";
        List<String> readings = readings(random);
        for (String name : List.of(first, second)) {
            List<Arrival> arrivals = arrivals(readings, name, random);
            Town town = new Town(DATABASE, folder);
            for (Arrival arrival : arrivals) {
                if (arrival.mapping().equals("town")) {
                    town.build(name, 1, 3);
                } else {
                    town.take(Town.shipped(arrival.mapping()), town.file(arrival.text()), 1 + random.nextInt(7));
                }
            }
        }
        Town town = new Town(DATABASE, folder);
        assertThat(town.counting("E" + second).stream().map(row -> row.replace(second, first)))
                .isNotEmpty()
                .isEqualTo(town.counting("E" + first));
    }

    private record Arrival(String mapping, String text) {}

    private static List<String> readings(Random random) {
        List<String> readings = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            int day = 1 + random.nextInt(4);
            boolean isNew = random.nextInt(5) == 0;
            String serial = isNew ? "N%s" : random.nextBoolean() ? "M%s1" : "";
            String at = isNew ? "0" + day + "/06/2020" : "0" + day + "/03/2020";
            int point = isNew || !serial.isEmpty() ? 1 : 1 + random.nextInt(3);
            readings.add("E%s" + point + ";" + serial + ";" + at + ";" + (100 + random.nextInt(3)) + ";"
                    + "RCE".charAt(random.nextInt(3)) + ";");
        }
        return readings;
    }

    private static List<Arrival> arrivals(List<String> readings, String name, Random random) {
        List<String> rows = new ArrayList<>(readings);
        rows.addAll(readings.subList(0, random.nextInt(readings.size())));
        Collections.shuffle(rows, random);
        List<Arrival> arrivals = new ArrayList<>();
        for (int i = 0; i < FILES; i++) {
            List<String> part = rows.subList(rows.size() * i / FILES, rows.size() * (i + 1) / FILES);
            arrivals.add(new Arrival(
                    "readings-french", HEAD + String.join("\n", part).replace("%s", name) + "\n"));
        }
        arrivals.add(
                new Arrival("exchanges", (Town.EXCHANGES + "E%s1;01/05/2020;M%s1;999;N%s;0\n").replace("%s", name)));
        arrivals.add(new Arrival("town", ""));
        Collections.shuffle(arrivals, random);
        return arrivals;
    }
}
