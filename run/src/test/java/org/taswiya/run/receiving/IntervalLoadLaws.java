package org.taswiya.run.receiving;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.taswiya.core.interval.IntervalBytes;
import org.taswiya.core.interval.IntervalSeries;
import org.taswiya.intake.feed.FeedFault;
import org.taswiya.run.TestDatabases;
import org.taswiya.store.Database;

/// However the days of a point are cut into files, in whatever order these come, how often ever, packed or not on the
/// way: the same bytes stand.
class IntervalLoadLaws {
    private static final Database DATABASE = TestDatabases.fresh();
    private static final AtomicInteger COUNT = new AtomicInteger();

    @Property(tries = 8)
    void theSameDaysGiveTheSameBytes(@ForAll long seed) throws IOException, SQLException {
        Random random = new Random(seed);
        Path folder = Files.createTempDirectory("intervals");
        IntervalTown town = new IntervalTown(DATABASE, folder);
        FeedTown meters = new FeedTown(new Town(DATABASE, folder));
        String whole = String.format(Locale.ROOT, "WHOL%06d", COUNT.incrementAndGet());
        String parts = whole.replace("WHOL", "PART");
        meters.meter(whole, "5;0;1;ELEC;100");
        meters.meter(parts, "5;0;1;ELEC;100");
        List<String> days = new ArrayList<>();
        for (int day = 1; day <= 12; day++) {
            String quality = random.nextInt(3) == 0 ? "S14" : random.nextInt(4) == 0 ? "N" : "A";
            days.add(FeedTown.running(day, quality, "0." + random.nextInt(999), "1." + random.nextInt(9)));
        }
        for (int again = 0; again < 4; again++) {
            days.add(FeedTown.running(1 + random.nextInt(12), "A", "0." + random.nextInt(9)));
        }
        for (String day : days) {
            town.take(FeedTown.feed(FeedTown.stream(whole, "E1", day)));
        }
        Collections.shuffle(days, random);
        int at = 0;
        while (at < days.size()) {
            int to = at + 1;
            int most = 1 + random.nextInt(5);
            while (to < days.size() && to - at < most && isOnce(days.subList(at, to + 1))) {
                to++;
            }
            String[] file = days.subList(at, to).stream().sorted().toArray(String[]::new);
            assertThat(town.take(FeedTown.feed(FeedTown.stream(parts, "E1", file)))
                            .feed()
                            .refused()
                            .keySet())
                    .isSubsetOf(FeedFault.NULL_DATA);
            at = random.nextInt(4) == 0 ? at : to;
            if (random.nextInt(3) == 0) {
                IntervalPack.execute(DATABASE, YearMonth.of(2020, 3), Town.WHY);
            }
        }
        IntervalSeries expected = Objects.requireNonNull(town.march(whole));
        IntervalSeries found = Objects.requireNonNull(town.march(parts));
        assertThat(IntervalBytes.of(found)).isEqualTo(IntervalBytes.of(expected));
    }

    /// A stream has a day once, and its days in order; else they are refused.
    private static boolean isOnce(List<String> days) {
        return days.stream()
                        .map(day -> day.substring(0, "300,20200301".length()))
                        .distinct()
                        .count()
                == days.size();
    }
}
