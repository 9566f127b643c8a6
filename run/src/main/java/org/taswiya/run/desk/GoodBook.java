package org.taswiya.run.desk;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.taswiya.intake.tariff.CalendarFiles;
import org.taswiya.intake.tariff.TariffBook;
import org.taswiya.intake.tariff.TariffBookParser;
import org.taswiya.run.desk.PriceBookAnswer.Refused;

/// Whether a content may be proposed: it is a book, its examples are met, and its figures have a source.
sealed interface GoodBook {

    /// @param content its text, with the calendars in it
    record Good(TariffBook book, String content) implements GoodBook {}

    record Bad(Refused refused) implements GoodBook {}

    /// @param calendars of which it may name some
    static GoodBook of(String file, String content, CalendarFiles calendars, boolean isPlaceholderSaid) {
        BookCheck check = BookCheck.of(TariffBookParser.parse(file, content, calendars));
        Optional<BookCheck.Note> first = check.notes().stream()
                .filter(note -> !isPlaceholderSaid || !note.isPlaceholder())
                .findFirst();
        if (first.isPresent()) {
            return new Bad(new Refused(first.get().reason(), List.of(first.get().whole())));
        }
        TariffBook book = Objects.requireNonNull(check.book());
        return book.calendarFiles().isEmpty()
                ? new Good(book, content)
                : of(file, book.whole(content), CalendarFiles.NONE, isPlaceholderSaid);
    }
}
