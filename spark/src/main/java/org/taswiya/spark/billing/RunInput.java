package org.taswiya.spark.billing;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.taswiya.store.input.AccountRange;

/// Where the accounts of a run come from, cut into ranges. A range is named by the file that it has in every folder.
public sealed interface RunInput extends Serializable {

    /// The ranges, in the order of their accounts.
    List<String> ranges();

    /// What tells this input from others, for the mark of a run.
    String words();

    /// Files of rows of accounts, in a folder.
    ///
    /// @param folder that holds `accounts/`, and `withheld/` where agreements are withheld already
    /// @param ranges the names of the files in `accounts/`, sorted
    record FromFiles(String folder, List<String> ranges, long bytes) implements RunInput {
        public FromFiles {
            ranges = List.copyOf(ranges);
        }

        /// All files of accounts in a folder, in the order of their names.
        ///
        /// @throws RunRefused when there are none, or not those that were exported
        public static FromFiles in(Configuration configuration, String folder) throws IOException {
            ExportedFiles.require(configuration, folder);
            Path accounts = new Path(folder, "accounts");
            FileSystem system = accounts.getFileSystem(configuration);
            List<String> names = new ArrayList<>();
            long bytes = 0;
            for (FileStatus file : system.exists(accounts) ? system.listStatus(accounts) : new FileStatus[0]) {
                String name = file.getPath().getName();
                if (name.endsWith(".parquet") && !name.startsWith("_") && !name.startsWith(".")) {
                    names.add(name);
                    bytes += file.getLen();
                }
            }
            if (names.isEmpty()) {
                throw new RunRefused(accounts + " holds no accounts; expected files NAME.parquet, as `taswiya spark"
                        + " export` writes them.");
            }
            Collections.sort(names);
            return new FromFiles(folder, names, bytes);
        }

        @Override
        public String words() {
            return ranges.size() + " files of " + bytes + " bytes in " + folder;
        }
    }

    /// PostgreSQL, of which each task reads a range.
    ///
    /// @param url with user and password
    record FromBooks(String url, String shown, List<AccountRange> cuts) implements RunInput {
        public FromBooks {
            cuts = List.copyOf(cuts);
        }

        @Override
        public List<String> ranges() {
            return IntStream.range(0, cuts.size()).mapToObj(FromBooks::name).toList();
        }

        private static String name(int range) {
            return String.format(Locale.ROOT, "part-%05d.parquet", range);
        }

        @Override
        public String words() {
            return cuts.size() + " ranges of "
                    + (cuts.isEmpty() ? 0 : cuts.getFirst().count()) + " accounts in " + shown;
        }

        /// Not the password.
        @Override
        public String toString() {
            return words();
        }
    }
}
