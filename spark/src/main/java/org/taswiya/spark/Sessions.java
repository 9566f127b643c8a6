package org.taswiya.spark;

import java.util.Locale;
import org.apache.spark.sql.SparkSession;

/// How Spark is started.
final class Sessions {
    private Sessions() {}

    /// On the cores of this machine, seen by nobody else.
    static SparkSession local(int threads) {
        return configured()
                .master(String.format(Locale.ROOT, "local[%d]", threads))
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.ui.enabled", false)
                .config("spark.ui.showConsoleProgress", false)
                .config("spark.sql.shuffle.partitions", threads)
                .getOrCreate();
    }

    /// As spark-submit was told.
    static SparkSession submitted() {
        return configured().getOrCreate();
    }

    private static SparkSession.Builder configured() {
        return SparkSession.builder()
                .appName("taswiya")
                // Accounts are rows of lists; more of them at once would not fit the caches of a core.
                .config("spark.sql.parquet.columnarReaderBatchSize", 512);
    }
}
