package org.taswiya.spark.parquet;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/// A small file of lines that says something about the files beside it. Like them it is complete or not there.
public final class TextFile {
    private final Configuration configuration;
    private final Path work;
    private final Path path;

    /// @param work where files lie that are not complete, on the same file system
    public TextFile(Configuration configuration, Path work, Path path) {
        this.configuration = configuration;
        this.work = work;
        this.path = path;
    }

    /// Its lines; empty when it is not there.
    public Optional<List<String>> read() throws IOException {
        FileSystem system = path.getFileSystem(configuration);
        if (!system.exists(path)) {
            return Optional.empty();
        }
        try (FSDataInputStream in = system.open(path)) {
            return Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList());
        }
    }

    /// Writes it, over the one that is there.
    public void write(List<String> lines) throws IOException {
        WholeFile file = new WholeFile(configuration, work, path);
        FileSystem system = path.getFileSystem(configuration);
        try (FSDataOutputStream out = system.create(file.passing())) {
            out.write((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
        }
        system.delete(path, false);
        file.appear();
    }
}
