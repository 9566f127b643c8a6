package org.taswiya.spark.export;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;
import org.taswiya.spark.billing.ExportedFiles;
import org.taswiya.spark.billing.Rules;
import org.taswiya.spark.billing.RunInput.FromBooks;
import org.taswiya.spark.billing.RunMark;
import org.taswiya.spark.billing.Terms;
import org.taswiya.spark.input.BooksFile;
import org.taswiya.spark.input.BooksReader;
import org.taswiya.spark.input.CycleFile;
import org.taswiya.spark.parquet.TextFile;
import org.taswiya.store.input.AccountRange;

/// Exports the accounts of a cycle, each range in a task of its own.
public final class ExportRun {
    private ExportRun() {}

    /// Begins the export, or goes on with it.
    ///
    /// @param published price books of the home, which are among the terms
    /// @param lastNumber of the last bill in the books
    /// @param folder that takes the files; empty, or that of the same export
    /// @return how many files were written now
    public static int execute(
            SparkSession session,
            FromBooks books,
            Terms terms,
            SortedMap<String, String> published,
            long lastNumber,
            String folder)
            throws IOException {
        JavaSparkContext context = JavaSparkContext.fromSparkContext(session.sparkContext());
        Configuration configuration = context.hadoopConfiguration();
        Path work = new Path(folder, "_work");
        new RunMark(folder, new TextFile(configuration, work, new Path(folder, "_export.txt")))
                .require(books, terms, lastNumber);
        Broadcast<Terms> shared = context.broadcast(terms);
        Broadcast<SerializableConfiguration> files = context.broadcast(new SerializableConfiguration(configuration));
        List<Task> tasks = tasks(books, folder, configuration);
        if (!tasks.isEmpty()) {
            context.parallelize(tasks, tasks.size())
                    .foreach(task -> task.export(shared.value(), files.value().value()));
        }
        BooksFile.write(configuration, folder, published);
        new CycleFile(terms.cycle(), lastNumber).write(configuration, folder);
        ExportedFiles.keep(configuration, folder);
        work.getFileSystem(configuration).delete(work, true);
        return tasks.size();
    }

    private static List<Task> tasks(FromBooks books, String folder, Configuration configuration) throws IOException {
        List<Task> tasks = new ArrayList<>();
        Path accounts = new Path(folder, "accounts");
        FileSystem system = accounts.getFileSystem(configuration);
        List<String> names = books.ranges();
        for (int i = 0; i < names.size(); i++) {
            if (!system.exists(new Path(accounts, names.get(i)))) {
                tasks.add(new Task(books.url(), names.get(i), books.cuts().get(i), folder));
            }
        }
        return tasks;
    }

    /// One range.
    ///
    /// @param url with user and password
    private record Task(String url, String range, AccountRange accounts, String folder) implements Serializable {

        void export(Terms terms, Configuration configuration) throws IOException {
            Rules rules = Rules.of(terms);
            // With classes, whatever today's checks ask: the files may be billed by others.
            BooksReader reader = new BooksReader(url, rules.cycle(), rules.policy(), rules::tariff, true);
            try (RangeExport export = new RangeExport(configuration, folder, range)) {
                reader.read(accounts, export);
                export.finish();
            }
        }

        /// Not the password.
        @Override
        public String toString() {
            return range;
        }
    }
}
