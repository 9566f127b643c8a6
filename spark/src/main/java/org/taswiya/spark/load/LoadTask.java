package org.taswiya.spark.load;

import java.io.IOException;
import java.io.Serializable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.store.Database;
import org.taswiya.store.copy.CopyRows;

/// Writes the rows of one file into one table, in one transaction with the note that they are there.
///
/// @param url with user and password
/// @param columns of the rows; the first one is the name of the file
record LoadTask(String url, String schema, String table, StructType columns) implements Serializable {
    private static final int WAITING_MAX = 8 << 20;
    private static final String SCALE = "_scale";

    void load(Iterator<Row> rows) throws IOException {
        if (!rows.hasNext()) {
            return;
        }
        Row first = rows.next();
        try (Database database = Database.at(url);
                Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            if (isNew(connection, first.getString(0))) {
                copy(connection, first, rows);
                connection.commit();
            }
        } catch (SQLException e) {
            throw new IOException(first.getString(0) + " cannot be loaded into " + table + ": " + e.getMessage(), e);
        }
    }

    /// Waits for another task that is writing the same file.
    private boolean isNew(Connection connection, String file) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into " + schema + ".loaded (table_name, file) values (?, ?) on conflict do nothing")) {
            insert.setString(1, table);
            insert.setString(2, file);
            return insert.executeUpdate() == 1;
        }
    }

    private void copy(Connection connection, Row first, Iterator<Row> others) throws SQLException {
        CopyRows copy = new CopyRows(schema + "." + table, names());
        put(first, copy);
        while (others.hasNext()) {
            put(others.next(), copy);
            if (copy.length() > WAITING_MAX) {
                copy.send(connection);
            }
        }
        copy.send(connection);
    }

    private String[] names() {
        return IntStream.range(1, columns.length())
                .mapToObj(i -> columns.fields()[i].name())
                .filter(name -> !name.endsWith(SCALE))
                .toArray(String[]::new);
    }

    private void put(Row row, CopyRows copy) {
        copy.row();
        for (int i = 1; i < columns.length(); i++) {
            boolean isDecimal = i + 1 < columns.length()
                    && columns.fields()[i + 1].name().equals(columns.fields()[i].name() + SCALE);
            if (row.isNullAt(i)) {
                copy.empty();
            } else if (isDecimal) {
                copy.numeric(new Decimal(row.getLong(i), row.getInt(i + 1)));
            } else {
                put(row, i, copy);
            }
            i += isDecimal ? 1 : 0;
        }
    }

    private void put(Row row, int i, CopyRows copy) {
        var type = columns.fields()[i].dataType();
        if (type.equals(DataTypes.LongType)) {
            copy.bigint(row.getLong(i));
        } else if (type.equals(DataTypes.IntegerType)) {
            copy.integer(row.getInt(i));
        } else if (type.equals(DataTypes.DateType)) {
            copy.date(row.getDate(i).toLocalDate());
        } else if (type.equals(DataTypes.BooleanType)) {
            copy.bool(row.getBoolean(i));
        } else if (type.equals(DataTypes.StringType)) {
            copy.text(row.getString(i));
        } else {
            throw new IllegalStateException("Column " + columns.fields()[i] + " is of no type that is loaded");
        }
    }

    /// Not the password.
    @Override
    public String toString() {
        return table;
    }
}
