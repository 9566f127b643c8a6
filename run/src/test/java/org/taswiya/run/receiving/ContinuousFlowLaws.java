package org.taswiya.run.receiving;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.taswiya.run.TestDatabases;
import org.taswiya.store.Database;

/// However the days of a feed are cut into files and batches, in whatever order these come and how often: the same is
/// told of flows that never stop.
final class ContinuousFlowLaws {
    private static final Database DATABASE = TestDatabases.fresh();
    private static final int DAYS = 14;
    private static final String LIMITS = """
            limits:
              - service: electricity
                alarm: { flowAbove: 0.1, flowDays: 3, scatters: 4, leastShare: 0.6, leastDifference: 1 }
            """;

    private static int count;

    @Property(tries = 10, shrinking = ShrinkingMode.OFF)
    void orderRepetitionAndSplitsTellTheSame(@ForAll Random random) throws IOException {
        String first = String.format(Locale.ROOT, "FLOA%06d", ++count);
        String second = String.format(Locale.ROOT, "FLOB%06d", count);
        Path folder = TestDatabases.folder("flows");
        Town town = new Town(DATABASE, folder);
        FlowTown flows =
                new FlowTown(DATABASE, town, Town.limits(Files.writeString(folder.resolve("limits.yaml"), LIMITS)));
        for (String point : List.of(first, second)) {
            new FeedTown(town).meter(point, "5;" + count % 3 + ";1;ELEC;0");
        }
        String letters = letters(random);
        flows.feed(first, 1, letters);
        for (int[] part : parts(random)) {
            String text = FeedTown.feed(FlowTown.stream(second, part[0] + 1, letters.substring(part[0], part[1])));
            flows.take(Town.shipped("feed"), text, 1 + random.nextInt(3));
        }
        assertThat(flows.told(second))
                .as(letters)
                .containsExactlyInAnyOrderElementsOf(flows.told(first))
                .hasSize(runs(letters));
    }

    private static String letters(Random random) {
        StringBuilder letters = new StringBuilder();
        for (int day = 0; day < DAYS; day++) {
            letters.append("ffffffgpne".charAt(random.nextInt(10)));
        }
        return letters.toString();
    }

    /// The day of the installation, and one behind an estimate, begin with nothing that somebody read.
    private static int runs(String letters) {
        int runs = 0;
        int inARow = 0;
        for (int day = 1; day < DAYS; day++) {
            boolean isFlow = "fgp".indexOf(letters.charAt(day)) >= 0 && letters.charAt(day - 1) != 'e';
            inARow = isFlow ? inARow + 1 : 0;
            runs += inARow == 3 ? 1 : 0;
        }
        return runs;
    }

    /// Each day in at least one file, some in two.
    private static List<int[]> parts(Random random) {
        List<int[]> parts = new ArrayList<>();
        for (int from = 0; from < DAYS; ) {
            int to = Math.min(DAYS, from + 1 + random.nextInt(4));
            parts.add(new int[] {Math.max(0, from - random.nextInt(2)), to});
            from = to;
        }
        parts.add(parts.get(random.nextInt(parts.size())));
        Collections.shuffle(parts, random);
        return parts;
    }
}
