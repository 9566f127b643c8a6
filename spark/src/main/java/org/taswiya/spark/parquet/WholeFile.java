package org.taswiya.spark.parquet;

import java.io.IOException;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/// A file that is written under a passing name and gets its own in one move.
///
/// Whoever is killed leaves a file of a passing name, which nobody reads; whoever makes the same file at the same time
/// makes the same bytes, and one of the two stays.
public final class WholeFile {
    private final FileSystem system;
    private final Path target;
    private final Path passing;

    /// @param work where files lie that are not complete, on the same file system
    public WholeFile(Configuration configuration, Path work, Path target) throws IOException {
        this.system = target.getFileSystem(configuration);
        // Sums of bytes beside every file would be a second file, and two do not move at once.
        system.setWriteChecksum(false);
        this.target = target;
        this.passing = new Path(work, target.getName() + "." + UUID.randomUUID());
    }

    /// Where to write it.
    public Path passing() {
        return passing;
    }

    /// Gives the complete file its name.
    public void appear() throws IOException {
        system.mkdirs(target.getParent());
        if (!system.rename(passing, target) && !system.exists(target)) {
            throw new IOException("cannot rename " + passing + " to " + target);
        }
    }

    /// Throws away what is not complete; does nothing to a file that has appeared.
    public void discard() throws IOException {
        system.delete(passing, false);
    }
}
