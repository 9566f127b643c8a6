package org.taswiya.store.receiving;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// Ends of what had none: a meter taken away, a premise in which somebody lives again. The one thing that is written
/// into a row that stands; a row that has an end keeps it.
public final class EndedDays {
    private static final String METERS = """
            update meter set removed_at = ? where usage_point = ? and installed_at = ? and removed_at is null""";
    private static final String VACANCIES =
            "update vacancy set to_day = ? where premise = ? and from_day = ? and to_day is null";

    private final List<End> meters = new ArrayList<>();
    private final List<End> vacancies = new ArrayList<>();

    private record End(String of, LocalDate from, LocalDate to) {}

    public void meter(String usagePoint, LocalDate installedAt, LocalDate removedAt) {
        meters.add(new End(usagePoint, installedAt, removedAt));
    }

    public void vacancy(String premise, LocalDate from, LocalDate to) {
        vacancies.add(new End(premise, from, to));
    }

    public boolean isEmpty() {
        return meters.isEmpty() && vacancies.isEmpty();
    }

    public void write(Connection connection) throws SQLException {
        write(connection, METERS, meters);
        write(connection, VACANCIES, vacancies);
    }

    private static void write(Connection connection, String sql, List<End> ends) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            for (End end : ends) {
                update.setObject(1, end.to());
                update.setString(2, end.of());
                update.setObject(3, end.from());
                update.addBatch();
            }
            update.executeBatch();
        }
    }
}
