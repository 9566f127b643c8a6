package org.taswiya.spark.billing;

import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.SerializableConfiguration;
import org.taswiya.spark.parquet.UnreadableFile;

/// What is done with whole files of bills: reading what they say of themselves, numbering.
final class FilesJob {
    /// A task of less than that costs more than it does.
    private static final int TALLIES_PER_TASK = 64;

    private final JavaSparkContext context;
    private final Broadcast<SerializableConfiguration> configuration;

    /// A staged file to be numbered.
    ///
    /// @param before the number of the last bill before
    record Numbering(String range, long before) implements Serializable {}

    FilesJob(JavaSparkContext context) {
        this.context = context;
        this.configuration = context.broadcast(new SerializableConfiguration(context.hadoopConfiguration()));
    }

    /// What each file came to, in their order.
    List<RangeTally> tallies(List<Path> files) {
        List<String> names = files.stream().map(Path::toString).toList();
        Broadcast<SerializableConfiguration> shared = configuration;
        int tasks = Math.max(1, names.size() / TALLIES_PER_TASK);
        return context.parallelize(names, tasks)
                .map(name -> tally(shared.value().value(), new Path(name)))
                .collect();
    }

    private static RangeTally tally(Configuration configuration, Path file) throws IOException {
        try (ParquetFileReader reader = ParquetFileReader.open(HadoopInputFile.fromPath(file, configuration))) {
            return RangeTally.of(reader.getFileMetaData().getKeyValueMetaData());
        } catch (IOException | RuntimeException e) {
            throw UnreadableFile.billed(file, e);
        }
    }

    void number(OutputFolder folder, List<Numbering> open) {
        if (open.isEmpty()) {
            return;
        }
        Broadcast<SerializableConfiguration> shared = configuration;
        context.parallelize(open, open.size())
                .foreach(one -> NumberedFile.write(shared.value().value(), folder, one.range(), one.before()));
    }
}
