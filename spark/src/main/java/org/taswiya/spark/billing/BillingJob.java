package org.taswiya.spark.billing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.rdd.RDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.execution.SparkPlan;
import org.apache.spark.sql.execution.datasources.FilePartition;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import org.apache.spark.util.SerializableConfiguration;
import org.taswiya.spark.billing.RunInput.FromBooks;
import org.taswiya.spark.billing.RunInput.FromFiles;
import org.taswiya.spark.input.AccountWriter;
import org.taswiya.store.input.AccountRange;

/// Bills ranges into staged files, each in a task of its own.
final class BillingJob {
    /// No file is larger, and every file costs as much to open: so a partition is one file, whole.
    private static final long BYTES_MAX = 1L << 40;

    private final SparkSession session;
    private final JavaSparkContext context;
    private final Broadcast<Terms> terms;
    private final Broadcast<SerializableConfiguration> configuration;
    private final OutputFolder folder;
    private final RunListener listener;

    BillingJob(SparkSession session, Terms terms, OutputFolder folder, RunListener listener) {
        this.session = session;
        this.context = JavaSparkContext.fromSparkContext(session.sparkContext());
        this.terms = context.broadcast(terms);
        this.configuration = context.broadcast(new SerializableConfiguration(context.hadoopConfiguration()));
        this.folder = folder;
        this.listener = listener;
    }

    /// @param open the ranges that are not billed yet
    void bill(RunInput input, List<String> open) {
        JavaRDD<RangeTally> job = switch (input) {
            case FromFiles files -> fromFiles(files, open);
            case FromBooks books -> fromBooks(books, open);
        };
        try (TaskWatch watch = new TaskWatch(session.sparkContext(), listener)) {
            watch.run(job);
        }
    }

    private JavaRDD<RangeTally> fromFiles(FromFiles input, List<String> open) {
        session.conf().set("spark.sql.files.maxPartitionBytes", BYTES_MAX);
        session.conf().set("spark.sql.files.openCostInBytes", BYTES_MAX);
        Path accounts = new Path(input.folder(), "accounts");
        Dataset<Row> rows = session.read()
                .schema(AccountWriter.TABLE.columns())
                .parquet(open.stream()
                        .map(range -> new Path(accounts, range).toString())
                        .toArray(String[]::new));
        SparkPlan scan = rows.queryExecution().executedPlan().collectLeaves().head();
        if (!scan.supportsColumnar()) {
            throw new IllegalStateException("Spark does not read accounts by columns: " + scan.simpleString(100));
        }
        RDD<ColumnarBatch> batches = scan.executeColumnar();
        FileTask task = new FileTask(terms, configuration, folder, input.folder(), names(batches));
        return batches.toJavaRDD().mapPartitionsWithIndex(task::bill, false);
    }

    /// Spark orders the files by their sizes: which one each partition reads.
    private static List<String> names(RDD<ColumnarBatch> batches) {
        return Arrays.stream(batches.partitions())
                .map(partition -> {
                    var files = ((FilePartition) partition).files();
                    if (files.length != 1) {
                        throw new IllegalStateException("Spark reads " + files.length + " files in one task");
                    }
                    return files[0].filePath().toPath().getName();
                })
                .toList();
    }

    private JavaRDD<RangeTally> fromBooks(FromBooks input, List<String> open) {
        Set<String> wanted = Set.copyOf(open);
        List<BooksTask> tasks = new ArrayList<>();
        for (int i = 0; i < input.cuts().size(); i++) {
            String range = input.ranges().get(i);
            if (wanted.contains(range)) {
                AccountRange accounts = input.cuts().get(i);
                tasks.add(new BooksTask(terms, configuration, folder, input.url(), range, accounts));
            }
        }
        return context.parallelize(tasks, tasks.size()).map(BooksTask::bill);
    }
}
