package org.taswiya.run.receiving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.taswiya.run.receiving.FeedTown.day;
import static org.taswiya.run.receiving.FeedTown.feed;
import static org.taswiya.run.receiving.FeedTown.stream;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taswiya.run.TestDatabases;
import org.taswiya.store.Database;
import org.taswiya.store.receiving.ImportReport;

/// A day of a feed that is corrected alone: the days behind it are counted anew, up to what is not the feed's.
final class FeedCorrectionTest {
    private static final Database DATABASE = TestDatabases.fresh();
    private static final AtomicInteger COUNT = new AtomicInteger();

    @TempDir
    private Path folder;

    private Town town = new Town(DATABASE, Path.of("."));
    private FeedTown feeds = new FeedTown(town);
    private String point = "";

    /// Four days of 10.4 kWh.
    @BeforeEach
    void aTown() throws IOException {
        town = new Town(DATABASE, folder);
        feeds = new FeedTown(town);
        point = String.format(Locale.ROOT, "MEND%06d", COUNT.incrementAndGet());
        feeds.meter(point, "3;0;1;ELEC;0");
        feeds.take(feed(stream(point, "E1", day(1, "10.4"), day(2, "10.4"), day(3, "10.4"), day(4, "10.4"))));
    }

    private ImportReport correct(String... days) throws IOException {
        return town.take("feed-corrections", feed(stream(point, "E1", days)));
    }

    private List<String> readings() {
        return town.counting(point).stream()
                .map(row -> row.replace(point + " 2020-", ""))
                .toList();
    }

    private String why() {
        return town.query("select reason || ': ' || found from rejected_row"
                        + " where convert_from(row_bytes, 'UTF8') like '%" + point
                        + "%' order by import desc limit 1")
                .getFirst();
    }

    @Test
    void theDaysBehindItKeepTheirUsageAndSayThatTheyWereCountedAnew() throws IOException {
        assertThat(correct(day(2, "3.4")).totals().superseding()).isOne();
        assertThat(readings())
                .containsExactly("03-02 actual 10", "03-03 actual 14", "03-04 actual 24", "03-05 actual 35");
        assertThat(town.query(
                        "select provenance from reading where usage_point = '%s' and at = '2020-03-05'".formatted(point)
                                + " order by revision"))
                .containsExactly("feed, exactly 41.6", "feed, counted anew, exactly 34.6");
    }

    @Test
    void whatIsSaidAgainOfADayIsItsLastWord() throws IOException {
        correct(day(1, "3.4"));
        correct(day(2, "17.4"));
        correct(day(1, "10.4"), day(2, "10.4"));
        assertThat(readings())
                .containsExactly("03-02 actual 10", "03-03 actual 21", "03-04 actual 31", "03-05 actual 42");
        correct(day(1, "1000"));
        assertThat(why()).startsWith("digit-overflow");
    }

    @Test
    void aDialGoesOnFromZeroInEitherDirection() throws IOException {
        correct(day(1, "975"));
        assertThat(readings())
                .containsExactly("03-02 actual 975", "03-03 actual 985", "03-04 actual 996", "03-05 actual 6");
        correct(day(1, "10.4"));
        assertThat(readings())
                .containsExactly("03-02 actual 10", "03-03 actual 21", "03-04 actual 31", "03-05 actual 42");
    }

    @Test
    void aReadingThatSomebodyTookIsNotCountedAnewSoTheDayBeforeItIsNotPutOff() throws IOException {
        town.take("corrections", Town.READINGS + point + ",2020-03-04,40\n");
        assertThat(correct(day(1, "3.4")).rejected()).containsOnlyKeys("later-reading");
        assertThat(why()).startsWith("later-reading: the books have 40 (").contains(") on 2020-03-04");
        assertThat(readings()).contains("03-02 actual 10", "03-03 actual 21", "03-04 actual 40", "03-05 actual 42");
        // The feed up to there says what was used on the day before it, so the reading is its to put right.
        assertThat(correct(day(1, "3.4"), day(2, "10.4"), day(3, "10.4")).stillRejected())
                .isZero();
        assertThat(readings())
                .containsExactly("03-02 actual 3", "03-03 actual 14", "03-04 actual 24", "03-05 actual 35");
    }

    @Test
    void aReadingFarBehindTakesWhatTheFeedDoesNotSay() throws IOException {
        town.take("readings", Town.READINGS + point + ",2020-04-01,300\n");
        assertThat(correct(day(4, "3.4")).stillRejected()).isZero();
        assertThat(readings()).endsWith("03-05 actual 35", "04-01 actual 300");
    }

    @Test
    void whatAMeterShowedThatWasTakenAwayStays() throws IOException {
        town.take("exchanges", Town.EXCHANGES + "%s;06/03/2020;S%s;52;N%s;7\n".formatted(point, point, point));
        feeds.take(feed(stream(point, "E1", day(5, "10.4"), day(6, "5"))));
        assertThat(correct(day(4, "3.4")).rejected()).containsOnlyKeys("later-reading");
        assertThat(why()).contains("an exchange says what meter S" + point + " showed on 2020-03-06");
        ImportReport both = correct(day(4, "3.4"), day(5, "10.4"));
        assertThat(both.stillRejected()).isZero();
        assertThat(both.totals().outranked()).isOne();
        assertThat(readings()).endsWith("03-05 actual 35", "03-07 actual 12");
    }

    @Test
    void aDayThatIsCountedOnFromAReadingIsCountedOnFromTheOneInItsPlace() throws IOException {
        String other = point.replace("MEND", "HAND");
        feeds.meter(other, "3;0;1;ELEC;0");
        town.take("readings", Town.READINGS + other + ",2020-03-03,40\n");
        feeds.take(feed(stream(other, "E1", day(3, "5"), day(4, "5"))));
        feeds.take(feed(stream(other, "E1", day(1, "10"), day(2, "12"))));
        assertThat(town.counting(other))
                .containsExactly(
                        other + " 2020-03-02 actual 10",
                        other + " 2020-03-03 actual 22",
                        other + " 2020-03-04 actual 27",
                        other + " 2020-03-05 actual 32");
    }
}
