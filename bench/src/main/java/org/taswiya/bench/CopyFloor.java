package org.taswiya.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.taswiya.store.Database;
import org.taswiya.store.input.BillingInputs;

/// What reading and writing alone would take: the input rows of a run copied out and its output rows copied in, in
/// binary form, beside each other, with the same keys and indexes, committed in the same batches, and nothing computed.
///
/// Measured on the first bills of a run, as many as fit a round number of batches.
final class CopyFloor {
    /// Written by a run, in the order in which it writes them, with the column that names the bill or the entry.
    private static final List<Written> WRITTEN = List.of(
            new Written("journal_entry", "id"),
            new Written("posting", "entry"),
            new Written("bill_segment", "bill"),
            new Written("charge_line", "bill"),
            new Written("estimate", "bill"),
            new Written("settlement", "bill"),
            new Written("bill", "serial"));

    private final Database database;
    private final Path folder;
    private final int perBatch;

    private record Written(String table, String key) {}

    /// What the floor took for how many bills, and how many bytes went which way.
    record Floor(long bills, double seconds, long bytesRead, long bytesWritten) {
        double secondsFor(long others) {
            return seconds * others / bills;
        }
    }

    /// @param folder for what is to be copied in again, emptied afterwards
    CopyFloor(Database database, Path folder, int perBatch) {
        this.database = database;
        this.folder = folder;
        this.perBatch = perBatch;
    }

    /// @param first the number of a run's first bill, which is that of its entry
    /// @param most how many bills to look at
    /// @param inputs what the run read for them
    Floor measure(long first, long most, FloorInputs inputs) throws SQLException, IOException {
        Files.createDirectories(folder);
        try (Connection reader = database.connect();
                Connection writer = database.connect()) {
            long batches = Math.max(1, most / perBatch);
            long written = keep(reader, first, batches);
            List<String> queries = queries(reader, first, batches, inputs);
            makeTables(writer);
            BillingInputs.readByIndex(reader);
            long begin = System.nanoTime();
            CompletableFuture<Long> read = CompletableFuture.supplyAsync(() -> copyOut(reader, queries));
            copyIn(writer, batches);
            long bytesRead = read.join();
            double seconds = (System.nanoTime() - begin) / 1e9;
            try (Statement statement = writer.createStatement()) {
                statement.execute("drop schema floor cascade");
                writer.commit();
            }
            return new Floor(batches * perBatch, seconds, bytesRead, written);
        } finally {
            clear();
        }
    }

    private static CopyManager copies(Connection connection) throws SQLException {
        return connection.unwrap(PGConnection.class).getCopyAPI();
    }

    /// Every table without the columns that the database computes.
    private static String columns(Connection connection, String table) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                var rows = statement.executeQuery("select attname from pg_attribute where attrelid = '" + table
                        + "'::regclass and attnum > 0 and attgenerated = '' and not attisdropped order by attnum")) {
            while (rows.next()) {
                columns.add(rows.getString(1));
            }
        }
        return String.join(", ", columns);
    }

    private long keep(Connection connection, long first, long batches) throws SQLException, IOException {
        long bytes = 0;
        for (Written written : WRITTEN) {
            String columns = columns(connection, written.table());
            for (long batch = 0; batch < batches; batch++) {
                long from = first + batch * perBatch;
                Path file = file(written, batch);
                try (OutputStream out = Files.newOutputStream(file)) {
                    copies(connection)
                            .copyOut(
                                    "copy (select %s from %s where %s between %d and %d) to stdout (format binary)"
                                            .formatted(
                                                    columns, written.table(), written.key(), from, from + perBatch - 1),
                                    out);
                }
                bytes += Files.size(file);
            }
        }
        return bytes;
    }

    private static void makeTables(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("drop schema if exists floor cascade");
            statement.execute("create schema floor");
            for (Written written : WRITTEN) {
                statement.execute("create table floor.%1$s (like %1$s including defaults including constraints"
                                .formatted(written.table())
                        + " including indexes including generated)");
            }
        }
        connection.commit();
    }

    private List<String> queries(Connection connection, long first, long batches, FloorInputs inputs)
            throws SQLException {
        List<String> queries = new ArrayList<>();
        for (long batch = 0; batch < batches; batch++) {
            long from = first + batch * perBatch;
            queries.addAll(inputs.queries(connection, from, from + perBatch - 1));
        }
        return queries;
    }

    private static long copyOut(Connection connection, List<String> queries) {
        long[] bytes = new long[1];
        OutputStream count = new OutputStream() {
            @Override
            public void write(int b) {
                bytes[0]++;
            }

            @Override
            public void write(byte[] b, int off, int len) {
                bytes[0] += len;
            }
        };
        try {
            for (String query : queries) {
                copies(connection).copyOut("copy (" + query + ") to stdout (format binary)", count);
            }
            return bytes[0];
        } catch (SQLException | IOException e) {
            throw new CompletionException(e);
        }
    }

    private void copyIn(Connection connection, long batches) throws SQLException, IOException {
        List<String> commands = new ArrayList<>();
        for (Written written : WRITTEN) {
            String columns = columns(connection, written.table());
            commands.add("copy floor." + written.table() + " (" + columns + ") from stdin (format binary)");
        }
        for (long batch = 0; batch < batches; batch++) {
            for (int table = 0; table < WRITTEN.size(); table++) {
                try (var in = Files.newInputStream(file(WRITTEN.get(table), batch))) {
                    copies(connection).copyIn(commands.get(table), in, 1 << 16);
                }
            }
            connection.commit();
        }
    }

    private Path file(Written written, long batch) {
        return folder.resolve(written.table() + "-" + batch);
    }

    private void clear() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
