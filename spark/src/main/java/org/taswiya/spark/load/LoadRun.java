package org.taswiya.spark.load;

import static org.apache.spark.sql.functions.broadcast;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.taswiya.spark.billing.RunRefused;
import org.taswiya.spark.parquet.TextFile;
import org.taswiya.store.Database;

/// Loads the files of a finished run.
public final class LoadRun {
    private static final long BYTES_MAX = 1L << 40;

    private final SparkSession session;
    private final Configuration configuration;
    private final String output;
    private final Database database;
    private final String schema;

    private LoadRun(SparkSession session, String output, Database database, String schema) {
        this.session = session;
        this.configuration = session.sparkContext().hadoopConfiguration();
        this.output = output;
        this.database = database;
        this.schema = schema;
    }

    /// Begins the load, or goes on with it.
    ///
    /// @param output the folder that the run wrote
    /// @param schema small letters, digits and underscores; made where it is not there
    /// @return how many files were read now, once for each table
    /// @throws RunRefused when the run is not finished, or the schema holds another one
    public static int execute(SparkSession session, String output, Database database, String schema)
            throws IOException, SQLException {
        if (!schema.matches("[a-z][a-z0-9_]*")) {
            throw new RunRefused("Schema '" + schema + "' is not small letters, digits and underscores.");
        }
        return new LoadRun(session, output, database, schema).execute();
    }

    private int execute() throws IOException, SQLException {
        prepare(mark());
        session.conf().set("spark.sql.files.maxPartitionBytes", BYTES_MAX);
        session.conf().set("spark.sql.files.openCostInBytes", BYTES_MAX); // so that a task reads one file
        // Joined in each task, so that a task goes on reading one file.
        broadcast(rates()).createOrReplaceTempView("rates");
        int files = 0;
        for (LoadTable table : LoadTable.ALL) {
            List<String> open = open(table);
            if (!open.isEmpty()) {
                load(table, open);
            }
            files += open.size();
        }
        return files;
    }

    /// Each range says which rates its lines name; a rate has the same number in all of them.
    private Dataset<Row> rates() {
        return session.read().parquet(new Path(output, "rates").toString()).distinct();
    }

    private String mark() throws IOException {
        Path work = new Path(output, "_work");
        if (new TextFile(configuration, work, new Path(output, "_report.json"))
                .read()
                .isEmpty()) {
            throw new RunRefused(output + " holds no finished run. Bill it to its end first.");
        }
        return String.join(
                "\n",
                new TextFile(configuration, work, new Path(output, "_run.txt"))
                        .read()
                        .orElse(List.of()));
    }

    private void prepare(String mark) throws IOException, SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("create schema if not exists " + schema);
            statement.execute("set search_path to " + schema);
            statement.execute(tables());
            try (PreparedStatement insert =
                    connection.prepareStatement("insert into run (mark) values (?) on conflict do nothing")) {
                insert.setString(1, mark);
                insert.execute();
            }
            try (ResultSet run = statement.executeQuery("select mark from run")) {
                run.next();
                if (!run.getString(1).equals(mark)) {
                    throw new RunRefused("Schema " + schema + " of " + database
                            + " holds another run. Name another one with --schema.");
                }
            }
        }
    }

    private static String tables() throws IOException {
        try (InputStream tables = LoadRun.class.getResourceAsStream("tables.sql")) {
            if (tables == null) {
                throw new IllegalStateException("tables.sql is not there");
            }
            return new String(tables.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /// The files that are not in the table yet.
    private List<String> open(LoadTable table) throws IOException, SQLException {
        Set<String> loaded = new HashSet<>();
        try (Connection connection = database.connect();
                PreparedStatement query =
                        connection.prepareStatement("select file from " + schema + ".loaded where table_name = ?")) {
            query.setString(1, table.name());
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    loaded.add(row.getString(1));
                }
            }
        }
        Path folder = new Path(output, table.folder());
        FileSystem system = folder.getFileSystem(configuration);
        List<String> open = new ArrayList<>();
        for (FileStatus file : system.listStatus(folder)) {
            if (!loaded.contains(file.getPath().getName())) {
                open.add(file.getPath().toString());
            }
        }
        return open;
    }

    private void load(LoadTable table, List<String> files) {
        String view = "files_of_" + table.name();
        session.read()
                .parquet(files.toArray(String[]::new))
                .selectExpr("_metadata.file_name as file", "*")
                .createOrReplaceTempView(view);
        Dataset<Row> rows = session.sql(table.query(view));
        rows.toJavaRDD().foreachPartition(new LoadTask(database.url(), schema, table.name(), rows.schema())::load);
    }
}
