package org.taswiya.intake.tariff;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.taswiya.core.customer.Language;
import org.taswiya.core.tariff.ChargeLine;
import org.taswiya.core.tariff.Tariff;
import org.taswiya.intake.yaml.Finding;

/// One price book that was read without a finding.
///
/// @param file as the caller named it
/// @param line where its id stands, 1-based
/// @param column where its id stands, 1-based
/// @param placeholders in the order of the file
/// @param examples in the order of the file
/// @param calendarFiles the texts of the calendars that it takes from files, by their names
public record TariffBook(
        String file,
        int line,
        int column,
        Tariff tariff,
        Title title,
        List<TariffPlaceholder> placeholders,
        List<WorkedExample> examples,
        SortedMap<String, String> calendarFiles)
        implements ParsedBook {

    public TariffBook {
        placeholders = List.copyOf(placeholders);
        examples = List.copyOf(examples);
        calendarFiles = Collections.unmodifiableSortedMap(new TreeMap<>(calendarFiles));
    }

    /// Its text with the calendars that it takes from files in it, so that it says all that it bills by.
    ///
    /// @param content the text of which it was read
    public String whole(String content) {
        StringBuilder whole = new StringBuilder(content);
        if (!calendarFiles.isEmpty()) {
            whole.append(content.endsWith("\n") ? "" : "\n")
                    .append(BandCalendars.OWN)
                    .append(":\n");
        }
        calendarFiles.forEach((name, text) -> {
            whole.append("  ").append(name).append(":\n");
            text.lines()
                    .filter(line -> !line.isBlank() && !line.equals("---"))
                    .forEach(line -> whole.append("    ").append(line).append('\n'));
        });
        return whole.toString();
    }

    /// What the book is called, in the three languages of bills.
    public record Title(String ar, String fr, String en) {
        public String in(Language language) {
            return switch (language) {
                case AR -> ar;
                case FR -> fr;
                case EN -> en;
            };
        }
    }

    /// This book, or why it is none under the id by which it was looked up: a copied file still names another book.
    public ParsedBook under(String id) {
        return tariff.id().equals(id)
                ? this
                : new RefusedBook(file, List.of(idFault(id + ", the id that its place stands for")));
    }

    /// That the book should have another id.
    public Finding idFault(String expected) {
        return new Finding(file, line, column, tariff.id(), expected);
    }

    /// That the book should be in the currency of another: all money of a utility is in one.
    public Finding currencyFault(TariffBook other) {
        String found = tariff.id() + " in " + tariff.currency();
        return new Finding(
                file, line, column, found, other.tariff.currency() + ", in which " + other.tariff.id() + " is");
    }

    /// The placeholder that the price of a line is; empty when it has a source. What a customer sees of such a line
    /// must not look sure.
    public Optional<TariffPlaceholder> placeholderOf(ChargeLine line) {
        return placeholders.stream()
                .filter(placeholder -> placeholder.covers(line))
                .findFirst();
    }
}
