package org.taswiya.spark.input;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.StringJoiner;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.taswiya.spark.parquet.TextFile;

/// The price books that a home had published when its accounts were exported, beside them: whoever bills the files has
/// no database that says so. They stand before those of the folder, as everywhere.
///
/// A line `book ID` begins one; the lines of its text follow, each after a blank.
public final class BooksFile {
    private static final String BOOK = "book ";
    private static final String LINE = " ";

    private BooksFile() {}

    private static TextFile file(Configuration configuration, String folder) {
        return new TextFile(configuration, new Path(folder, "_work"), new Path(folder, "_books.txt"));
    }

    /// @param books texts by their ids
    public static void write(Configuration configuration, String folder, SortedMap<String, String> books)
            throws IOException {
        if (books.isEmpty()) {
            return;
        }
        List<String> lines = new ArrayList<>();
        books.forEach((id, text) -> {
            lines.add(BOOK + id);
            text.lines().forEach(line -> lines.add(LINE + line));
        });
        file(configuration, folder).write(lines);
    }

    /// Texts by their ids; none of a folder that another program filled.
    public static SortedMap<String, String> read(Configuration configuration, String folder) throws IOException {
        SortedMap<String, StringJoiner> texts = new TreeMap<>();
        StringJoiner last = new StringJoiner("");
        for (String line : file(configuration, folder).read().orElse(List.of())) {
            if (line.startsWith(BOOK)) {
                last = texts.computeIfAbsent(
                        line.substring(BOOK.length()), _ -> new StringJoiner("\n", "", "\n").setEmptyValue(""));
            } else {
                last.add(line.substring(Math.min(line.length(), LINE.length())));
            }
        }
        SortedMap<String, String> books = new TreeMap<>();
        texts.forEach((id, text) -> books.put(id, text.toString()));
        return books;
    }
}
