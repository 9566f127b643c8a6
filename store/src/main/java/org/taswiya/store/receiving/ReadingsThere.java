package org.taswiya.store.receiving;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.metering.Reading;
import org.taswiya.core.metering.StandingReading;
import org.taswiya.core.metering.StandingReading.Word;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlArrays;
import org.taswiya.store.copy.CopiedRows;
import org.taswiya.store.copy.Literals;
import org.taswiya.store.population.FeedProvenance;
import org.taswiya.store.population.ReadingKind;

/// The readings that the books have of some days, with their revisions.
public final class ReadingsThere {
    private static final List<ReadingKind> KINDS =
            List.of(ReadingKind.ACTUAL, ReadingKind.CUSTOMER, ReadingKind.ESTIMATED);

    private static final String READINGS = """
            select usage_point, at, case kind when 'actual' then 0 when 'customer' then 1 else 2 end, value, provenance,
                   change, revision > 1 or provenance like 'corrected by %', least_hour
            from reading where usage_point = any({points}) and at between {first} and {last}
            order by usage_point, at, revision""";

    private static final String IMPORTED = """
            select change, corrects from import_batch where change = any({changes})
            union all
            select distinct change, false from suspect_decision where outcome = 'explained' and change = any({changes})
            """;

    /// A row that had waited names the import that helped it; by whom it was sent its cure tells.
    private static final String CORRECTED = """
            select r.usage_point, r.at, r.kind::text, r.value, r.provenance
            from reading r join import_batch b on b.change = r.change
            where r.usage_point = any(?) and r.at between ? and ? and b.corrects and b.import > ?
                and coalesce((select max(c.import) from cured_row c where c.change = r.change), b.import) > ?""";

    private ReadingsThere() {}

    /// @param isFollowing whether it followed another one of its day, or says so
    private record Row(
            Reading reading,
            long change,
            boolean isFollowing,
            @Nullable Decimal leastHour) {}

    /// Of each day the readings by revision; days without one are not there.
    public static Map<PointDay, List<StandingReading>> of(Connection connection, Collection<PointDay> keys)
            throws SQLException {
        Map<PointDay, List<Row>> rows = keys.isEmpty() ? Map.of() : rows(connection, Set.copyOf(keys));
        Map<Long, Word> words = words(connection, rows.values());
        Map<PointDay, List<StandingReading>> found = new HashMap<>();
        rows.forEach((key, ofDay) -> {
            List<StandingReading> standing = new ArrayList<>(ofDay.size());
            for (Row row : ofDay) {
                // What was counted anew is the word of who has sent the day.
                Word word = FeedProvenance.isAnew(row.reading()) && !standing.isEmpty()
                        ? standing.getLast().word()
                        : word(row, words);
                standing.add(new StandingReading(
                        row.reading(), word, FeedProvenance.exact(row.reading()).orElse(null), row.leastHour()));
            }
            found.put(key, standing);
        });
        return found;
    }

    /// Which of some days an import after one has corrected.
    public static Set<PointDay> correctedSince(Connection connection, Set<PointDay> keys, long importBefore)
            throws SQLException {
        Set<PointDay> corrected = new HashSet<>();
        if (!keys.isEmpty()) {
            TreeSet<LocalDate> days = new TreeSet<>();
            keys.forEach(key -> days.add(key.at()));
            try (PreparedStatement query = connection.prepareStatement(CORRECTED)) {
                List<String> points =
                        keys.stream().map(PointDay::usagePoint).distinct().toList();
                query.setArray(1, SqlArrays.texts(connection, points));
                query.setObject(2, days.getFirst());
                query.setObject(3, days.getLast());
                query.setLong(4, importBefore);
                query.setLong(5, importBefore);
                Rows.each(query, row -> {
                    Reading reading = ReadingKind.ofCode(row.getString("kind"))
                            .reading(Rows.date(row, "at"), Rows.decimal(row, "value"), row.getString("provenance"));
                    if (!FeedProvenance.isAnew(reading)) {
                        corrected.add(new PointDay(row.getString("usage_point"), reading.at()));
                    }
                });
            }
        }
        return corrected;
    }

    /// What came otherwise than by an import is a person's word when it followed something, or says so.
    private static Word word(Row row, Map<Long, Word> words) {
        return words.getOrDefault(row.change(), row.isFollowing() ? Word.PERSON : Word.SOURCE);
    }

    private static Map<PointDay, List<Row>> rows(Connection connection, Set<PointDay> keys) throws SQLException {
        Set<String> points = new HashSet<>();
        TreeSet<LocalDate> days = new TreeSet<>();
        for (PointDay key : keys) {
            points.add(key.usagePoint());
            days.add(key.at());
        }
        String select = READINGS.replace("{points}", Literals.texts(points))
                .replace("{first}", Literals.of(days.getFirst()))
                .replace("{last}", Literals.of(days.getLast()));
        Map<PointDay, List<Row>> rows = new HashMap<>();
        CopiedRows.each(connection, select, row -> {
            PointDay key = new PointDay(row.text(), row.date());
            if (keys.contains(key)) {
                ReadingKind kind = KINDS.get((int) row.whole());
                Reading reading = kind.reading(key.at(), row.numeric(), row.text());
                rows.computeIfAbsent(key, _ -> new ArrayList<>(1))
                        .add(new Row(reading, row.whole(), row.bool(), row.numericOrNull()));
            }
        });
        return rows;
    }

    /// As which word an import brought a change; changes of others are not there.
    private static Map<Long, Word> words(Connection connection, Collection<List<Row>> rows) throws SQLException {
        Set<Long> changes = new TreeSet<>();
        rows.forEach(ofDay -> ofDay.forEach(row -> changes.add(row.change())));
        Map<Long, Word> words = new HashMap<>();
        if (!changes.isEmpty()) {
            CopiedRows.each(
                    connection,
                    IMPORTED.replace("{changes}", Literals.longs(changes)),
                    row -> words.put(row.whole(), row.bool() ? Word.CORRECTION : Word.SOURCE));
        }
        return words;
    }
}
