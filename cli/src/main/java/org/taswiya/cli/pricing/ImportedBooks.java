package org.taswiya.cli.pricing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.taswiya.deliver.tariff.BookText;
import org.taswiya.deliver.tariff.BookText.Unwritable;
import org.taswiya.intake.urdb.BookBands;
import org.taswiya.intake.urdb.UrdbRate;

/// Writes records as the price books of one utility.
final class ImportedBooks {
    /// Of a record that tells no day.
    private static final LocalDate SOME_DAY = LocalDate.of(1970, 1, 1);

    private final Path utility;
    private final @Nullable ZoneId zone;
    private final Set<String> names = new HashSet<>();
    private final Map<UrdbRate, String> written = new HashMap<>();

    private ImportedBooks(Path utility, @Nullable ZoneId zone) {
        this.utility = utility;
        this.zone = zone;
    }

    /// The same records, each with what became of it as a book.
    ///
    /// @param zone of the hours of their bands; null where nobody tells it
    static List<ImportedRate> write(List<ImportedRate> rates, Path utility, @Nullable ZoneId zone) throws IOException {
        ImportedBooks books = new ImportedBooks(utility, zone);
        Files.createDirectories(utility.resolve("tariffs"));
        List<ImportedRate> written = new ArrayList<>();
        for (ImportedRate rate : rates) {
            String book = rate.parsed() instanceof UrdbRate priced ? books.write(priced) : "";
            written.add(new ImportedRate(rate.file(), rate.parsed(), book));
        }
        return written;
    }

    /// A record that comes a second time, under whatever name, is the same book.
    private String write(UrdbRate rate) throws IOException {
        String known = written.get(rate);
        if (known != null) {
            return known;
        }
        String book = make(rate);
        written.put(rate, book);
        return book;
    }

    private String make(UrdbRate rate) throws IOException {
        BookBands bands = new BookBands(rate);
        Optional<String> clash = bands.clash();
        if (clash.isPresent()) {
            return "none: " + clash.get();
        }
        String name = free(slug(rate.name()));
        Path file = utility.resolve("tariffs").resolve(name + ".yaml");
        LocalDate from = rate.from() == null ? SOME_DAY : rate.from();
        String id = slug(utility.toAbsolutePath().normalize().getFileName().toString()) + "/" + name;
        try {
            String source = "record " + rate.name() + " of OpenEI's rate database";
            return keep(new BookText(id, bands.tariff(zone), rate.title(), source, from).yaml(), file);
        } catch (Unwritable why) {
            return "none: " + why.getMessage();
        }
    }

    /// Whole or not at all, and never over another.
    private static String keep(String yaml, Path file) throws IOException {
        if (Files.exists(file)) {
            return Files.readString(file).equals(yaml) ? file.toString() : "none: " + file + " is there already";
        }
        Path half = Files.writeString(file.resolveSibling(file.getFileName() + ".half"), yaml);
        Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
        return file.toString();
    }

    private String free(String wanted) {
        String name = wanted;
        for (int i = 2; !names.add(name); i++) {
            name = wanted + "-" + i;
        }
        return name;
    }

    /// Small letters, digits and hyphens, a letter first.
    private static String slug(String text) {
        String slug =
                text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
        return slug.isEmpty() || !Character.isLetter(slug.charAt(0)) ? "r-" + slug : slug;
    }
}
