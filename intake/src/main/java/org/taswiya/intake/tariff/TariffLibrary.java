package org.taswiya.intake.tariff;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.taswiya.core.tariff.ChargeLine;
import org.taswiya.core.tariff.Tariff;

/// All price books below one folder, each read once.
///
/// A book is named by its id, `utility/name`, which stands for `<root>/<utility>/tariffs/<name>.yaml`, or by the path
/// of its file, which may lie anywhere. What a home has published stands before the folder's book of that id
/// ([#publish]). Safe for use by several threads.
public final class TariffLibrary {

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]*/[a-z][a-z0-9-]*");

    private final Path root;
    private final Map<Path, ParsedBook> books = new ConcurrentHashMap<>();
    private volatile Map<String, Published> published = Map.of();

    private record Published(String content, ParsedBook book) {}

    private TariffLibrary(Path root) {
        this.root = root;
    }

    /// The library of a folder.
    ///
    /// @param root the folder that holds one folder per utility, for example `utilities`
    public static TariffLibrary of(Path root) {
        return new TariffLibrary(root);
    }

    /// The tariff of that id or path; empty when there is no such file or its book has findings. Ask [#read] which.
    public Optional<Tariff> tariff(String idOrPath) {
        return book(idOrPath).map(TariffBook::tariff);
    }

    /// The book of that id or path; empty when there is no such file or it has findings.
    public Optional<TariffBook> book(String idOrPath) {
        return read(idOrPath).filter(TariffBook.class::isInstance).map(TariffBook.class::cast);
    }

    /// Why the price of a line of that book is a placeholder; empty when it has a source.
    public Optional<String> whyPlaceholder(String idOrPath, ChargeLine line) {
        return book(idOrPath).flatMap(book -> book.placeholderOf(line)).map(TariffPlaceholder::why);
    }

    /// What reading that id or path gave; empty when there is no such file. A file that an id stands for and that holds
    /// a book of another id is refused: its prices would be answered under a name that nobody asked for.
    public Optional<ParsedBook> read(String idOrPath) {
        Published first = published.get(idOrPath);
        if (first != null) {
            return Optional.of(first.book());
        }
        Optional<Path> own = placeOf(idOrPath);
        return own.isPresent()
                ? own.map(file -> under(idOrPath, parsed(file)))
                : path(idOrPath).map(this::parsed);
    }

    /// From now on these stand for their ids, and no others that were published before.
    ///
    /// @param contents texts of books by their ids
    public void publish(Map<String, String> contents) {
        Map<String, Published> next = new HashMap<>();
        contents.forEach((id, content) -> {
            Published known = published.get(id);
            next.put(
                    id,
                    known != null && known.content().equals(content)
                            ? known
                            : new Published(content, under(id, TariffBookParser.parse(id + " as published", content))));
        });
        published = Map.copyOf(next);
    }

    /// The text of the book that an id stands for, with the calendars in it that it takes from files; empty where there
    /// is none, or none that can be read.
    public Optional<String> content(String id) {
        Published first = published.get(id);
        if (first != null) {
            return Optional.of(first.content());
        }
        return placeOf(id).flatMap(file -> text(file)
                .map(text -> parsed(file) instanceof TariffBook book ? book.whole(text) : text));
    }

    /// The calendars that a book may name which is to stand for its id.
    public CalendarFiles calendars() {
        return (id, name) -> ID.matcher(id).matches()
                ? CalendarFiles.around(root.resolve(id.substring(0, id.indexOf('/')))
                                .resolve("tariffs")
                                .resolve("any"))
                        .text(id, name)
                : Optional.empty();
    }

    private static Optional<String> text(Path file) {
        try {
            return Optional.of(Files.readString(file));
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    private ParsedBook parsed(Path file) {
        return books.computeIfAbsent(file, TariffBookParser::parse);
    }

    private static ParsedBook under(String id, ParsedBook parsed) {
        return switch (parsed) {
            case TariffBook book -> book.under(id);
            case RefusedBook refused -> refused;
        };
    }

    private Optional<Path> placeOf(String id) {
        if (!ID.matcher(id).matches()) {
            return Optional.empty();
        }
        int slash = id.indexOf('/');
        return Optional.of(root.resolve(id.substring(0, slash))
                        .resolve("tariffs")
                        .resolve(id.substring(slash + 1) + ".yaml"))
                .filter(Files::isRegularFile);
    }

    /// The id that a file stands for by where it lies, `UTILITY/tariffs/NAME.yaml`; empty when it lies elsewhere.
    public static Optional<String> idOf(Path file) {
        Path whole = file.toAbsolutePath().normalize();
        Path folder = whole.getParent();
        Path utility = folder == null ? null : folder.getParent();
        String name = String.valueOf(whole.getFileName());
        if (folder == null || utility == null || !folder.endsWith("tariffs") || !name.endsWith(".yaml")) {
            return Optional.empty();
        }
        String id = utility.getFileName() + "/" + name.substring(0, name.length() - ".yaml".length());
        return Optional.of(id).filter(ID.asMatchPredicate());
    }

    private static Optional<Path> path(String path) {
        try {
            return Optional.of(Path.of(path)).filter(Files::isRegularFile);
        } catch (InvalidPathException _) {
            return Optional.empty();
        }
    }
}
