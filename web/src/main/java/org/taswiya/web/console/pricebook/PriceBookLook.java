package org.taswiya.web.console.pricebook;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.tariff.BookComparison;
import org.taswiya.core.tariff.BookComparison.Both;
import org.taswiya.core.tariff.BookComparison.Cliffs;
import org.taswiya.core.tariff.PriceCurve;
import org.taswiya.core.tariff.PricedTwice;
import org.taswiya.core.tariff.Tariff;
import org.taswiya.core.tariff.TariffChange;
import org.taswiya.intake.tariff.TariffBook;
import org.taswiya.intake.tariff.TariffLibrary;
import org.taswiya.store.pricebook.KeptBook;

/// A price book beside the one that it replaces, on the first day on which they state something else.
///
/// @param on the day
/// @param uses what usages of a month cost by either; empty where more than the usage is asked for
/// @param cliffs of both, by their bounds
public record PriceBookLook(
        LocalDate on,
        Tariff after,
        List<TariffChange> changes,
        List<PricedTwice> uses,
        List<Cliffs> cliffs,
        @Nullable Curves curves) {
    private static final int BENDS_MOST = 12;

    public PriceBookLook {
        changes = List.copyOf(changes);
        uses = List.copyOf(uses);
        cliffs = List.copyOf(cliffs);
    }

    record Curves(PriceCurve before, PriceCurve after) {}

    /// Empty where the book that it is to replace is not there any more, or they differ on no day.
    ///
    /// @param all of the home, among which is what it replaced
    static Optional<PriceBookLook> of(KeptBook book, List<KeptBook> all, TariffLibrary library) {
        Optional<Tariff> after = tariff(book.place(), book.content(), library);
        Optional<Tariff> before = all.stream()
                .filter(other -> other.digest().equals(book.inUse()))
                .findFirst()
                .map(KeptBook::content)
                .or(() -> library.content(book.tariff()))
                .flatMap(content -> tariff(book.place(), content, library));
        return before.flatMap(first -> after.flatMap(second -> of(first, second)));
    }

    private static Optional<Tariff> tariff(String place, String content, TariffLibrary library) {
        return library.parsed(place, content) instanceof TariffBook good
                ? Optional.of(good.tariff())
                : Optional.empty();
    }

    /// On the first day on which they differ; empty where there is none.
    static Optional<PriceBookLook> of(Tariff before, Tariff after) {
        SortedSet<LocalDate> days = before.days();
        days.addAll(after.days());
        for (LocalDate day : days) {
            Optional<BookComparison> books = BookComparison.of(before, day, after, day);
            if (books.isPresent() && !books.get().changes().isEmpty()) {
                return Optional.of(of(books.get(), day));
            }
        }
        return Optional.empty();
    }

    private static PriceBookLook of(BookComparison books, LocalDate day) {
        if (!books.isOfUsageAlone()) {
            return new PriceBookLook(day, books.after(), books.changes(), List.of(), List.of(), null);
        }
        Both both = books.resolve(DateRange.of(day, day.plusMonths(1)), 1);
        Curves curves = new Curves(PriceCurve.of(both.before()), PriceCurve.of(both.after()));
        List<PricedTwice> uses =
                both.aroundBends(BENDS_MOST).stream().map(both::rate).toList();
        List<Cliffs> cliffs = both.cliffs(Fraction.ZERO);
        return new PriceBookLook(day, books.after(), books.changes(), uses, cliffs, curves);
    }
}
