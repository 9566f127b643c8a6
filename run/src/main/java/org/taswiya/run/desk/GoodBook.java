package org.taswiya.run.desk;

import java.util.List;
import java.util.Optional;
import org.taswiya.intake.tariff.CalendarFiles;
import org.taswiya.intake.tariff.ExampleCheck;
import org.taswiya.intake.tariff.RefusedBook;
import org.taswiya.intake.tariff.TariffBook;
import org.taswiya.intake.tariff.TariffBookParser;
import org.taswiya.intake.tariff.TariffPlaceholder;
import org.taswiya.intake.yaml.Finding;
import org.taswiya.run.desk.PriceBookAnswer.Refused;

/// Whether a content may be proposed: it is a book, its examples are met, and its figures have a source.
sealed interface GoodBook {

    /// @param content its text, with the calendars in it
    record Good(TariffBook book, String content) implements GoodBook {}

    record Bad(Refused refused) implements GoodBook {}

    /// @param calendars of which it may name some
    static GoodBook of(String file, String content, CalendarFiles calendars, boolean isPlaceholderSaid) {
        return switch (TariffBookParser.parse(file, content, calendars)) {
            case RefusedBook refused ->
                bad(PriceBookReason.FAULTY, refused.findings().getFirst().toString());
            case TariffBook book when book.calendarFiles().isEmpty() -> of(book, content, isPlaceholderSaid);
            case TariffBook book -> of(file, book.whole(content), CalendarFiles.NONE, isPlaceholderSaid);
        };
    }

    private static GoodBook of(TariffBook book, String content, boolean isPlaceholderSaid) {
        if (book.examples().isEmpty()) {
            return bad(PriceBookReason.NO_EXAMPLE, book.file());
        }
        Optional<Finding> failure = book.examples().stream()
                .flatMap(example -> ExampleCheck.failures(book, example).stream())
                .findFirst();
        if (failure.isPresent()) {
            return bad(PriceBookReason.EXAMPLE_NOT_MET, failure.get().toString());
        }
        if (!isPlaceholderSaid && !book.placeholders().isEmpty()) {
            TariffPlaceholder first = book.placeholders().getFirst();
            return bad(
                    PriceBookReason.PLACEHOLDER,
                    book.file() + ":" + first.line() + ":" + first.column() + ": " + first.subject() + ": "
                            + first.why());
        }
        return new Good(book, content);
    }

    private static Bad bad(PriceBookReason reason, String place) {
        return new Bad(new Refused(reason, List.of(place)));
    }
}
