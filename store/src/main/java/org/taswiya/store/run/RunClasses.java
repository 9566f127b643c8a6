package org.taswiya.store.run;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.estimation.ClassFactor;
import org.taswiya.core.estimation.ClassUse;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlArrays;

/// What a run has learnt of the classes of meters that it estimates. Whoever goes on with it after a kill, or prints
/// its bills again, goes by the same.
public final class RunClasses {
    /// Beside the figures of [ClassUse].
    private static final String READ_METERS = "read-meters";

    private RunClasses() {}

    public static Map<ClassDates, LearntClass> of(Connection connection, long run) throws SQLException {
        Map<ClassDates, SortedMap<String, List<Long>>> figures = new HashMap<>();
        try (PreparedStatement query = connection.prepareStatement(
                "select tariff, from_day, to_day, figure, numbers from class_use where run = ?")) {
            query.setLong(1, run);
            Rows.list(
                    query,
                    row -> figures.computeIfAbsent(
                                    new ClassDates(
                                            row.getString("tariff"),
                                            DateRange.of(Rows.date(row, "from_day"), Rows.date(row, "to_day"))),
                                    _ -> new TreeMap<>())
                            .put(row.getString("figure"), List.of((Long[])
                                    row.getArray("numbers").getArray())));
        }
        Map<ClassDates, LearntClass> classes = new HashMap<>();
        figures.forEach((dates, of) -> {
            List<Long> read = Objects.requireNonNullElse(of.remove(READ_METERS), List.of());
            ClassFactor changed = ClassFactor.ofFigures(dates.range(), read);
            classes.put(dates, new LearntClass(ClassUse.ofFigures(dates.range(), of), changed));
        });
        return classes;
    }

    /// Adds some that it has not learnt before.
    public static void add(Connection connection, long run, Map<ClassDates, LearntClass> learnt) throws SQLException {
        if (learnt.isEmpty()) {
            return;
        }
        try (PreparedStatement insert =
                connection.prepareStatement("insert into class_use values (?, ?, ?, ?, ?, ?)")) {
            for (Map.Entry<ClassDates, LearntClass> of : learnt.entrySet()) {
                SortedMap<String, List<Long>> figures = of.getValue().use().figures();
                figures.put(READ_METERS, of.getValue().changed().figures());
                for (Map.Entry<String, List<Long>> figure : figures.entrySet()) {
                    insert.setLong(1, run);
                    insert.setString(2, of.getKey().tariff());
                    insert.setObject(3, of.getKey().range().from());
                    insert.setObject(4, of.getKey().range().to());
                    insert.setString(5, figure.getKey());
                    insert.setArray(6, SqlArrays.numbers(connection, figure.getValue()));
                    insert.addBatch();
                }
            }
            insert.executeBatch();
        }
    }
}
