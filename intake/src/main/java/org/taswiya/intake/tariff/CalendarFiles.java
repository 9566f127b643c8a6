package org.taswiya.intake.tariff;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.taswiya.intake.yaml.YamlDocument;

/// Where the calendars of time bands are that a price book names.
public interface CalendarFiles {
    /// For a text that has to hold its calendars itself.
    CalendarFiles NONE = (_, _) -> Optional.empty();

    /// The text of one; empty where there is none that can be read.
    ///
    /// @param book the id of the book that names it
    Optional<String> text(String book, String name);

    /// Beside a book, or in the folder of its utility.
    static CalendarFiles around(Path book) {
        return (_, name) -> {
            Path beside = book.toAbsolutePath().resolveSibling(name);
            Path folder = beside.getParent();
            return folder != null && folder.endsWith("tariffs") && !Files.isRegularFile(beside)
                    ? text(folder.resolveSibling(name))
                    : text(beside);
        };
    }

    private static Optional<String> text(Path file) {
        try {
            return Files.isRegularFile(file) ? Optional.of(YamlDocument.text(file)) : Optional.empty();
        } catch (IOException _) {
            return Optional.empty();
        }
    }
}
