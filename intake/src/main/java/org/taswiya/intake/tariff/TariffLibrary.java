package org.taswiya.intake.tariff;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.taswiya.core.tariff.ChargeLine;
import org.taswiya.core.tariff.Tariff;

/// All price books below one folder, each read once.
///
/// A book is named by its id, `utility/name`, which stands for `<root>/<utility>/tariffs/<name>.yaml`, or by the path
/// of its file, which may lie anywhere. What a home has published stands before the folder's book of that id
/// ([#publish]). Safe for use by several threads.
public final class TariffLibrary {

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]*/[a-z][a-z0-9-]*");

    /// `UTILITY/tariffs/NAME.yaml`.
    private static final int DEEPEST = 3;

    private final Path root;
    private final Map<Path, ParsedBook> books = new ConcurrentHashMap<>();
    private volatile InForce inForce = new InForce(0, Map.of());

    private record Published(String content, ParsedBook book) {}

    private record InForce(long publications, Map<String, Published> books) {}

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
        Published first = inForce.books().get(idOrPath);
        if (first != null) {
            return Optional.of(first.book());
        }
        Optional<Path> own = placeOf(idOrPath);
        return own.isPresent()
                ? own.map(file -> under(idOrPath, parsed(file)))
                : path(idOrPath).map(this::elsewhere);
    }

    /// From now on these stand for their ids, and no others that were published before.
    ///
    /// @param publications how many there were so far
    /// @param contents texts of books by their ids
    public void publish(long publications, Map<String, String> contents) {
        Map<String, Published> before = inForce.books();
        Map<String, Published> next = new HashMap<>();
        contents.forEach((id, content) -> {
            Published known = before.get(id);
            next.put(
                    id,
                    known != null && known.content().equals(content)
                            ? known
                            : new Published(content, under(id, TariffBookParser.parse(id + " as published", content))));
        });
        inForce = new InForce(publications, Map.copyOf(next));
    }

    /// How many publications those count that stand before the folder's books; zero where none do.
    public long publications() {
        return inForce.publications();
    }

    /// The text of the book that an id stands for, with the calendars in it that it takes from files; empty where there
    /// is none, or none that can be read.
    public Optional<String> content(String id) {
        Published first = inForce.books().get(id);
        if (first != null) {
            return Optional.of(first.content());
        }
        return placeOf(id)
                .flatMap(file ->
                        text(file).map(text -> parsed(file) instanceof TariffBook book ? book.whole(text) : text));
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

    /// What a content is that is not in force; it may name calendars of its utility.
    public ParsedBook parsed(String place, String content) {
        return TariffBookParser.parse(place, content, calendars());
    }

    /// The ids of all books: those of the folder and those that were published.
    public NavigableSet<String> ids() {
        NavigableSet<String> ids = new TreeSet<>(inForce.books().keySet());
        try (Stream<Path> files = Files.walk(root, DEEPEST)) {
            files.filter(Files::isRegularFile)
                    .flatMap(file -> idOf(file).stream())
                    .forEach(ids::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ids;
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

    /// A book that lies elsewhere and is of a utility here may name its calendars.
    private ParsedBook elsewhere(Path file) {
        CalendarFiles beside = CalendarFiles.around(file);
        return books.computeIfAbsent(
                file,
                path -> TariffBookParser.parse(
                        path,
                        (id, name) -> beside.text(id, name).or(() -> calendars().text(id, name))));
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
