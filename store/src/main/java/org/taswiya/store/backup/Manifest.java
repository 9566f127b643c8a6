package org.taswiya.store.backup;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.taswiya.store.TablesVersion;

/// What a backup says of itself, as lines of words.
///
/// @param madeBy what made the home it is of; empty for a server elsewhere
/// @param digest of the books (`BooksDigest`)
/// @param sequences the last number that each has given; those that have given none are not in it
public record Manifest(
        Instant at,
        String madeBy,
        TablesVersion version,
        String digest,
        List<Table> tables,
        SortedMap<String, Long> sequences) {
    /// The first line. Its number is raised when an older program would misunderstand what follows.
    private static final String FORMAT = "taswiya-backup 1";

    private static final String NAME = "[a-z_][a-z0-9_]*";

    /// @param columns in the order in which rows hold them
    /// @param sum as [RowSum] has it
    public record Table(String name, List<String> columns, long rows, String sum) {}

    public long rows() {
        return tables.stream().mapToLong(Table::rows).sum();
    }

    String text() {
        StringBuilder text = new StringBuilder(FORMAT).append('\n');
        text.append("at ").append(at).append('\n');
        text.append("home ").append(madeBy.isEmpty() ? "-" : madeBy).append('\n');
        text.append("version ").append(version.number()).append('\n');
        text.append("digest ").append(digest).append('\n');
        version.checksums().forEach((script, sum) -> line(text, "migration", script, sum.toString()));
        for (Table table : tables) {
            String columns = String.join(",", table.columns());
            line(text, "table", table.name(), Long.toString(table.rows()), table.sum(), columns);
        }
        sequences.forEach((name, last) -> line(text, "sequence", name, last.toString()));
        return text.append("end\n").toString();
    }

    private static void line(StringBuilder text, String... words) {
        text.append(String.join(" ", words)).append('\n');
    }

    /// Empty where it is not a manifest of this format.
    static Optional<Manifest> of(String text) {
        List<String> lines = text.lines().toList();
        if (lines.size() < 6
                || !lines.getFirst().equals(FORMAT)
                || !lines.getLast().equals("end")) {
            return Optional.empty();
        }
        try {
            return Optional.of(read(lines));
        } catch (NumberFormatException | DateTimeException | IndexOutOfBoundsException _) {
            return Optional.empty();
        }
    }

    private static Manifest read(List<String> lines) {
        SortedMap<String, Integer> checksums = new TreeMap<>();
        List<Table> tables = new ArrayList<>();
        SortedMap<String, Long> sequences = new TreeMap<>();
        for (String line : lines.subList(5, lines.size() - 1)) {
            List<String> words = List.of(line.split(" "));
            switch (words.getFirst()) {
                case "migration" -> checksums.put(words.get(1), Integer.valueOf(words.get(2)));
                case "table" -> tables.add(table(words));
                case "sequence" -> sequences.put(named(words.get(1)), Long.valueOf(words.get(2)));
                default -> throw new NumberFormatException(line);
            }
        }
        String madeBy = said(lines.get(2), "home");
        return new Manifest(
                Instant.parse(said(lines.get(1), "at")),
                madeBy.equals("-") ? "" : named(madeBy),
                new TablesVersion(Integer.parseInt(said(lines.get(3), "version")), checksums),
                said(lines.get(4), "digest"),
                List.copyOf(tables),
                sequences);
    }

    private static Table table(List<String> words) {
        List<String> columns = List.of(words.get(4).split(","));
        columns.forEach(Manifest::named);
        return new Table(named(words.get(1)), columns, Long.parseLong(words.get(2)), words.get(3));
    }

    /// It comes into statements, and so nothing else may be in it.
    private static String named(String name) {
        if (!name.matches(NAME)) {
            throw new NumberFormatException(name);
        }
        return name;
    }

    private static String said(String line, String word) {
        if (!line.startsWith(word + " ")) {
            throw new NumberFormatException(line);
        }
        return line.substring(word.length() + 1);
    }

    /// What is in it, by its name.
    Map<String, Table> byName() {
        Map<String, Table> named = new TreeMap<>();
        tables.forEach(table -> named.put(table.name(), table));
        return named;
    }
}
