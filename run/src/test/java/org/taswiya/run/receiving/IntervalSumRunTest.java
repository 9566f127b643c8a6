package org.taswiya.run.receiving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.taswiya.run.receiving.FeedTown.feed;
import static org.taswiya.run.receiving.FeedTown.running;
import static org.taswiya.run.receiving.FeedTown.stream;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.interval.DemandWindow;
import org.taswiya.core.interval.GapFilling;
import org.taswiya.core.interval.IntervalQuality;
import org.taswiya.core.interval.IntervalSums;
import org.taswiya.core.validation.ReadingChecks;
import org.taswiya.intake.feed.FeedFormat;
import org.taswiya.run.TestDatabases;
import org.taswiya.run.receiving.IntervalSumRun.Asked;
import org.taswiya.store.Database;

/// Sums of one usage point and of all.
final class IntervalSumRunTest {
    private static final DateRange DAY = DateRange.of(LocalDate.of(2020, 3, 10), LocalDate.of(2020, 3, 11));

    /// Two intervals of an hour of Green Button, from midnight of 10 March 2020 in Paris on.
    private static final String GREEN_BUTTON = """
            <feed xmlns="http://www.w3.org/2005/Atom"><id>1</id><title/><updated>2024-01-31T00:00:00Z</updated>
            <entry><link rel="self" href="UP/1"/><link rel="related" href="UP/1/MR"/><content>
            <UsagePoint xmlns="http://naesb.org/espi"><ServiceCategory><kind>0</kind></ServiceCategory></UsagePoint>
            </content></entry>
            <entry><link rel="self" href="UP/1/MR/1"/><link rel="up" href="UP/1/MR"/><link rel="related" href="RT/1"/>
            <content><MeterReading xmlns="http://naesb.org/espi"/></content></entry>
            <entry><link rel="self" href="RT/1"/><content>
            <ReadingType xmlns="http://naesb.org/espi"><uom>72</uom></ReadingType></content></entry>
            <entry><link rel="up" href="UP/1/MR/1/IntervalBlock"/><content><IntervalBlock xmlns="http://naesb.org/espi">
            <IntervalReading><timePeriod><duration>3600</duration><start>1583794800</start></timePeriod>
            <value>1500</value></IntervalReading>
            <IntervalReading><timePeriod><duration>3600</duration><start>1583798400</start></timePeriod>
            <value>250</value></IntervalReading></IntervalBlock></content></entry></feed>
            """;

    private final Database database = TestDatabases.fresh();

    @TempDir
    private Path folder;

    private IntervalTown town = new IntervalTown(database, Path.of("."));

    @BeforeEach
    void aTown() throws IOException {
        town = new IntervalTown(database, folder);
        for (String point : new String[] {"SUMS000001", "SUMS000002", "SUMS000003"}) {
            new FeedTown(new Town(database, folder)).meter(point, "5;0;1;ELEC;100");
        }
    }

    private static Asked asked(GapFilling filling, @Nullable ZoneId zone) {
        return new Asked(DAY, zone, null, filling, DemandWindow.INTERVAL);
    }

    /// Quantity, actual, filled and missing of each point, or the reason why it has none.
    private static String told(IntervalSums sums) {
        return switch (sums) {
            case IntervalSums.Refused refused -> refused.reason().code();
            case IntervalSums.Summed(var whole, var _) ->
                whole.quantity() + " " + whole.count(IntervalQuality.ACTUAL) + " " + whole.count(IntervalQuality.FILLED)
                        + " " + whole.count(IntervalQuality.MISSING);
        };
    }

    private Map<String, String> all(Asked asked) {
        Map<String, String> all = new TreeMap<>();
        IntervalSumRun.all(database, asked, (point, _, sums) -> all.put(point, told(sums)));
        return all;
    }

    @Test
    void allPointsWithIntervalsOnTheDaysAreSummed() throws IOException {
        town.take(feed(
                stream("SUMS000001", "E1", running(10, "A", "0.5")),
                stream("SUMS000002", "E1", running(10, "A", "0.25")),
                stream("SUMS000003", "E1", running(11, "A", "0.25"))));
        assertThat(all(asked(GapFilling.USUAL, null)))
                .isEqualTo(Map.of("SUMS000001", "24 48 0 0", "SUMS000002", "12 48 0 0"));
    }

    @Test
    void aGapGoesByTheDaysAroundAndNotByAnyOther() throws IOException {
        String half = running(10, "V", "0") + "400,1,24,A,,\n400,25,48,N,,\n";
        town.take(feed(
                stream("SUMS000001", "E1", running(3, "A", "1"), running(9, "A", "9"), half, running(17, "A", "2"))));
        assertThat(all(asked(GapFilling.USUAL, null))).isEqualTo(Map.of("SUMS000001", "36 24 24 0"));
        assertThat(all(asked(GapFilling.NONE, null))).isEqualTo(Map.of("SUMS000001", "0 24 0 24"));
    }

    @Test
    void daysOfAnotherZoneAreThoseThatAreMeant() throws IOException {
        town.take(feed(stream("SUMS000001", "E1", running(10, "A", "0.5"), running(11, "A", "1"))));
        // The day of +00:00 begins ten hours into the market's.
        assertThat(all(asked(GapFilling.NONE, ZoneId.of("UTC")))).isEqualTo(Map.of("SUMS000001", "34 48 0 0"));
    }

    @Test
    void greenButtonIsTakenIntervalByInterval() throws IOException {
        Path file = Files.writeString(folder.resolve("usage.xml"), GREEN_BUTTON);
        new FeedTown(new Town(database, folder)).meter("UP/1", "5;0;1;ELEC;100");
        IntervalReport report = IntervalLoad.execute(
                database,
                new IntervalOrder(
                        file,
                        FeedFormat.GREEN_BUTTON,
                        ZoneId.of("Europe/Paris"),
                        FeedPoints.BY_USAGE_POINT,
                        null,
                        false,
                        ReadingChecks.NONE,
                        Town.ON,
                        Town.WHY));
        assertThat(report.changed()).as(report.toString()).isEqualTo(2);
        assertThat(all(asked(GapFilling.USUAL, null))).isEqualTo(Map.of("UP/1", "1.75 2 0 22"));
    }
}
