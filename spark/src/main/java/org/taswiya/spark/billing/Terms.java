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
import org.taswiya.store.run.Cycle;

/// What decides about the bills besides the accounts, as text: it travels to every executor, which reads it as [Rules].
///
/// @param policies the text of the utility's policies
/// @param books the text of each price book by its id
/// @param calendars the text of the time bands of each utility that has some, by its name
/// @param withDigests whether each bill gets its digest, which takes longer than the bill
public record Terms(
        Cycle cycle,
        String policies,
        TreeMap<String, String> books,
        TreeMap<String, String> calendars,
        boolean withDigests)
        implements Serializable {
    private static final Pattern CALENDAR = Pattern.compile("([^/]+)/bands\\.yaml");
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
        TreeMap<String, String> books = new TreeMap<>();
        TreeMap<String, String> calendars = new TreeMap<>();
        try (Stream<Path> files = Files.walk(utilities, 3)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = utilities.relativize(file).toString();
                Matcher book = BOOK.matcher(name);
                Matcher calendar = CALENDAR.matcher(name);
                if (book.matches()) {
                    books.put(book.group(1) + "/" + book.group(2), Files.readString(file));
                } else if (calendar.matches()) {
                    calendars.put(calendar.group(1), Files.readString(file));
                }
            }
        }
        String policies = Files.readString(utilities.resolve(utility).resolve("policies.yaml"));
        return new Terms(cycle, policies, books, calendars, withDigests);
    }

    /// The same with the books that a home has published before those of the folder.
    public Terms with(Map<String, String> published) {
        TreeMap<String, String> inForce = new TreeMap<>(books);
        inForce.putAll(published);
        return new Terms(cycle, policies, inForce, calendars, withDigests);
    }
}
