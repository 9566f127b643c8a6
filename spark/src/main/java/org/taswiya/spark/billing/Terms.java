package org.taswiya.spark.billing;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.taswiya.intake.tariff.TariffLibrary;
import org.taswiya.store.run.Cycle;

/// What decides about the bills besides the accounts, as text: it travels to every executor, which reads it as [Rules].
///
/// @param policies the text of the utility's policies
/// @param books the text of each price book by its id, with its calendars
/// @param withDigests whether each bill gets its digest, which takes longer than the bill
public record Terms(Cycle cycle, String policies, TreeMap<String, String> books, boolean withDigests)
        implements Serializable {
    private static final Pattern BOOK = Pattern.compile("([^/]+)/tariffs/([^/]+)\\.yaml");

    /// A range is all accounts between two, and holds back what is missing of each: what bills some of them, or some
    /// agreements, is for one machine.
    ///
    /// @throws RunRefused when the cycle does not bill everybody
    public Terms {
        if (cycle.area() != null || cycle.isOffCycle()) {
            throw new RunRefused("The " + cycle + " does not bill everybody, and a cluster bills everybody. Bill it on"
                    + " one machine with `./taswiya bill`.");
        }
    }

    /// The terms of a utility, from its folder and from the price books of all utilities beside it.
    ///
    /// @param utilities one folder for each utility
    public static Terms of(Cycle cycle, Path utilities, String utility, boolean withDigests) throws IOException {
        TariffLibrary library = TariffLibrary.of(utilities);
        TreeMap<String, String> books = new TreeMap<>();
        try (Stream<Path> files = Files.walk(utilities, 3)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Matcher book = BOOK.matcher(utilities.relativize(file).toString());
                if (book.matches()) {
                    String id = book.group(1) + "/" + book.group(2);
                    books.put(id, library.content(id).orElseThrow());
                }
            }
        }
        String policies = Files.readString(utilities.resolve(utility).resolve("policies.yaml"));
        return new Terms(cycle, policies, books, withDigests);
    }

    /// The same with the books that a home has published before those of the folder.
    public Terms with(Map<String, String> published) {
        TreeMap<String, String> inForce = new TreeMap<>(books);
        inForce.putAll(published);
        return new Terms(cycle, policies, inForce, withDigests);
    }
}
