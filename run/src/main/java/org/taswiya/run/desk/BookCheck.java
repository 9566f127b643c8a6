package org.taswiya.run.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.taswiya.intake.tariff.ExampleCheck;
import org.taswiya.intake.tariff.ParsedBook;
import org.taswiya.intake.tariff.RefusedBook;
import org.taswiya.intake.tariff.TariffBook;
import org.taswiya.intake.tariff.TariffPlaceholder;
import org.taswiya.intake.yaml.Finding;

/// What there is to say of a content before it is proposed, each with its place.
///
/// @param book null where it is none
/// @param notes faults, examples that are not met, figures without a source
public record BookCheck(@Nullable TariffBook book, List<Note> notes) {

    public BookCheck {
        notes = List.copyOf(notes);
    }

    /// @param place as commands write it, the file before line and column
    /// @param line counted from one
    /// @param column counted from one
    /// @param finding what was found there and what was expected; null where it is no fault of the text
    public record Note(
            PriceBookReason reason,
            String place,
            int line,
            int column,
            String words,
            @Nullable Finding finding) {
        /// Whether it may be proposed all the same by who says that it is meant.
        public boolean isPlaceholder() {
            return reason == PriceBookReason.PLACEHOLDER;
        }

        String whole() {
            return place + ": " + words;
        }
    }

    public static BookCheck of(ParsedBook parsed) {
        return switch (parsed) {
            case RefusedBook refused ->
                new BookCheck(
                        null,
                        refused.findings().stream()
                                .map(finding -> note(PriceBookReason.FAULTY, finding))
                                .toList());
            case TariffBook book -> new BookCheck(book, notes(book));
        };
    }

    private static List<Note> notes(TariffBook book) {
        List<Note> notes = new ArrayList<>();
        if (book.examples().isEmpty()) {
            notes.add(new Note(PriceBookReason.NO_EXAMPLE, book.file(), 1, 1, "no worked example", null));
        }
        Stream<Finding> failures =
                book.examples().stream().flatMap(example -> ExampleCheck.failures(book, example).stream());
        failures.forEach(failure -> notes.add(note(PriceBookReason.EXAMPLE_NOT_MET, failure)));
        book.placeholders().forEach(placeholder -> notes.add(note(book, placeholder)));
        return notes;
    }

    private static Note note(PriceBookReason reason, Finding finding) {
        return new Note(
                reason,
                finding.file() + ":" + finding.line() + ":" + finding.column(),
                finding.line(),
                finding.column(),
                "found " + finding.found() + ", expected " + finding.expected(),
                finding);
    }

    private static Note note(TariffBook book, TariffPlaceholder placeholder) {
        return new Note(
                PriceBookReason.PLACEHOLDER,
                book.file() + ":" + placeholder.line() + ":" + placeholder.column(),
                placeholder.line(),
                placeholder.column(),
                placeholder.subject() + ": " + placeholder.why(),
                null);
    }
}
