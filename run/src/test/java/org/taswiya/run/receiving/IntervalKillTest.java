package org.taswiya.run.receiving;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.taswiya.core.interval.IntervalBytes;
import org.taswiya.run.StruckProcess;
import org.taswiya.run.StruckProcess.Strike;
import org.taswiya.run.TestDatabases;
import org.taswiya.store.Database;
import org.taswiya.store.Home;

/// Kills loads of intervals and what packs them, the program or PostgreSQL under it, begins anew, and compares what
/// stands with what nobody disturbed.
@EnabledIfSystemProperty(
        named = "taswiya.long",
        matches = "true",
        disabledReason = "the long form runs with -Dtaswiya.long=true: loads are killed many times")
final class IntervalKillTest {
    private static final int POINTS = 700;
    private static final int DAYS = 14; // two batches and a part of one
    private static final int KILLS = 8;
    private static final int LONGEST_PAUSE = 1_500;

    @Test
    void killedLoadsLeaveWhatUndisturbedOnesDo() throws IOException, InterruptedException, SQLException {
        Path folder = TestDatabases.folder("intervals").toAbsolutePath();
        List<String> feeds = feeds(folder);
        Home quiet = TestDatabases.home("quiet");
        addMeters(quiet, folder);
        assertThat(load(quiet, feeds, Strike.NONE)).isTrue();
        Home home = TestDatabases.home("struck");
        addMeters(home, folder);
        Random random = new Random(0);
        int hits = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            Strike strike = new Strike(1 + kill % (feeds.size() + 1), random.nextInt(LONGEST_PAUSE), kill % 2 == 1);
            hits += load(home, feeds, strike) ? 0 : 1;
        }
        assertThat(hits).as("kills that hit a load at work").isGreaterThan(KILLS / 2);
        assertThat(load(home, feeds, Strike.NONE)).isTrue();
        assertThat(standing(home, folder)).isEqualTo(standing(quiet, folder)).hasSize(POINTS);
    }

    private static boolean load(Home home, List<String> feeds, Strike strike) throws IOException, InterruptedException {
        return StruckProcess.run(IntervalChild.class, home, feeds, "at work", strike, _ -> {});
    }

    private static String point(int number) {
        return "KILL%06d".formatted(number);
    }

    private static void addMeters(Home home, Path folder) throws IOException {
        String premises = "LOCAL;ADRESSE;QUARTIER\nLk;rue Atlas;Maarif\n";
        StringBuilder points = new StringBuilder("POINT;LOCAL;FLUIDE\n");
        StringBuilder meters = new StringBuilder(Town.METERS);
        for (int i = 0; i < POINTS; i++) {
            points.append("%s;Lk;ELEC\n".formatted(point(i)));
            meters.append("%s;S%s;01/03/2020;;5;0;1;ELEC;100\n".formatted(point(i), point(i)));
        }
        try (Database database = Database.openEmbedded(home, 0)) {
            Town town = new Town(database, folder);
            town.take("premises", premises);
            town.take("usage-points", points.toString());
            town.take("meters", meters.toString());
        }
    }

    /// The later half of the days first, and a feed that says some of them once more, better.
    private static List<String> feeds(Path folder) throws IOException {
        List<String> feeds = new ArrayList<>();
        feeds.add(feed(folder, "later", DAYS / 2 + 1, DAYS, "S14"));
        feeds.add(feed(folder, "earlier", 1, DAYS / 2, "A"));
        feeds.add(feed(folder, "better", DAYS, DAYS, "A"));
        return feeds;
    }

    private static String feed(Path folder, String name, int first, int last, String quality) throws IOException {
        StringBuilder streams = new StringBuilder();
        for (int i = 0; i < POINTS; i++) {
            List<String> days = new ArrayList<>();
            for (int day = first; day <= last; day++) {
                days.add(FeedTown.running(day, quality, "0." + i, "1." + day));
            }
            streams.append(FeedTown.stream(point(i), "E1", days.toArray(String[]::new)));
        }
        return Files.writeString(folder.resolve(name + ".csv"), FeedTown.feed(streams.toString()))
                .toString();
    }

    /// What stands of each point, byte for byte, and how many rows hold it.
    private static List<String> standing(Home home, Path folder) throws SQLException {
        List<String> standing = new ArrayList<>();
        try (Database database = Database.openEmbedded(home, 0)) {
            IntervalTown town = new IntervalTown(database, folder);
            for (int i = 0; i < POINTS; i++) {
                byte[] bytes = IntervalBytes.of(Objects.requireNonNull(town.march(point(i))));
                standing.add(point(i) + " " + town.rows(point(i)).size() + " "
                        + HexFormat.of().formatHex(bytes));
            }
        }
        return standing;
    }
}
