package org.taswiya.run.receiving;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.taswiya.run.StruckProcess;
import org.taswiya.run.StruckProcess.Strike;
import org.taswiya.run.TestDatabases;
import org.taswiya.store.Database;
import org.taswiya.store.Home;
import org.taswiya.store.books.BooksDigest;
import org.taswiya.store.validation.NoticeCandidates;
import org.taswiya.store.validation.NoticeFilter;

/// Kills imports again and again, the program or PostgreSQL under it, goes on, and compares the books with those of
/// imports that nobody disturbed.
@EnabledIfSystemProperty(
        named = "taswiya.long",
        matches = "true",
        disabledReason = "the long form runs with -Dtaswiya.long=true: imports are killed many times")
final class ImportKillTest {
    private static final int POINTS = 300;
    private static final int LEAKS = 75;
    private static final int FEED_POINTS = 20;
    private static final int FEED_DAYS = 12;
    private static final int DRIPS = 10;
    private static final int KILLS = 4;
    private static final int LONG_RUNS = 20;
    private static final String COUNTED = "committed";

    /// Nothing is doubted but what is lower than before.
    private static final String LIMITS = """
            limits:
              - service: electricity
                alarm: { flowAbove: 0, flowDays: 7, scatters: 0, leastShare: 0.6, leastDifference: 50 }
            """;

    /// Readings first, so that the meters that come later cure them.
    private static List<String> files(Path folder) throws IOException {
        List<String> files = begun(folder);
        StringBuilder readings = new StringBuilder(Town.READINGS);
        for (int month = 1; month <= 6; month++) {
            for (int i = 1; i <= POINTS; i++) {
                readings.append("Ek%d,2020-0%d-01,%d%n".formatted(i, month, i % 17 == 0 ? -1 : month * 100 + i));
            }
        }
        add(files, folder, "readings", readings);
        addPoints(files, folder, POINTS);
        addFeeds(files, folder);
        readings.append("Ek1,2020-06-15,7777\n");
        Files.writeString(folder.resolve("more.csv"), readings);
        files.addAll(List.of("readings", folder.resolve("more.csv").toString()));
        return files;
    }

    private static List<String> begun(Path folder) throws IOException {
        return new ArrayList<>(
                List.of(Files.writeString(folder.resolve("limits.yaml"), LIMITS).toString()));
    }

    private static void addPoints(List<String> files, Path folder, int count) throws IOException {
        StringBuilder premises = new StringBuilder("LOCAL;ADRESSE;QUARTIER\n");
        StringBuilder points = new StringBuilder("POINT;LOCAL;FLUIDE\n");
        StringBuilder meters = new StringBuilder(Town.METERS);
        for (int i = 1; i <= count; i++) {
            premises.append("Lk%d;%d, rue Atlas;Maarif\n".formatted(i, i));
            points.append("Ek%d;Lk%d;ELEC\n".formatted(i, i));
            meters.append("Ek%d;Mk%d;01/01/2018;;5;0;1;ELEC;0\n".formatted(i, i));
        }
        add(files, folder, "premises", premises);
        add(files, folder, "usage-points", points);
        add(files, folder, "meters", meters);
    }

    /// The later days first, so that the earlier ones cure them.
    private static void addFeeds(List<String> files, Path folder) throws IOException {
        StringBuilder points = new StringBuilder("POINT;LOCAL;FLUIDE\n");
        StringBuilder meters = new StringBuilder(Town.METERS);
        StringBuilder later = new StringBuilder();
        StringBuilder earlier = new StringBuilder();
        for (int i = 10; i < 10 + FEED_POINTS; i++) {
            String point = "KILL0000" + i;
            points.append("%s;Lk1;ELEC\n".formatted(point));
            meters.append("%s;S%s;01/03/2020;;3;1;0,7;ELEC;990\n".formatted(point, point));
            for (int day = 1; day <= FEED_DAYS; day++) {
                StringBuilder half = day > FEED_DAYS / 2 ? later : earlier;
                half.append(FeedTown.stream(point, "E1", FeedTown.day(day, i + ".03", day == 10 ? "N" : "A")));
            }
        }
        add(files, folder, "usage-points", points, "feed-points");
        add(files, folder, "meters", meters, "feed-meters");
        add(files, folder, "feed", new StringBuilder(FeedTown.feed(later.toString())), "later");
        add(files, folder, "feed", new StringBuilder(FeedTown.feed(earlier.toString())), "earlier");
    }

