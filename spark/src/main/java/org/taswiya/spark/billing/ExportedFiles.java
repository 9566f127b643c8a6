package org.taswiya.spark.billing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.taswiya.spark.parquet.TextFile;

/// Which files an export wrote, kept beside them in `_files.txt`: a line `LENGTH FOLDER/NAME` for each. A folder of
/// which one was lost, cut short or added on its way is then refused, not billed in part.
///
/// Folders that other programs filled have no such list, and nothing can be missed in them.
public final class ExportedFiles {
    private static final List<String> TABLES = List.of("accounts", "withheld");
    private static final int NAMED = 3;

    private ExportedFiles() {}

    private static TextFile list(Configuration configuration, String folder) {
        return new TextFile(configuration, new Path(folder, "_work"), new Path(folder, "_files.txt"));
    }

    /// Lists what is there, the last thing that an export does. One that ran to its end before has its list already:
    /// what has been lost or cut short since then is not made right by listing it.
    ///
    /// @throws RunRefused when the files are not those of the list
    public static void keep(Configuration configuration, String folder) throws IOException {
        TextFile list = list(configuration, folder);
        Optional<List<String>> listed = list.read();
        if (listed.isPresent()) {
            requireSame(folder, listed.get(), there(configuration, folder));
        } else {
            list.write(there(configuration, folder));
        }
    }

    /// @throws RunRefused when the files in a folder are not those that were exported
    static void require(Configuration configuration, String folder) throws IOException {
        Optional<List<String>> listed = list(configuration, folder).read();
        Path begun = new Path(folder, "_export.txt");
        if (listed.isEmpty() && begun.getFileSystem(configuration).exists(begun)) {
            throw new RunRefused("The export into " + folder + " has not ended. Run the same `taswiya spark export`"
                    + " again: it goes on where it was.");
        }
        if (listed.isPresent()) {
            requireSame(folder, listed.get(), there(configuration, folder));
        }
    }

    private static void requireSame(String folder, List<String> listed, List<String> there) {
        refuse(folder, "lacks, or has cut short,", without(listed, there));
        refuse(folder, "has something else in place of, or besides,", without(there, listed));
    }

    private static void refuse(String folder, String what, List<String> files) {
        if (!files.isEmpty()) {
            List<String> names = files.stream()
                    .map(file -> file.substring(file.indexOf(' ') + 1))
                    .toList();
            int shown = Math.min(NAMED, names.size());
            throw new RunRefused(folder + " " + what + " files of its export: "
                    + String.join(", ", names.subList(0, shown))
                    + (names.size() > shown ? " and " + (names.size() - shown) + " more" : "")
                    + ". Bring back what was exported, or export into an empty folder.");
        }
    }

    private static List<String> without(List<String> files, List<String> others) {
        Set<String> known = new HashSet<>(others);
        return files.stream().filter(file -> !known.contains(file)).toList();
    }

    private static List<String> there(Configuration configuration, String folder) throws IOException {
        List<String> files = new ArrayList<>();
        for (String table : TABLES) {
            Path of = new Path(folder, table);
            FileSystem system = of.getFileSystem(configuration);
            for (FileStatus file : system.exists(of) ? system.listStatus(of) : new FileStatus[0]) {
                String name = file.getPath().getName();
                if (name.endsWith(".parquet") && !name.startsWith("_") && !name.startsWith(".")) {
                    files.add(file.getLen() + " " + table + "/" + name);
                }
            }
        }
        return files.stream().sorted().toList();
    }
}
