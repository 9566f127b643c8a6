package org.taswiya.run.receiving;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.interval.IntervalSeries;
import org.taswiya.core.validation.ReadingChecks;
import org.taswiya.intake.feed.FeedFormat;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.interval.IntervalBlocks;
import org.taswiya.store.interval.StandingIntervals;

/// Feeds taken interval by interval, and what the books then have.
record IntervalTown(Database database, Path folder) {
    /// In whose days NEM12 counts.
    static final ZoneId MARKET = ZoneId.of("+10:00");

    IntervalReport take(String text) throws IOException {
        return take(text, false, null);
    }

    IntervalReport take(String text, boolean isCorrecting, @Nullable String register) throws IOException {
        return take(text, isCorrecting, register, ReadingChecks.NONE);
    }

    IntervalReport take(String text, boolean isCorrecting, @Nullable String register, ReadingChecks checks)
            throws IOException {
        Path file = Files.writeString(Files.createTempFile(folder, "feed", ".csv"), text);
        return IntervalLoad.execute(
                database,
                new IntervalOrder(
                        file,
                        FeedFormat.NEM12,
                        MARKET,
                        FeedPoints.BY_USAGE_POINT,
                        register,
                        isCorrecting,
                        checks,
                        Town.ON,
                        Town.WHY));
    }

    /// What stands of a point in March 2020.
    @Nullable IntervalSeries march(String point) throws SQLException {
        DateRange march = DateRange.of(LocalDate.of(2020, 3, 1), LocalDate.of(2020, 4, 1));
        try (Connection connection = database.connect()) {
            StandingIntervals standing =
                    IntervalBlocks.standing(connection, Set.of(point), march).get(point);
            return standing == null ? null : standing.over(march).orElse(null);
        }
    }

    /// The rows of a point: from and to, and how many changes they hold.
    List<String> rows(String point) throws SQLException {
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement("""
                        select from_day || ' ' || to_day || ' ' || cardinality(brought) as row from interval_block
                        where usage_point = ? order by from_day, change""")) {
            query.setString(1, point);
            return Rows.list(query, row -> row.getString(1));
        }
    }
}