    /// Meters that never stand still, the later days first: they wait for the earlier ones.
    private static void addDrips(List<String> files, Path folder) throws IOException {
        StringBuilder points = new StringBuilder("POINT;LOCAL;FLUIDE\n");
        StringBuilder meters = new StringBuilder(Town.METERS);
        StringBuilder later = new StringBuilder();
        StringBuilder earlier = new StringBuilder();
        for (int i = 10; i < 10 + DRIPS; i++) {
            String point = "DRIP0000" + i;
            points.append("%s;Lk1;ELEC\n".formatted(point));
            meters.append("%s;S%s;01/03/2020;;5;1;1;ELEC;0\n".formatted(point, point));
            for (int day = 1; day <= FEED_DAYS; day++) {
                StringBuilder half = day > FEED_DAYS / 2 ? later : earlier;
                half.append(FeedTown.stream(point, "E1", FeedTown.running(day, "A", "0.01")));
            }
        }
        add(files, folder, "usage-points", points, "drip-points");
        add(files, folder, "meters", meters, "drip-meters");
        add(files, folder, "feed!", new StringBuilder(FeedTown.feed(later.toString())), "drips-later");
        add(files, folder, "feed!", new StringBuilder(FeedTown.feed(earlier.toString())), "drips-earlier");
    }

    /// Point by point, so that every batch has leaks: 100 kWh a month, in June 500 at every second point.
    private static List<String> leaks(Path folder) throws IOException {
        List<String> files = begun(folder);
        addPoints(files, folder, 2 * LEAKS);
        StringBuilder readings = new StringBuilder(Town.READINGS);
        for (int i = 1; i <= 2 * LEAKS; i++) {
            for (int month = 1; month <= 7; month++) {
                int leaked = month == 7 && i % 2 == 0 ? 400 : 0;
                readings.append("Ek%d,2020-0%d-01,%d%n".formatted(i, month, month * 100 + leaked));
            }
        }
        add(files, folder, "readings!", readings, "judged");
        addDrips(files, folder);
        return files;
    }

    private static void add(List<String> files, Path folder, String mapping, StringBuilder text) throws IOException {
        add(files, folder, mapping, text, mapping);
    }

    private static void add(List<String> files, Path folder, String mapping, StringBuilder text, String name)
            throws IOException {
        Path file = Files.writeString(folder.resolve(name + ".csv"), text);
        files.addAll(List.of(mapping, file.toString()));
    }

    @Test
    void killedImportsLeaveTheBooksOfUndisturbedOnes() throws IOException, InterruptedException {
        killAndCompare(files(TestDatabases.folder("files").toAbsolutePath()), 0);
    }

    @Test
    void killedImportsRaiseEveryNoticeOnce() throws IOException, InterruptedException {
        killAndCompare(leaks(TestDatabases.folder("leaks").toAbsolutePath()), LEAKS + DRIPS);
    }

    private static void killAndCompare(List<String> files, int notices) throws IOException, InterruptedException {
        String undisturbed = finish(TestDatabases.home("undisturbed"), files, notices);
        int runs = Boolean.getBoolean("taswiya.long") ? LONG_RUNS : 1;
        int hits = 0;
        for (int run = 0; run < runs; run++) {
            Random random = new Random(run);
            Home home = TestDatabases.home("killed" + run);
            for (int kill = 0; kill < KILLS; kill++) {
                hits += kill(home, files, random, kill % 2 == 1) ? 1 : 0;
            }
            assertThat(finish(home, files, notices))
                    .as("books after the kills of seed %d", run)
                    .isEqualTo(undisturbed);
        }
        assertThat(hits).as("kills that hit an import at work").isGreaterThan(runs * KILLS / 2);
    }

    private static String finish(Home home, List<String> files, int notices) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>();
        assertThat(StruckProcess.run(ImportChild.class, home, files, COUNTED, Strike.NONE, words::add))
                .as(String.join("\n", words))
                .isTrue();
        try (Database database = Database.openEmbedded(home, 0)) {
            assertThat(NoticeCandidates.list(database, NoticeFilter.OPEN)).hasSize(notices);
            return BooksDigest.of(database);
        }
    }

    /// @return whether it died before it was finished
    private static boolean kill(Home home, List<String> files, Random random, boolean ofServer)
            throws IOException, InterruptedException {
        Strike strike = new Strike(1 + random.nextInt(15), 0, ofServer);
        return !StruckProcess.run(ImportChild.class, home, files, COUNTED, strike, _ -> {});
    }
}
