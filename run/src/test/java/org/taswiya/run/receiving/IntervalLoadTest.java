package org.taswiya.run.receiving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.taswiya.run.receiving.FeedTown.day;
import static org.taswiya.run.receiving.FeedTown.feed;
import static org.taswiya.run.receiving.FeedTown.running;
import static org.taswiya.run.receiving.FeedTown.stream;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taswiya.core.interval.IntervalQuality;
import org.taswiya.core.interval.IntervalSeries;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.validation.ReadingChecks;
import org.taswiya.intake.feed.FeedFormat;
import org.taswiya.run.TestDatabases;
import org.taswiya.store.Database;
import org.taswiya.store.interval.IntervalPacking.Packed;

/// Intervals of feeds into the books, and months packed.
final class IntervalLoadTest {
    private static final Database DATABASE = TestDatabases.fresh();
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final YearMonth MARCH = YearMonth.of(2020, 3);

    @TempDir
    private Path folder;

    private IntervalTown town = new IntervalTown(DATABASE, Path.of("."));
    private String point = "";

    @BeforeEach
    void aTown() throws IOException {
        town = new IntervalTown(DATABASE, folder);
        point = String.format(Locale.ROOT, "INTV%06d", COUNT.incrementAndGet());
        new FeedTown(new Town(DATABASE, folder)).meter(point, "5;0;1;ELEC;100");
    }

    private IntervalSeries march() throws SQLException {
        return Objects.requireNonNull(town.march(point));
    }

    private static Decimal sum(IntervalSeries series) {
        return series.quantity(series.total());
    }

    @Test
    void daysOfAFeedStandIntervalByInterval() throws IOException, SQLException {
        IntervalReport report =
                town.take(feed(stream(point, "E1", running(1, "A", "0.125", "0.25"), running(2, "S14", "0.5"))));
        assertThat(report.isAllTaken()).isTrue();
        assertThat(report.days()).isEqualTo(2);
        assertThat(report.changed()).isEqualTo(96);
        assertThat(report.rows()).isEqualTo(1);
        assertThat(sum(march())).isEqualByComparingTo(Decimal.of(24 * 3 / 8 + 24));
        assertThat(march().count(IntervalQuality.ACTUAL)).isEqualTo(48);
        assertThat(march().count(IntervalQuality.ESTIMATED)).isEqualTo(48);
        assertThat(march().count(IntervalQuality.MISSING)).isEqualTo(29 * 48);
        assertThat(march().clock().minutes()).isEqualTo(30);
    }

    @Test
    void whatIsThereAlreadyIsNotWrittenAgain() throws IOException, SQLException {
        String text = feed(stream(point, "E1", running(1, "A", "0.125"), running(2, "A", "0.5")));
        town.take(text);
        IntervalReport again = town.take(text);
        assertThat(again.isAllTaken()).isTrue();
        assertThat(again.changed()).isZero();
        assertThat(again.rows()).isZero();
        assertThat(town.rows(point)).hasSize(1);
    }

    @Test
    void aDayThatIsDeliveredAgainWithOtherValuesIsToldAndTheLowerOnesCount() throws IOException, SQLException {
        town.take(feed(stream(point, "E1", running(1, "A", "0.5"))));
        IntervalReport higher = town.take(feed(stream(point, "E1", running(1, "A", "0.5", "0.75"))));
        assertThat(higher.differing()).isEqualTo(24);
        assertThat(higher.isAllTaken()).isFalse();
        assertThat(higher.rows()).isZero();
        IntervalReport lower = town.take(feed(stream(point, "E1", running(1, "A", "0.5", "0.25"))));
        assertThat(lower.differing()).isEqualTo(24);
        assertThat(lower.changed()).isEqualTo(24);
        assertThat(sum(march())).isEqualByComparingTo(Decimal.of(18));
        // The day as it stood before is there still.
        assertThat(town.rows(point)).containsExactly("2020-03-01 2020-03-02 0", "2020-03-01 2020-03-02 0");
    }

    @Test
    void aCorrectionCountsWhateverWasThere() throws IOException, SQLException {
        town.take(feed(stream(point, "E1", running(1, "A", "0.5"))));
        IntervalReport corrected = town.take(feed(stream(point, "E1", running(1, "A", "0.75"))), true, null);
        assertThat(corrected.isAllTaken()).isTrue();
        assertThat(sum(march())).isEqualByComparingTo(Decimal.of(36));
    }

