package org.taswiya.run.desk;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.taswiya.intake.tariff.ParsedBook;
import org.taswiya.intake.tariff.TariffBook;
import org.taswiya.run.desk.PriceBookAnswer.Refused;

/// Whether a content may be proposed: it is a book, its examples are met, and its figures have a source.
sealed interface GoodBook {

    record Good(TariffBook book) implements GoodBook {}

    record Bad(Refused refused) implements GoodBook {}

    static GoodBook of(ParsedBook parsed, boolean isPlaceholderSaid) {
        BookCheck check = BookCheck.of(parsed);
        Optional<BookCheck.Note> first = check.notes().stream()
                .filter(note -> !isPlaceholderSaid || !note.isPlaceholder())
                .findFirst();
        return first.isPresent()
                ? new Bad(new Refused(first.get().reason(), List.of(first.get().whole())))
                : new Good(Objects.requireNonNull(check.book()));
    }
}
