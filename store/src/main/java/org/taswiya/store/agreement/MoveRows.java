package org.taswiya.store.agreement;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.customer.Occupant;
import org.taswiya.core.customer.Occupants;
import org.taswiya.core.customer.ServiceAgreement;
import org.taswiya.store.Rows;
import org.taswiya.store.population.PopulationRows;

/// What a move asks of the books and writes into them.
final class MoveRows {
    private MoveRows() {}

    /// The service of a usage point; nothing where there is no such point.
    static Optional<String> service(Connection connection, String point) throws SQLException {
        return text(connection, "select service from usage_point where reference = ?", point);
    }

    static boolean hasAccount(Connection connection, String account) throws SQLException {
        return text(connection, "select reference from customer_account where reference = ?", account)
                .isPresent();
    }

    static boolean hasAgreement(Connection connection, String agreement) throws SQLException {
        return text(connection, "select reference from service_agreement where reference = ?", agreement)
                .isPresent();
    }

    private static Optional<String> text(Connection connection, String sql, String value) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, value);
            return Rows.list(query, row -> row.getString(1)).stream().findFirst();
        }
    }

    static Occupants at(Connection connection, String point) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "select reference, account, from_day, to_day from service_agreement where usage_point = ?")) {
            query.setString(1, point);
            return new Occupants(Rows.list(
                    query,
                    row -> new Occupant(
                            row.getString(1),
                            row.getString(2),
                            Rows.date(row, "from_day"),
                            Rows.dateOrNull(row, "to_day"))));
        }
    }

    /// Whether the reading that counts on a day is one that the utility took.
    static boolean isRead(Connection connection, String point, LocalDate on) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                select kind::text from reading where usage_point = ? and at = ? order by revision desc limit 1""")) {
            query.setString(1, point);
            query.setObject(2, on);
            return Rows.list(query, row -> row.getString(1)).contains("actual");
        }
    }

    /// One more than the greatest there is, as `C00042`; nothing when seven digits are used up.
    static Optional<String> nextReference(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                select coalesce(max(substr(reference, 2)::bigint), 0) + 1 from service_agreement""")) {
            long next = Rows.list(query, row -> row.getLong(1)).getFirst();
            String digits = Long.toString(next);
            return digits.length() > 7
                    ? Optional.empty()
                    : Optional.of("C" + "0".repeat(Math.max(0, 5 - digits.length())) + digits);
        }
    }

    static void begin(Connection connection, ServiceAgreement agreement, long change) throws SQLException {
        PopulationRows rows = new PopulationRows(change);
        rows.add(agreement, agreement.from());
        rows.send(connection);
    }

    static void end(
            Connection connection,
            String agreement,
            LocalDate on,
            boolean isEstimated,
            @Nullable String successor,
            long change)
            throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into agreement_end values (?, ?, ?, ?, ?)")) {
            insert.setString(1, agreement);
            insert.setObject(2, on);
            insert.setBoolean(3, isEstimated);
            insert.setString(4, successor);
            insert.setLong(5, change);
            insert.executeUpdate();
        }
    }
}
