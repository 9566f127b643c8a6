package org.taswiya.run.desk;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.taswiya.core.tariff.Tariff;
import org.taswiya.deliver.document.DocumentSeal;
import org.taswiya.intake.tariff.IndexValue;
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
        Optional<TariffBook> inUse = library.book(book.tariff());
        if (line.isEmpty() || inUse.isEmpty()) {
            return refused(PriceBookReason.IN_USE_CHANGED, book.tariff());
        }
        if (!line.get().end().equals(book.inUse())) {
            return misplaced(book, line.get());
        }
        return inPlaceOf(line.get().last().map(BookFit::book).orElseGet(inUse::get), book(book), book.content());
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
    ///
    /// @param content of the renewed
    Optional<Refused> inPlaceOf(TariffBook earlier, TariffBook later, String content) throws SQLException {
        Tariff before = earlier.tariff();
        Tariff renewed = later.tariff();
        if (!renewed.canStandInFor(before)) {
            return refused(PriceBookReason.OTHER_SERVICE, renewed.inWords(), before.inWords());
        }
        Optional<FirstChange> first = FirstChange.of(before, renewed);
        if (first.isEmpty()) {
            return before.dueDays() == renewed.dueDays()
                    ? refused(PriceBookReason.NOTHING_CHANGES, renewed.id())
                    : Optional.empty();
        }
        Optional<Refused> begun = billed(first, BilledDays.begun(connection, renewed.id()));
        if (begun.isPresent()) {
            return begun;
        }
        return billed(
                later.laterValues(earlier).isEmpty()
                        ? first
                        : FirstChange.of(before, knowing(later, content, earlier.indexesTo())),
                BilledDays.to(connection, renewed.id()));
    }

    private static Optional<Refused> billed(Optional<FirstChange> first, Optional<LocalDate> billed) {
        return first.flatMap(change -> billed.filter(change.day()::isBefore)
                .map(to -> new Refused(
                        PriceBookReason.DAYS_BILLED, List.of(change.day().toString(), change.where(), to.toString()))));
    }

    /// What a book would charge if its indexes ended where those of the earlier one do. What differs besides is a value
    /// that was published later, and what months come to that are billed at the last known is left to it.
    private static Tariff knowing(TariffBook later, String content, Map<String, YearMonth> indexesTo) {
        return TariffBookParser.parseKnowing(later.file(), content, indexesTo) instanceof TariffBook known
                ? known.tariff()
                : later.tariff();
    }

    /// The later values that change days that are billed, of a book that waits: of months that begin before.
    List<IndexValue> laterValues(KeptBook kept) throws SQLException {
        Optional<TariffBook> earlier = PriceBooks.ofTariff(connection, kept.tariff()).stream()
                .filter(other -> other.digest().equals(kept.inUse()))
                .findFirst()
                .map(BookFit::book)
                .or(() -> library.book(kept.tariff()));
        Optional<LocalDate> billed = BilledDays.to(connection, kept.tariff());
        if (earlier.isEmpty() || billed.isEmpty()) {
            return List.of();
        }
        TariffBook later = book(kept);
        return later.laterValues(earlier.get()).stream()
                .collect(Collectors.groupingBy(IndexValue::index, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .filter(values -> changesDaysBefore(billed.get(), values.getFirst(), later, kept.content()))
                .flatMap(List::stream)
                .filter(value -> value.month().atDay(1).isBefore(billed.get()))
                .toList();
    }

    /// Whether days that are billed would come to something else without a value and those behind it.
    private static boolean changesDaysBefore(LocalDate billed, IndexValue value, TariffBook later, String content) {
        Map<String, YearMonth> without = Map.of(value.index(), value.month().minusMonths(1));
        return FirstChange.of(knowing(later, content, without), later.tariff())
                .filter(first -> first.day().isBefore(billed))
                .isPresent();
    }

    static TariffBook book(KeptBook book) {
        if (TariffBookParser.parse(book.place(), book.content()) instanceof TariffBook good) {
            return good;
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
