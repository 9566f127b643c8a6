package org.taswiya.store.validation;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.metering.Reading;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.store.Rows;
import org.taswiya.store.population.FeedProvenance;
import org.taswiya.store.population.ReadingKind;

/// What was said of a usage point from a day on, day by day: what the later days of a feed may rest on.
public final class RestingDays {
    private static final String READINGS = """
            select r.at, r.kind::text, r.value, r.provenance, r.change, r.least_hour,
                   exists (select from reading_withheld w
                           where w.usage_point = r.usage_point and w.at = r.at
                               and w.revision >= r.revision) as is_withheld
            from reading r where r.usage_point = ? and r.at >= ?
            order by r.at, r.revision""";

    private RestingDays() {}

    /// A reading of a day.
    ///
    /// @param change that brought it
    /// @param leastHour of the day that it ends; null where that is not known
    public record Stated(
            Reading reading, long change, @Nullable Decimal leastHour) {}

    /// A day on which something was said.
    ///
    /// @param stated by revision; empty where all that came waits
    /// @param isWaiting whether a value that a feed has brought waits for a person
    public record Day(LocalDate at, List<Stated> stated, boolean isWaiting) {
        public Day {
            stated = List.copyOf(stated);
        }
    }

    /// The days from one on, by day.
    public static List<Day> of(Connection connection, String usagePoint, LocalDate from) throws SQLException {
        Map<LocalDate, Day> days = new TreeMap<>();
        try (PreparedStatement query = connection.prepareStatement(READINGS)) {
            query.setString(1, usagePoint);
            query.setObject(2, from);
            Rows.each(query, row -> {
                LocalDate at = Rows.date(row, "at");
                Reading reading = ReadingKind.ofCode(row.getString("kind"))
                        .reading(at, Rows.decimal(row, "value"), row.getString("provenance"));
                Stated stated = new Stated(reading, row.getLong("change"), Rows.decimalOrNull(row, "least_hour"));
                boolean isWaiting = row.getBoolean("is_withheld")
                        && FeedProvenance.exact(reading).isPresent();
                days.merge(at, new Day(at, List.of(stated), isWaiting), RestingDays::joined);
            });
        }
        for (LocalDate at : waiting(connection, usagePoint, from)) {
            days.merge(at, new Day(at, List.of(), true), (day, _) -> new Day(at, day.stated(), true));
        }
        return List.copyOf(days.values());
    }

    private static Day joined(Day day, Day further) {
        List<Stated> stated = new ArrayList<>(day.stated());
        stated.addAll(further.stated());
        return new Day(day.at(), stated, further.isWaiting());
    }

    private static List<LocalDate> waiting(Connection connection, String usagePoint, LocalDate from)
            throws SQLException {
        String waiting = "select o.at, o.kind::text, o.value, o.provenance from (" + Suspects.WAITING
                + " and w.usage_point = ? and w.at >= ?) o";
        try (PreparedStatement query = connection.prepareStatement(waiting)) {
            query.setString(1, usagePoint);
            query.setObject(2, from);
            return Rows.list(
                            query,
                            row -> ReadingKind.ofCode(row.getString("kind"))
                                    .reading(
                                            Rows.date(row, "at"),
                                            Rows.decimal(row, "value"),
                                            row.getString("provenance")))
                    .stream()
                    .filter(reading -> FeedProvenance.exact(reading).isPresent())
                    .map(Reading::at)
                    .toList();
        }
    }
}
