package org.taswiya.run.receiving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.taswiya.run.receiving.FeedTown.feed;
import static org.taswiya.run.receiving.FeedTown.running;
import static org.taswiya.run.receiving.FeedTown.stream;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taswiya.core.validation.ReadingChecks;
import org.taswiya.run.TestDatabases;
import org.taswiya.store.Database;
import org.taswiya.store.validation.SuspectFilter;
import org.taswiya.store.validation.Suspects;

/// Readings beside the intervals of their register, whichever come first. Each of the five days from 1 March 2020 has
/// 48 intervals of half a unit: 120 in all.
final class IntervalScreenTest {
    private static final Database DATABASE = TestDatabases.fresh();
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final String LIMITS = """
            limits:
              - service: electricity
                spike: 1.8
                sum: 0.02
            """;

    @TempDir
    private Path folder;

    private Town town = new Town(DATABASE, Path.of("."));
    private IntervalTown intervals = new IntervalTown(DATABASE, Path.of("."));
    private ReadingChecks checks = ReadingChecks.NONE;
    private String point = "";

    /// A point of its own for each test, read as 100 on 1 March.
    @BeforeEach
    void aTown() throws IOException {
        town = new Town(DATABASE, folder);
        intervals = new IntervalTown(DATABASE, folder);
        checks = Town.limits(Files.writeString(folder.resolve("limits.yaml"), LIMITS));
        point = String.format(Locale.ROOT, "BSDE%06d", COUNT.incrementAndGet());
        new FeedTown(town).meter(point, "5;0;1;ELEC;100");
        town.take("readings", Town.READINGS + point + ",2020-03-01,100\n");
    }

    private void load(String... days) throws IOException {
        intervals.take(feed(stream(point, "E1", days)), false, null, checks);
    }

    private static String[] fiveDays() {
        return IntStream.rangeClosed(1, 5)
                .mapToObj(day -> running(day, "A", "0.5"))
                .toArray(String[]::new);
    }

    private void read(int value) throws IOException {
        ImportRun.execute(
                DATABASE,
                new ImportSettings(
                        town.file(Town.READINGS + point + ",2020-03-06," + value + "\n"),
                        Town.shipped("readings"),
                        Town.ON,
                        10,
                        checks,
                        Town.WHY),
                new ImportListener() {});
    }

    private List<String> found() {
        return Suspects.list(DATABASE, SuspectFilter.at(point)).stream()
                .flatMap(suspect -> suspect.findings().stream()
                        .map(finding -> suspect.reading().at() + " "
                                + suspect.reading().value() + " " + finding.reason() + ": " + finding.found()))
                .toList();
    }

    private boolean counts() {
        return town.counting(point).size() == 2;
    }

    @Test
    void aReadingThatAgreesWithItsIntervalsCounts() throws IOException {
        load(fiveDays());
        read(222); // two of 122 are less than a fiftieth of it and a step
        assertThat(found()).isEmpty();
        assertThat(counts()).isTrue();
    }

    @Test
    void aReadingThatDiffersFromTheSumOfItsIntervalsWaits() throws IOException {
        load(fiveDays());
        read(230);
        assertThat(found()).containsExactly("2020-03-06 230 sum: the intervals add up to 120, the register shows 130");
        assertThat(counts()).isFalse();
    }

    @Test
    void intervalsThatComeAfterTheReadingFindTheSameAndOnce() throws IOException {
        read(230);
        assertThat(found()).isEmpty();
        load(fiveDays());
        assertThat(found()).containsExactly("2020-03-06 230 sum: the intervals add up to 120, the register shows 130");
        assertThat(counts()).as("until somebody decides").isTrue();
        load(fiveDays());
        load(Stream.of(fiveDays()).skip(1).toArray(String[]::new));
        assertThat(found()).hasSize(1);
    }

    @Test
    void aSumIsFoundWhenTheLastOfItsIntervalsHasComeAndNotBefore() throws IOException {
        read(230);
        for (String day : List.of(fiveDays()).reversed()) {
            assertThat(found()).isEmpty();
            load(day);
        }
        assertThat(found()).hasSize(1);
    }

    @Test
    void aSpikeIsFoundInTheIntervalsOfADay() throws IOException {
        String[] days = fiveDays();
        days[2] = days[2].replaceFirst(",0\\.5,", ",5,");
        read(225);
        load(days);
        assertThat(found())
                .containsExactly("2020-03-06 225 spike: on 2020-03-03 one interval used 5, the third largest 0.5");
        assertThat(counts()).isTrue();
    }

    @Test
    void aSpikeIsFoundWhenTheReadingComesAfterIt() throws IOException {
        String[] days = fiveDays();
        days[2] = days[2].replaceFirst(",0\\.5,", ",5,");
        load(days);
        read(225);
        assertThat(found()).hasSize(1);
        assertThat(counts()).isFalse();
    }
}
