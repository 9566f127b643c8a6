package org.taswiya.run.desk;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.taswiya.core.tariff.Tariff;
import org.taswiya.deliver.document.DocumentSeal;
import org.taswiya.intake.tariff.TariffBook;
import org.taswiya.intake.tariff.TariffBookParser;
import org.taswiya.intake.tariff.TariffLibrary;
import org.taswiya.run.desk.PriceBookAnswer.Refused;
import org.taswiya.store.pricebook.BilledDays;
import org.taswiya.store.pricebook.KeptBook;
import org.taswiya.store.pricebook.PriceBookState;
import org.taswiya.store.pricebook.PriceBooks;

/// Whether a price book can come into use, as the books of a transaction stand.
///
/// @param library with the books in force
record BookFit(Connection connection, TariffLibrary library) {
    private static final Set<PriceBookState> UNAPPROVED =
            EnumSet.of(PriceBookState.PROPOSED, PriceBookState.REFUSED, PriceBookState.WITHDRAWN);

    /// The books of a tariff that wait for their day; empty where no book of it is in use.
    Optional<PriceBookLine> line(String tariff) throws SQLException {
        Optional<String> inUse = library.content(tariff);
        return inUse.isEmpty()
                ? Optional.empty()
                : Optional.of(PriceBookLine.of(digest(inUse.get()), PriceBooks.ofTariff(connection, tariff)));
    }

    /// Those that come before one: all where it is not among them.
    Optional<PriceBookLine> lineBefore(KeptBook book) throws SQLException {
        return line(book.tariff()).map(line -> line.before(book));
    }

    /// Why one that was proposed or approved cannot come into use on its day; empty where it can.
    Optional<Refused> unfit(KeptBook book) throws SQLException {
        Optional<PriceBookLine> line = lineBefore(book);
        Optional<Tariff> inUse = library.tariff(book.tariff());
        if (line.isEmpty() || inUse.isEmpty()) {
            return refused(PriceBookReason.IN_USE_CHANGED, book.tariff());
        }
        if (!line.get().end().equals(book.inUse())) {
            return misplaced(book, line.get());
        }
        return inPlaceOf(line.get().last().map(BookFit::tariff).orElseGet(inUse::get), tariff(book));
    }

    /// It was set beside something else than what it would replace.
    private Optional<Refused> misplaced(KeptBook book, PriceBookLine line) throws SQLException {
        List<KeptBook> same = PriceBooks.ofTariff(connection, book.tariff()).stream()
                .filter(other -> other.digest().equals(book.inUse()))
                .toList();
        if (!same.isEmpty() && same.stream().allMatch(other -> UNAPPROVED.contains(other.state()))) {
            KeptBook followed = same.getLast();
            return refused(
                    PriceBookReason.FOLLOWS_UNAPPROVED,
                    Long.toString(followed.number()),
                    followed.state().code());
        }
        return line.last().isPresent() ? anotherFirst(line.last().get()) : inUseChanged(book);
    }

    private static Optional<Refused> inUseChanged(KeptBook book) {
        return refused(PriceBookReason.IN_USE_CHANGED, book.tariff());
    }

    static Optional<Refused> anotherFirst(KeptBook first) {
        return refused(
                PriceBookReason.ANOTHER_FIRST,
                Long.toString(first.number()),
                first.scheduledFor().orElseThrow().toString());
    }

    /// Why a book may not take the place of another.
    Optional<Refused> inPlaceOf(Tariff before, Tariff renewed) throws SQLException {
        if (!renewed.canStandInFor(before)) {
            return refused(PriceBookReason.OTHER_SERVICE, renewed.inWords(), before.inWords());
        }
        Optional<FirstChange> first = FirstChange.of(before, renewed);
        if (first.isEmpty()) {
            return before.dueDays() == renewed.dueDays()
                    ? refused(PriceBookReason.NOTHING_CHANGES, renewed.id())
                    : Optional.empty();
        }
        LocalDate day = first.get().day();
        return BilledDays.to(connection, renewed.id())
                .filter(day::isBefore)
                .map(billed -> new Refused(
                        PriceBookReason.DAYS_BILLED,
                        List.of(day.toString(), first.get().where(), billed.toString())));
    }

    static Tariff tariff(KeptBook book) {
        if (TariffBookParser.parse(book.place(), book.content()) instanceof TariffBook good) {
            return good.tariff();
        }
        throw new IllegalStateException(book.place() + " was a good book when it was proposed, and is none now");
    }

    static String digest(String content) {
        return DocumentSeal.digest(content.getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<Refused> refused(PriceBookReason reason, String... values) {
        return Optional.of(new Refused(reason, List.of(values)));
    }
}
