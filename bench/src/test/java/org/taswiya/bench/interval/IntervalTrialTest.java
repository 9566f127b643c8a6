package org.taswiya.bench.interval;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taswiya.bench.Bench.BenchListener;
import org.taswiya.bench.interval.IntervalBenchReport.Year;
import org.taswiya.store.Database;
import org.taswiya.store.TestDatabases;

/// The measurement of some houses: all that is loaded is summed, or it fails. Times are not looked at.
final class IntervalTrialTest {
    @TempDir
    private Path folder;

    @Test
    void whatIsLoadedIsSummedAndPacked() throws IOException {
        try (Database database = Database.openEmbedded(TestDatabases.home("bench"), 0)) {
            Path feeds = folder.resolve("feeds");
            IntervalBenchReport report = IntervalTrial.measure(database, new Silent(), 20, 2, feeds);
            assertThat(report.registerDays()).isEqualTo(40);
            assertThat(report.perSecond()).isPositive();
            assertThat(report.floorSeconds()).isPositive();
            assertThat(report.bytesPacked()).isPositive();
            assertThat(report.years()).extracting(Year::name).contains("a house, Wh", "noise of 256 values");
            assertThat(report.years().getFirst().bytes()).isLessThan(40_000);
            assertThat(feeds).isEmptyDirectory();
            assertThat(Files.exists(feeds)).isTrue();
        }
    }

    private static final class Silent implements BenchListener {
        @Override
        public void stage(String name, long of) {}

        @Override
        public void done(long more) {}
    }
}
