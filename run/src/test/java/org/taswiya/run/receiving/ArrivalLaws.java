package org.taswiya.run.receiving;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/// Whenever readings arrive, before the cycle of their day or months after it, in whichever order, however often, in
/// whichever files: once all are there and a last cycle has settled them, everybody was billed the same. What came late
/// was estimated and settled in between.
///
/// A meter that is read again brings the reading of the cycle's day with it, or later: where it brings earlier ones
/// alone, they are settled and the month is not estimated, and the next bill, on a reading or an estimate, is of two
/// months, each in its own blocks.
final class ArrivalLaws {
    private static final int POINTS = 4;

    @Property(tries = 4, shrinking = ShrinkingMode.OFF)
    void everybodyIsBilledTheSameInTheEnd(@ForAll Random random) throws IOException {
        List<String> known = new ArrayList<>();
        List<Row> late = new ArrayList<>();
        facts(random, known, late);
        CycleBooks inTime = new CycleBooks(POINTS);
        inTime.begin(known);
        inTime.readings(late.stream().map(Row::text).toList(), 1_000);
        for (int month = 4; month <= 7; month++) {
            inTime.bill(month);
        }
        CycleBooks asItHappens = new CycleBooks(POINTS);
        asItHappens.begin(known);
        for (int month = 4; month <= 7; month++) {
            int cycle = month;
            List<String> rows = new ArrayList<>();
            late.stream()
                    .filter(row -> row.arrives() == cycle || (row.arrives() < cycle && random.nextInt(3) == 0))
                    .forEach(row -> rows.add(row.text()));
            Collections.shuffle(rows, random);
            int cut = random.nextInt(rows.size() + 1);
            asItHappens.readings(rows.subList(0, cut), 1 + random.nextInt(5));
            asItHappens.readings(rows.subList(cut, rows.size()), 1 + random.nextInt(5));
            asItHappens.bill(month);
        }
        assertThat(asItHappens.town().counting("E")).isEqualTo(inTime.town().counting("E"));
        assertThat(asItHappens.billed()).hasSize(POINTS).isEqualTo(inTime.billed());
        assertThat(inTime.held()).isEmpty();
        assertThat(asItHappens.held()).isEmpty();
    }

    /// @param arrives before the cycle to the first of this month
    private record Row(String text, int arrives) {}

    /// Values grow every month by some 50 to 150; some months are also read by the customer, or told twice with another
    /// value, of which one counts. A meter is reached in some months, and then all that it was is known; some of it may
    /// come before the rest, and what it was when the agreement began may come last of all.
    private static void facts(Random random, List<String> known, List<Row> late) {
        for (int point = 1; point <= POINTS; point++) {
            int value = 1_000 * point;
            int[] reached = reached(random);
            boolean isOpenedLate = reached[4] == 4 && random.nextInt(2) == 0;
            for (int month = 2; month <= 7; month++) {
                boolean isLateOpening = month == 2 && isOpenedLate;
                int sooner = Math.max(month, 4);
                boolean isSooner = sooner + 1 < reached[month] && random.nextInt(3) == 0;
                int arrives = isSooner ? sooner + 1 + random.nextInt(reached[month] - sooner - 1) : reached[month];
                if (isLateOpening) {
                    arrives = reached[4 + random.nextInt(4)];
                }
                List<Row> rows = new ArrayList<>();
                rows.add(new Row("E%d;;01/%02d/2020;%d;R;".formatted(point, month, value), arrives));
                if (random.nextInt(4) == 0) {
                    int more = value + 1 + random.nextInt(3);
                    rows.add(new Row("E%d;;01/%02d/2020;%d;R;".formatted(point, month, more), arrives));
                }
                if (month < 7 && !isLateOpening && random.nextInt(3) == 0) {
                    String own = "E%d;;%02d/%02d/2020;%d;C;"
                            .formatted(point, 10 + random.nextInt(15), month, value + random.nextInt(40));
                    rows.add(new Row(own, month + 1 + random.nextInt(7 - month)));
                }
                if (month < 4 && !isLateOpening) {
                    rows.forEach(row -> known.add(row.text()));
                } else {
                    late.addAll(rows);
                }
                value += 50 + random.nextInt(100);
            }
        }
    }

    /// By month, the cycle before which everything up to its first day is known; the last reaches every meter.
    private static int[] reached(Random random) {
        int[] reached = new int[8];
        for (int month = 4; month <= 7; month++) {
            reached[month] = reached[month - 1] >= month ? reached[month - 1] : month + random.nextInt(8 - month);
        }
        return reached;
    }
}
