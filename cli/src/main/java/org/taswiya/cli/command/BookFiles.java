package org.taswiya.cli.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.taswiya.intake.tariff.TariffLibrary;

/// Finds the price books below a folder: the YAML files in any folder named `tariffs`, or in the folder itself unless
/// it has such a one, and elsewhere those that say `book:`. A utility's other YAML files are none, and neither are the
/// calendars that lie beside books.
public final class BookFiles {
    private static final String TARIFFS = "tariffs";

    private BookFiles() {}

    /// The files, in the order of their paths; a file named itself is always one.
    public static List<Path> below(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (Stream<Path> files = Files.walk(path)) {
            return files.filter(file -> isBook(path, file)).sorted().toList();
        } catch (UncheckedIOException unreadable) {
            throw unreadable.getCause();
        }
    }

    /// The ids that they stand for by where they lie; of others their paths.
    static List<String> ids(List<Path> books) {
        return books.stream()
                .map(book -> TariffLibrary.idOf(book).orElse(book.toString()))
                .toList();
    }

    private static boolean isBook(Path folder, Path file) {
        String name = String.valueOf(file.getFileName());
        if (!(name.endsWith(".yaml") || name.endsWith(".yml")) || !Files.isRegularFile(file)) {
            return false;
        }
        Path parent = file.getParent();
        boolean isPlace = folder.equals(parent) && !Files.isDirectory(folder.resolve(TARIFFS))
                || parent != null && parent.endsWith(TARIFFS);
        return says("book:", file) || isPlace && !says("seasons:", file);
    }

    private static boolean says(String field, Path file) {
        try {
            String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            return text.lines().anyMatch(line -> line.startsWith(field));
        } catch (IOException unreadable) {
            return true; // reading it as a book then says what is wrong
        }
    }
}
