package org.taswiya.store.connection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.connection.ApplicationState;
import org.taswiya.core.connection.ApplicationStep;
import org.taswiya.core.connection.Quote;
import org.taswiya.core.customer.CustomerClass;
import org.taswiya.core.quantity.Money;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlArrays;

/// What applications write into the books, and ask of them.
final class ApplicationRows {
    private ApplicationRows() {}

    /// @return its number
    static String insert(
            Connection connection, ApplicationDecisions.Applicant who, CustomerClass of, LocalDate on, long change)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into connection_application
                select coalesce(max(id), 0) + 1, ?, ?, ?::customer_class, ?, ?, ?, ? from connection_application
                returning connection_number(id)""")) {
            insert.setString(1, who.account());
            insert.setString(2, who.name());
            insert.setString(3, of.code());
            insert.setString(4, who.premise());
            insert.setString(5, who.address());
            insert.setObject(6, on);
            insert.setLong(7, change);
            return Rows.list(insert, row -> row.getString(1)).getFirst();
        }
    }

    static void insertService(
            Connection connection, String number, int ordinal, String service, @Nullable String billedWith)
            throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into connection_service values (?, ?, ?, ?)")) {
            insert.setLong(1, Applications.id(number));
            insert.setInt(2, ordinal);
            insert.setString(3, service);
            insert.setString(4, billedWith);
            insert.executeUpdate();
        }
    }

    static void insertAsked(Connection connection, String number, Collection<String> documents) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into connection_asked values (?, ?)")) {
            for (String document : documents) {
                insert.setLong(1, Applications.id(number));
                insert.setString(2, document);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /// @param documents that came or went back with it
    static void insertStep(
            Connection connection,
            String number,
            int ordinal,
            ApplicationStep step,
            ApplicationState to,
            LocalDate on,
            Collection<String> documents,
            long change)
            throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into connection_step values (?, ?, ?, ?, ?, ?)")) {
            insert.setLong(1, Applications.id(number));
            insert.setInt(2, ordinal);
            insert.setString(3, step.code());
            insert.setString(4, to.code());
            insert.setObject(5, on);
            insert.setLong(6, change);
            insert.executeUpdate();
        }
        try (PreparedStatement insert =
                connection.prepareStatement("insert into connection_document values (?, ?, ?, ?)")) {
            for (String document : documents) {
                insert.setLong(1, Applications.id(number));
                insert.setInt(2, ordinal);
                insert.setString(3, document);
                insert.setBoolean(4, step != ApplicationStep.RETURN);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    static void insertQuote(Connection connection, String number, Quote quote, LocalDate validTo, long change)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into connection_quote values (?, ?, ?)")) {
            insert.setLong(1, Applications.id(number));
            insert.setObject(2, validTo);
            insert.setLong(3, change);
            insert.executeUpdate();
        }
        try (PreparedStatement insert =
                connection.prepareStatement("insert into connection_quote_line values (?, ?, ?, ?, ?, ?, ?)")) {
            int ordinal = 0;
            for (Quote.Line line : quote.lines()) {
                ordinal++;
                insert.setLong(1, Applications.id(number));
                insert.setInt(2, ordinal);
                insert.setString(3, line.service());
                insert.setString(4, line.item());
                insert.setLong(5, line.net().minorUnits());
                insert.setBigDecimal(6, line.taxRate().toBigDecimal());
                insert.setLong(7, line.tax().minorUnits());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    static void insertCharge(
            Connection connection,
            String number,
            String account,
            Money amount,
            LocalDate on,
            LocalDate dueOn,
            long entry,
            long change)
            throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into connection_charge values (?, ?, ?, ?, ?, ?, ?)")) {
            insert.setLong(1, Applications.id(number));
            insert.setString(2, account);
            insert.setLong(3, amount.minorUnits());
            insert.setObject(4, on);
            insert.setObject(5, dueOn);
            insert.setLong(6, entry);
            insert.setLong(7, change);
            insert.executeUpdate();
        }
    }

    static void insertTakenBack(Connection connection, String number, LocalDate on, long entry, long change)
            throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into connection_charge_taken_back values (?, ?, ?, ?)")) {
            insert.setLong(1, Applications.id(number));
            insert.setObject(2, on);
            insert.setLong(3, entry);
            insert.setLong(4, change);
            insert.executeUpdate();
        }
    }

    static void insertConnected(
            Connection connection, String number, String service, @Nullable String agreement, LocalDate on, long change)
            throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into connection_connected values (?, ?, ?, ?, ?)")) {
            insert.setLong(1, Applications.id(number));
            insert.setString(2, service);
            insert.setString(3, agreement);
            insert.setObject(4, on);
            insert.setLong(5, change);
            insert.executeUpdate();
        }
    }

    static boolean hasPremise(Connection connection, String premise) throws SQLException {
        return text(connection, "select reference from premise where reference = ?", premise)
                .isPresent();
    }

    /// Where a usage point is, and what it gives.
    record Point(String premise, String service) {}

    static Optional<Point> point(Connection connection, String point) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("select premise, service from usage_point where reference = ?")) {
            query.setString(1, point);
            return Rows.list(query, row -> new Point(row.getString(1), row.getString(2))).stream()
                    .findFirst();
        }
    }

    /// An application under way for one of the services at a premise, as `NC0000000001 for water`.
    static Optional<String> underWay(Connection connection, String premise, List<String> services) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                select connection_number(a.id) || ' for ' || s.service
                from connection_application a join connection_service s on s.application = a.id
                where a.premise = ? and s.service = any(?) and not exists (
                    select from connection_step l where l.application = a.id
                        and l.state in ('connected', 'refused', 'withdrawn', 'lapsed'))
                order by a.id, s.ordinal limit 1""")) {
            query.setString(1, premise);
            query.setArray(2, SqlArrays.texts(connection, services));
            return Rows.list(query, row -> row.getString(1)).stream().findFirst();
        }
    }

    private static Optional<String> text(Connection connection, String sql, String value) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, value);
            return Rows.list(query, row -> row.getString(1)).stream().findFirst();
        }
    }
}
