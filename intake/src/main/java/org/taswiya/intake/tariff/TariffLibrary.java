package org.taswiya.intake.tariff;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.taswiya.core.tariff.ChargeLine;
import org.taswiya.core.tariff.Tariff;

/// All price books below one folder, each read once.
///
/// A book is named by its id, `utility/name`, which stands for `<root>/<utility>/tariffs/<name>.yaml`, or by the path
/// of its file, which may lie anywhere. Safe for use by several threads.
public final class TariffLibrary {

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]*/[a-z][a-z0-9-]*");

    private final Path root;
    private final Map<Path, ParsedBook> books = new ConcurrentHashMap<>();

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

    /// What reading that id or path gave; empty when there is no such file.
    public Optional<ParsedBook> read(String idOrPath) {
        return file(idOrPath).map(path -> books.computeIfAbsent(path, TariffBookParser::parse));
    }

    private Optional<Path> file(String idOrPath) {
        if (ID.matcher(idOrPath).matches()) {
            int slash = idOrPath.indexOf('/');
            Path path = root.resolve(idOrPath.substring(0, slash))
                    .resolve("tariffs")
                    .resolve(idOrPath.substring(slash + 1) + ".yaml");
            if (Files.isRegularFile(path)) {
                return Optional.of(path);
            }
        }
        try {
            return Optional.of(Path.of(idOrPath)).filter(Files::isRegularFile);
        } catch (InvalidPathException _) {
            return Optional.empty();
        }
    }
}