    @Test
    void actualValuesTakeThePlaceOfEstimatesAndNotTheOtherWayRound() throws IOException, SQLException {
        town.take(feed(stream(point, "E1", running(1, "E52", "0.5"))));
        town.take(feed(stream(point, "E1", running(1, "A", "0.75"))));
        IntervalReport late = town.take(feed(stream(point, "E1", running(1, "E52", "0.25"))));
        assertThat(late.outranked()).isEqualTo(48);
        assertThat(sum(march())).isEqualByComparingTo(Decimal.of(36));
    }

    @Test
    void whatCannotBePlacedIsRejectedWithItsLineAndReason() throws IOException {
        IntervalReport report = town.take(feed(
                stream("NOSUCHNMI1", "E1", day(1, "5")),
                stream(point, "B1", day(1, "5")),
                stream(point, "E1", day(1, "5"))));
        assertThat(report.rejected()).isEqualTo(Map.of("unknown-usage-point", 1L, "other-register", 1L));
        assertThat(report.examples().getFirst().line()).isEqualTo(3);
        assertThat(report.days()).isEqualTo(1);
        assertThat(town.take(feed(stream(point, "E2", day(2, "5"))), false, "E2")
                        .isAllTaken())
                .isTrue();
    }

    @Test
    void aDayInOtherIntervalsThanTheBooksHaveIsRejected() throws IOException {
        town.take(feed(stream(point, "E1", running(1, "A", "0.5"))));
        Path file = Files.writeString(folder.resolve("other.csv"), feed(stream(point, "E1", running(1, "A", "0.5"))));
        IntervalReport other = IntervalLoad.execute(
                DATABASE,
                new IntervalOrder(
                        file,
                        FeedFormat.NEM12,
                        ZoneId.of("Europe/Paris"),
                        FeedPoints.BY_USAGE_POINT,
                        null,
                        false,
                        ReadingChecks.NONE,
                        Town.ON,
                        Town.WHY));
        assertThat(other.rejected()).containsKey("other-intervals");
    }

    @Test
    void aMonthThatCameInManyDaysIsPackedIntoOneRow() throws IOException, SQLException {
        for (int day = 31; day >= 1; day--) {
            town.take(feed(stream(point, "E1", running(day, "A", "0.5", "0." + day))));
        }
        IntervalSeries before = march();
        assertThat(town.rows(point)).hasSize(31);
        Packed packed = IntervalPack.execute(DATABASE, MARCH, Town.WHY);
        assertThat(packed.into()).isPositive();
        assertThat(town.rows(point)).containsExactly("2020-03-01 2020-04-01 31");
        assertThat(march()).isEqualTo(before);
        assertThat(IntervalPack.execute(DATABASE, MARCH, Town.WHY)).isEqualTo(new Packed(0, 0));
    }

    @Test
    void packingKeepsWhatWasSuperseded() throws IOException, SQLException {
        town.take(feed(stream(point, "E1", running(1, "A", "0.5"))));
        town.take(feed(stream(point, "E1", running(1, "A", "0.25"))));
        town.take(feed(stream(point, "E1", running(2, "A", "0.25"))));
        IntervalPack.execute(DATABASE, MARCH, Town.WHY);
        assertThat(town.rows(point)).containsExactly("2020-03-01 2020-03-02 0", "2020-03-01 2020-03-03 2");
        assertThat(sum(march())).isEqualByComparingTo(Decimal.of(24));
    }

    @Test
    void rowsAreNeverChangedNorLost() throws IOException, SQLException {
        town.take(feed(stream(point, "E1", running(1, "A", "0.5"))));
        for (String statement : List.of(
                "update interval_block set series = '' where usage_point = '%s'",
                "delete from interval_block where usage_point = '%s'",
                "insert into interval_block select usage_point, from_day, to_day, 999999, brought, series"
                        + " from interval_block where usage_point = '%s'",
                "insert into interval_block select 'NOBODY', from_day, to_day, change, brought, series"
                        + " from interval_block where usage_point = '%s'")) {
            try (Connection connection = DATABASE.connect();
                    Statement sql = connection.createStatement()) {
                assertThatThrownBy(() -> sql.execute(statement.formatted(point)))
                        .as(statement)
                        .isInstanceOf(SQLException.class)
                        .hasMessageMatching("(?s).*(never changed|no packed row|not there).*");
            }
        }
    }

    @Test
    void aDayAfterTodayIsRejected() throws IOException {
        String later = feed(stream(point, "E1", day(1, "5"))).replace("20200301", "20200801");
        assertThat(town.take(later).rejected()).containsExactly(Map.entry("future-date", 1L));
        assertThat(LocalDate.parse("2020-08-01")).isAfter(Town.ON);
    }
}
