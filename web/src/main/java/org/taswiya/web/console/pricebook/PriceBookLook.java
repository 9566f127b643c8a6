package org.taswiya.web.console.pricebook;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.taswiya.core.tariff.ChangedDay;
import org.taswiya.core.tariff.Tariff;
import org.taswiya.intake.tariff.TariffBook;
import org.taswiya.intake.tariff.TariffLibrary;
import org.taswiya.store.pricebook.KeptBook;

/// A price book beside the one that it replaces, on every day from which on they state something else.
///
/// @param days the first ones; those that come first with what usages cost
/// @param left the last days, of which the page has no room to say more; most often none
public record PriceBookLook(Tariff after, List<DayLook> days, List<LocalDate> left) {
    private static final int DAYS_MOST = 60;
    private static final int FIGURES_MOST = 12;

    public PriceBookLook {
        days = List.copyOf(days);
        left = List.copyOf(left);
    }

    /// Empty where the book that it is to replace is not there any more, or they differ on no day.
    ///
    /// @param all of the home, among which is what it replaced
    static Optional<PriceBookLook> of(KeptBook book, List<KeptBook> all, TariffLibrary library) {
        Optional<TariffBook> after = book(book.place(), book.content(), library);
        Optional<Tariff> before = replaced(book, all)
                .map(KeptBook::content)
                .or(() -> library.content(book.tariff()))
                .flatMap(content -> book(book.place(), content, library))
                .map(TariffBook::tariff);
        return before.flatMap(first -> after.flatMap(second -> of(first, second.tariff(), HeldMonth.of(second))));
    }

    /// The one that it is to replace, or did; empty where the home has not kept it, as the folder's is before the first
    /// is published.
    static Optional<KeptBook> replaced(KeptBook book, List<KeptBook> all) {
        return all.stream()
                .filter(other -> other.tariff().equals(book.tariff()))
                .filter(other -> other.digest().equals(book.inUse()))
                .findFirst();
    }

    private static Optional<TariffBook> book(String place, String content, TariffLibrary library) {
        return library.parsed(place, content) instanceof TariffBook good ? Optional.of(good) : Optional.empty();
    }

    /// Empty where they state the same on every day.
    ///
    /// @param months what may be held where the prices hang on more than the usage
    static Optional<PriceBookLook> of(Tariff before, Tariff after, List<HeldMonth> months) {
        List<ChangedDay> changed = ChangedDay.between(before, after);
        if (changed.isEmpty()) {
            return Optional.empty();
        }
        List<DayLook> days = new ArrayList<>();
        for (ChangedDay day : changed.subList(0, Math.min(DAYS_MOST, changed.size()))) {
            days.add(days.size() < FIGURES_MOST ? DayLook.whole(day, months) : DayLook.ofChanges(day));
        }
        List<LocalDate> left =
                changed.stream().skip(DAYS_MOST).map(ChangedDay::day).toList();
        return Optional.of(new PriceBookLook(after, days, left));
    }

    /// The first day on which both have prices that differ, or the first of all.
    LocalDate on() {
        return days.stream()
                .filter(day -> !day.isOfOne())
                .findFirst()
                .orElse(days.getFirst())
                .on();
    }
}
