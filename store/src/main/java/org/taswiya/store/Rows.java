package org.taswiya.store;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Money;

/// Rows of a query, and their fields as core has them.
public final class Rows {
    /// Rows fetched at once, where a query runs in a transaction.
    private static final int FETCHED = 5_000;

    private Rows() {}

    /// What is done with a row.
    public interface Use {
        void row(ResultSet row) throws SQLException;
    }

    /// What a row becomes.
    public interface Shape<T> {
        T of(ResultSet row) throws SQLException;
    }

    public static void each(PreparedStatement query, Use use) throws SQLException {
        query.setFetchSize(FETCHED);
        try (ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                use.row(rows);
            }
        }
    }

    /// Each row of a query that has one parameter: the keys that are looked for.
    public static void each(Connection connection, String sql, Array keys, Use use) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setArray(1, keys);
            each(query, use);
        }
    }

    public static <T> List<T> list(PreparedStatement query, Shape<T> shape) throws SQLException {
        List<T> list = new ArrayList<>();
        each(query, row -> list.add(shape.of(row)));
        return list;
    }

    public static Decimal decimal(ResultSet row, String column) throws SQLException {
        return decimal(row.getBigDecimal(column));
    }

    /// An exact number, or null for none.
    public static @Nullable Decimal decimalOrNull(ResultSet row, String column) throws SQLException {
        BigDecimal value = row.getBigDecimal(column);
        return value == null ? null : decimal(value);
    }

    private static Decimal decimal(BigDecimal value) {
        BigDecimal whole = value.scale() < 0 ? value.setScale(0) : value;
        return new Decimal(whole.unscaledValue().longValueExact(), whole.scale());
    }

    /// Minor units; null where there are none.
    public static @Nullable Money moneyOrNull(ResultSet row, String column) throws SQLException {
        long minorUnits = row.getLong(column);
        return row.wasNull() ? null : Money.ofMinor(minorUnits);
    }

    public static LocalDate date(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    public static @Nullable LocalDate dateOrNull(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }
}
