package org.taswiya.store.backup;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;
import org.taswiya.store.Rows;
import org.taswiya.store.TablesVersion;
import org.taswiya.store.backup.Manifest.Table;

/// Tables out and in, as `copy` writes them in text: every version of PostgreSQL reads what another has written.
final class TableCopy {
    private TableCopy() {}

    /// Every value is written the same wherever it is; nobody's rows are left out, rather it fails.
    static void settle(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set local datestyle = 'ISO'; set local intervalstyle = 'postgres';"
                    + " set local timezone = 'UTC'; set local bytea_output = 'hex'; set local extra_float_digits = 1;"
                    + " set local row_security = off; set local statement_timeout = 0; set local lock_timeout = 0");
        }
    }

    /// All of them but for that of the migrations, by their names.
    static SortedMap<String, List<String>> columns(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                select c.relname, a.attname from pg_class c
                join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                    and a.attgenerated = ''
                where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> ?
                order by c.relname, a.attnum""")) {
            query.setString(1, TablesVersion.TABLE);
            SortedMap<String, List<String>> columns = new TreeMap<>();
            Rows.list(query, row -> List.of(row.getString(1), row.getString(2)))
                    .forEach(column -> columns.computeIfAbsent(column.getFirst(), _ -> new ArrayList<>())
                            .add(column.getLast()));
            return columns;
        }
    }

    static SortedMap<String, Long> sequences(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                select sequencename, last_value from pg_sequences
                where schemaname = 'public' and last_value is not null""")) {
            SortedMap<String, Long> last = new TreeMap<>();
            Rows.list(query, row -> List.of(row.getString(1), row.getString(2)))
                    .forEach(sequence -> last.put(sequence.getFirst(), Long.valueOf(sequence.getLast())));
            return last;
        }
    }

    static Table out(Connection connection, String name, List<String> columns, OutputStream to)
            throws SQLException, IOException {
        RowSum sum = new RowSum();
        connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut("copy " + named(name, columns) + " to stdout", new OutputStream() {
                    @Override
                    public void write(int one) throws IOException {
                        write(new byte[] {(byte) one}, 0, 1);
                    }

                    @Override
                    public void write(byte[] text, int from, int length) throws IOException {
                        sum.add(text, from, length);
                        to.write(text, from, length);
                    }
                });
        return new Table(name, columns, sum.rows(), sum.toString());
    }

    static Table in(Connection connection, String name, List<String> columns, InputStream from)
            throws SQLException, IOException {
        RowSum sum = new RowSum();
        connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy " + named(name, columns) + " from stdin", summed(from, sum));
        return new Table(name, columns, sum.rows(), sum.isWhole() ? sum.toString() : "");
    }

    static InputStream summed(InputStream from, RowSum sum) {
        return new FilterInputStream(from) {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] text, int start, int length) throws IOException {
                int read = super.read(text, start, length);
                if (read > 0) {
                    sum.add(text, start, read);
                }
                return read;
            }
        };
    }

    static String quoted(String name) {
        return '"' + name + '"';
    }

    private static String named(String table, List<String> columns) {
        return "public." + quoted(table)
                + columns.stream().map(TableCopy::quoted).collect(Collectors.joining(", ", " (", ")"));
    }
}
