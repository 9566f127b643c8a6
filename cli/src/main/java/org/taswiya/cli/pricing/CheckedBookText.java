package org.taswiya.cli.pricing;

import java.io.PrintWriter;
import java.util.List;
import org.taswiya.intake.tariff.TariffBook;
import org.taswiya.intake.tariff.TariffPlaceholder;
import org.taswiya.intake.yaml.Finding;

/// What a check of price books found, for people: a table of the books, the faults, the placeholders, one sum.
final class CheckedBookText {

    private static final String NO_BOOK = "(no book)";

    private final List<CheckedBook> books;
    private final PrintWriter out;

    CheckedBookText(List<CheckedBook> books, PrintWriter out) {
        this.books = books;
        this.out = out;
    }

    void write() {
        writeTable();
        writeFindings();
        writePlaceholders();
        out.println();
        out.println(sum());
    }

    private void writeTable() {
        int width = "BOOK".length();
        for (CheckedBook book : books) {
            width = Math.max(width, name(book).length());
        }
        String row = "%-" + width + "s  %8s  %8s  %12s  %s%n";
        out.printf(row, "BOOK", "VERSIONS", "EXAMPLES", "PLACEHOLDERS", "RESULT");
        for (CheckedBook checked : books) {
            TariffBook book = checked.book().orElse(null);
            int faults = checked.findings().size();
            out.printf(
                    row,
                    name(checked),
                    book == null ? "-" : book.tariff().versions().size(),
                    book == null
                            ? "-"
                            : checked.examplesPassed() + "/" + book.examples().size(),
                    book == null ? "-" : book.placeholders().size(),
                    faults == 0 ? "good" : count(faults, "fault"));
        }
    }

    /// The id; for a file that gives no book, its path.
    private static String name(CheckedBook checked) {
        return checked.book()
                .map(book -> book.tariff().id())
                .orElseGet(() -> checked.parsed().file() + " " + NO_BOOK);
    }

    private void writeFindings() {
        List<Finding> findings =
                books.stream().flatMap(book -> book.findings().stream()).toList();
        if (!findings.isEmpty()) {
            out.println();
            out.println("Faults");
            findings.forEach(out::println);
        }
    }

    private void writePlaceholders() {
        if (placeholderCount() > 0) {
            out.println();
            out.println("Placeholders: reasoned figures that wait for the utility's own");
        }
        for (CheckedBook checked : books) {
            checked.book().ifPresent(this::writePlaceholders);
        }
    }

    private void writePlaceholders(TariffBook book) {
        for (TariffPlaceholder placeholder : book.placeholders()) {
            out.printf(
                    "%s:%d:%d: %s: %s%n",
                    book.file(), placeholder.line(), placeholder.column(), placeholder.subject(), placeholder.why());
        }
    }

    private String sum() {
        long bad = books.stream().filter(book -> !book.isGood()).count();
        int passed = 0;
        int examples = 0;
        for (CheckedBook checked : books) {
            passed += checked.examplesPassed();
            examples += checked.book().map(book -> book.examples().size()).orElse(0);
        }
        return count(books.size(), "book") + ", " + bad + " with faults; " + passed + " of "
                + count(examples, "example") + " met; " + count(placeholderCount(), "placeholder");
    }

    private int placeholderCount() {
        int count = 0;
        for (CheckedBook checked : books) {
            count += checked.book().map(book -> book.placeholders().size()).orElse(0);
        }
        return count;
    }

    private static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
